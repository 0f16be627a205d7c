"""What can be decided about an account that somebody came across, and what follows. Data, and no database.

The steps are general: each platform calls its forms otherwise and moves them, so none is named here that could be out
of date.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: its name, what it means, what its task asks for, and the steps.

    `days` is how long the task has where nobody says; None where nothing is owed. `letter` says whether whoever runs
    the account is written to.
    """

    name: str
    means: str
    task: str = ""
    steps: tuple[str, ...] = ()
    days: int | None = None
    letter: bool = False


DECISIONS: Final[Mapping[str, Decision]] = {
    "ours": Decision(
        "It is ours",
        "The school runs it. It goes on the register, and is in order once nothing is missing there.",
        task="Complete on the register what is not known of the account",
        steps=("Say on the register what is still missing, and who administers it.",
               "Name who posts there.", "Put it in the privacy notice and on the website."), days=14,
    ),
    "quasi": Decision(
        "It looks like ours and is not",
        "Somebody at the school runs it under the school’s name. It meets the tests of our policy by a day, or is "
        "closed.",
        task="See that the account meets our policy or is closed",
        steps=("Give whoever runs it the letter, and talk to them.",
               "By the day: either the school has the master rights and sees what appears there, or it is closed.",
               "Look at it on the day, and say here what became of it."), days=14, letter=True,
    ),
    "associated": Decision(
        "Not ours, but close to us",
        "A parents’ association, former pupils or pupils run it. It stays theirs, and says that it is not the "
        "school’s.",
        task="See that the account says that it is not the school’s",
        steps=("Give whoever runs it the letter with the words to put on the page.",
               "Look whether the words are there, and say so here."), days=14, letter=True,
    ),
    "impostor": Decision(
        "A fake",
        "Somebody pretends to be the school. The platform is asked to take it down.",
        task="Report the account to its platform",
        steps=("Take a picture of the page with its address and the time. Do not write to whoever runs it.",
               "Report it to the platform as pretending to be an organisation, from our own account if there is one.",
               "Where pupils’ pictures or threats are on it, tell the DSL now.",
               "Tell families by another way which accounts are ours. The public page lists them.",
               "Look again after two days. If it is still there, ask the Professionals Online Safety Helpline."),
        days=1,
    ),
    "nothing": Decision("Nothing to do with us", "Nobody takes it for the school’s. Nothing more is done."),
}  # fmt: skip
"""Slug → decision, in the order of the form. Slugs are stored."""


def disclaimer(school: object) -> str:
    """Return the words that an account close to a school is asked to put on its page. They are ours."""
    return (f"This page is run by volunteers and not by {school}. What is said here is not said by the school. For "
            "anything official, see the school’s website.")  # fmt: skip
