"""Whether the policy in force counts an account as official: one answer for register, public page, files and programs.

official: it meets every test; against: a clause keeps it from being official; unsettled: the register does not hold
what a test asks for; silent: no test is set, so being on the register is all that there is.
"""

from collections.abc import Mapping
from typing import Final

from gatepost.channels.standing import Standing
from gatepost.policy import Reason

_TESTED: Final = frozenset({"channel", "master_rights", "editorial_oversight", "admins", "authorised"})
"""The facts by which policies tell whether an account is official."""

ASKED: Final = {
    "master_rights": "who holds its master rights",
    "editorial_oversight": "whether the school oversees what is posted",
    "admins": "who administers it",
    "authorised": "whether the school or trust authorised it",
}
"""A fact that decides whether an account is official → what the register has to say for it."""

SAID: Final[Mapping[str, str]] = {
    "official": "yes",
    "against": "no",
    "unsettled": "not settled yet",
    "silent": "policy does not say",
}
"""How an account counts → what a file says in the column “Official”."""


def counted(standing: Standing) -> str:
    """Return how the policy counts an account, a slug of SAID. What is not an account of the school’s is none."""
    if standing.channel.kind != "account" or standing.against:
        return "against"
    if unsaid(standing):
        return "unsettled"
    return "official" if tests(standing) else "silent"


def is_ours(standing: Standing) -> bool:
    """Return whether the school may tell everybody that an account is its own."""
    return counted(standing) in ("official", "silent")


def unsaid(standing: Standing) -> tuple[str, ...]:
    """Return what the register has to say before the tests are settled, in words."""
    return tuple(ASKED[fact] for fact in standing.missing if fact in ASKED)


def tests(standing: Standing) -> list[Reason]:
    """Return the reasons that are tests of whether an account is official."""
    return [one for one in standing.verdict.reasons if _TESTED.intersection(cause.fact for cause in one.because)]
