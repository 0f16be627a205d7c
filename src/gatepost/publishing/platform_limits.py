"""How much each platform takes, for the copy pack and for the warning before it: a table with its sources.

Gatepost never cuts words that somebody has signed off. Where they are too long for a platform it says so, and the
author takes the post back and shortens it.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

CHECKED: Final = "2026-11"
"""When the sources were last read."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What a platform takes of one post: characters as it counts them, and pictures.

    `link` is what an address counts for; None where every character of it counts.
    """

    characters: int
    pictures: int
    source: str
    link: int | None = None


LIMITS: Final[dict[str, Limit]] = {
    "facebook": Limit(63_206, 10, "Facebook, “63,206 characters”, November 2011; Graph API, Page photos"),
    "instagram": Limit(2_200, 10, "Instagram Platform, Content Publishing"),
    "x": Limit(280, 4, "X developer documentation, Counting characters; Upload media", link=23),
    "linkedin": Limit(3_000, 20, "LinkedIn Posts API, commentary; Images API"),
    "youtube": Limit(5_000, 10, "YouTube Data API, videos: snippet.description"),
    "bluesky": Limit(300, 4, "Bluesky lexicon app.bsky.feed.post and app.bsky.embed.images"),
    "mastodon": Limit(500, 4, "Mastodon documentation, Posting to your profile (a server may set more)", link=23),
    "threads": Limit(500, 10, "Threads API, Posts"),
}
"""Platform slug → what it takes. A platform that is not listed is not known to have a limit."""

_ADDRESS: Final = re.compile(r"https?://\S+")
_X_LIGHT: Final = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Code points that X counts once; it counts every other twice (twitter-text, configuration v3)."""


def length(text: str, platform: str) -> int:
    """Return how long a text is as a platform counts it. Joined emoji may count for less than this says."""
    limit = LIMITS.get(platform)
    links = 0
    if limit is not None and limit.link is not None:
        text, found = _ADDRESS.subn("", text)
        links = found * limit.link
    shown = [one for one in unicodedata.normalize("NFC", text) if not unicodedata.combining(one)]
    if platform == "x":
        return links + sum(1 if any(low <= ord(one) <= high for low, high in _X_LIGHT) else 2 for one in shown)
    return links + len(shown)


def too_much(text: str, *, pictures: int, platform: str) -> tuple[str, ...]:
    """Return, in sentences, what a platform will not take of a post; empty where it takes all of it."""
    limit = LIMITS.get(platform)
    if limit is None:
        return ()
    said: list[str] = []
    over = length(text, platform) - limit.characters
    if over > 0:
        said.append(f"The words are {over:,} {'character' if over == 1 else 'characters'} too long. "
                    f"It takes {limit.characters:,}.")  # fmt: skip
    if pictures > limit.pictures:
        said.append(f"There are {pictures} pictures. It takes {limit.pictures} in one post.")
    return tuple(said)
