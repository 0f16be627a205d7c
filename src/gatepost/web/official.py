"""What the public page says of an address that somebody asks about. Plain words for families."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Said:
    """A headline, what to do with it, and how it looks."""

    headline: str
    says: str
    tone: str


WORDS: Final[Mapping[str, Said]] = {
    "open": Said("Yes, this is ours", "It is on our list.", "clear"),
    "closing": Said("Ours, and being closed", "It is on our list, and closes soon. Follow one of our other accounts.",
                    "fix"),
    "resting": Said("Do not rely on it now", "It is ours, and we cannot vouch at the moment for what appears there. "
                    "Please ask the school.", "fix"),
    "closed": Said("Not ours any more", "We have closed it. What appears there now is not from us.", "stop"),
    "close": Said("Not ours, but we know it", "People close to the school run it. What they say there is not said by "
                  "the school.", "none"),
    "fake": Said("Not ours", "It pretends to be ours. Please do not write to it, and report it to its platform.",
                 "stop"),
    "name": Said("We have an account of that name", "A copy can bear the same name. Compare the address, or paste it "
                 "here.", "decide"),
    "name_resting": Said("Do not rely on it now", "We have an account of that name, and cannot vouch at the moment for "
                         "what appears there. Please ask the school.", "fix"),
    "name_closed": Said("Not ours any more", "We had an account of that name, and have closed it. What appears there "
                        "now is not from us.", "stop"),
    "name_close": Said("Not ours, but we know it", "People close to the school run an account of that name. What they "
                       "say there is not said by the school.", "none"),
    "name_fake": Said("Not ours", "Somebody pretends under that name to be ours. Please do not write to them, and "
                      "report it to the platform.", "stop"),
    "unnamed": Said("Not on our list", "No account on our list is called that. Paste the address of the page to be "
                    "sure.", "stop"),
    "no_address": Said("We cannot tell", "We have an account there whose address is not on our list yet. Please ask "
                       "the school.", "decide"),
    "not_listed": Said("Not on our list", "Please treat it as not ours, and tell the school about it.", "stop"),
    "post": Said("This is the address of one post", "It does not show whose page it is. Open the page itself, copy its "
                 "address from the bar at the top, and paste that here.", "decide"),
    "unreadable": Said("This is no address of an account", "Open the page itself and copy its address from the bar at "
                       "the top.", "decide"),
}  # fmt: skip
"""What was found → what to say."""
