"""Whether enough people administer an account, and no more than are allowed. No database."""

from dataclasses import dataclass
from typing import Final

from gatepost.channels.standing import Standing, is_watched

LEAST: Final = 2
"""How many administer an account, so that it is not lost with one of them. The baseline advises it (data.accounts)."""


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many administer an account, by name or by role, and how many are to.

    `ref` is the clause that sets the `least`, empty where it is advice. `most` is what the register says of this
    account, None where it does not; what a policy allows at most is one of its demands.
    """

    count: int
    least: int
    ref: str
    most: int | None

    @property
    def is_few(self) -> bool:
        """Return whether there are fewer than there are to be."""
        return self.count < self.least

    @property
    def is_many(self) -> bool:
        """Return whether there are more than the register says."""
        return self.most is not None and self.count > self.most

    @property
    def says(self) -> str:
        """What is not as it is to be, as a sentence; empty where all is well."""
        if self.is_many:
            return f"{_people(self.count)}, and the register says at most {self.most}."
        if not self.is_few:
            return ""
        if self.ref:
            return f"{_people(self.count)}: our policy asks for at least {self.least} ({self.ref})."
        return "Nobody is named as administrator." if not self.count else "Only one administrator."


def headcount(standing: Standing) -> Headcount | None:
    """Return how many administer an account; None where nobody is asked to: of a website, or a messaging group."""
    if not is_watched(standing.channel):
        return None
    asked = max((one for one in standing.demands if one.least > 1), key=lambda one: one.least, default=None)
    least, ref = (asked.least, asked.ref) if asked else (LEAST, "")
    return Headcount(len(standing.admins), least, ref, standing.channel.most_admins)


def _people(count: int) -> str:
    return f"{count or 'No'} administrator{'' if count == 1 else 's'}"
