"""The roles that people hold at a school, in words that a school would use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from gatepost.schools.permissions import Permission


@dataclass(frozen=True, slots=True)
class Role:
    """What a role is called, what it is for, and what it lets somebody do."""

    name: str
    says: str
    may: frozenset[Permission]


_may = Permission
_EVERYBODY: Final = frozenset({_may.SEE_POLICY})
_READS: Final = _EVERYBODY | {_may.SEE_CHANNELS, _may.SEE_TAKE_DOWNS}
_WRITES: Final = _READS | {_may.WRITE_POSTS, _may.SEE_POSTS, _may.SEE_PUPILS, _may.HAND_OVER, _may.TAKE_DOWN}
_SIGNS: Final = _READS | {_may.SIGN_OFF, _may.SEE_POSTS, _may.SEE_PUPILS, _may.SEE_HISTORY, _may.TAKE_DOWN}
_RUNS: Final = frozenset(
    {
        _may.ADOPT_POLICY,
        _may.MANAGE_PEOPLE,
        _may.SEE_LEAVERS,
        _may.CHECK_CHANNELS,
        _may.LOCK_CHANNELS,
        _may.MANAGE_CHANNELS,
        _may.RECORD_ANSWERS,
        _may.SET_BASES,
    }
)
_GUARDS: Final = frozenset({_may.RECORD_ANSWERS, _may.SEE_ANSWERS, _may.STOP, _may.LOCK_CHANNELS})
_LEADS: Final = _SIGNS | {_may.STOP, _may.DECLARE_INCIDENT, _may.LOOK_BACK} | _RUNS

ROLES: Final[dict[str, Role]] = {
    "poster": Role("poster", "writes posts, and posts them once they are signed off", _WRITES),
    "approver": Role("approver", "signs off other people’s posts", _SIGNS),
    "account_holder": Role(
        "account holder",
        "holds the login of an official account",
        _WRITES | {_may.LOOK_BACK, _may.CHECK_CHANNELS, _may.LOCK_CHANNELS},
    ),
    "headteacher": Role("headteacher", "signs off, stops publishing, declares an incident", _WRITES | _LEADS),
    "dsl": Role("DSL", "leads on safeguarding", _SIGNS | _GUARDS | {_may.DECLARE_INCIDENT, _may.PROTECT_PUPILS}),
    "dpo": Role(
        "DPO",
        "advises on personal data",
        _SIGNS | _GUARDS | {_may.SET_BASES, _may.SEE_LEAVERS, _may.SEE_TRUST_CHANNELS},
    ),
    "office": Role(
        "school office",
        "keeps the roll and what families answered",
        _READS | {_may.SEE_PUPILS, _may.RECORD_ANSWERS},
    ),
    "governor": Role("governor", "sees that the policy is kept", _READS | {_may.SEE_POSTS, _may.SEE_HISTORY}),
    "central_team": Role(
        "central team",
        "runs social media for the trust",
        _WRITES | _LEADS | {_may.SEE_TRUST_CHANNELS, _may.MANAGE_TRUST_PEOPLE},
    ),
    "staff": Role("staff", "works at the school", _EVERYBODY),
}
"""Slug → role. Slugs are stored."""

POSITIONS: Final[dict[str, str]] = {
    "approved_user": "approved user",
    "ceo": "chief executive",
    "chair_of_governors": "chair of governors",
    "director_of_ict_and_networks": "director of ICT and networks",
    "elt": "executive leadership team",
    "line_leader": "line leader",
    "line_manager": "line manager",
    "managers": "manager",
    "pa_to_headteacher": "PA to the headteacher",
    "principal": "principal",
    "school_operations_manager": "school operations manager",
    "senior_deputy_head": "senior deputy head",
    "slt": "senior leadership team",
    "slt_member": "member of the senior leadership team",
    "account_manager": "account manager",
    "av_technician": "AV technician",
    "deputy_headteacher": "deputy headteacher",
    "teacher": "teacher",
    "teaching_assistant": "teaching assistant",
}
"""Positions that policies name. A position alone lets somebody see what all staff see, and those of OVERSEEING the
accounts too; with a role that may sign off posts, it answers for what a policy asks of it."""

OVERSEEING: Final = frozenset({"ceo", "elt", "director_of_ict_and_networks"})
"""Positions of a trust whose work it is to know what its schools’ accounts are and what is overdue on them. They read
the registers, and change nothing."""


def role_name(slug: str) -> str:
    """Return what people call a role or a position."""
    return ROLES[slug].name if slug in ROLES else POSITIONS.get(slug, slug.replace("_", " "))


def who_may(permission: Permission) -> str:
    """Return the roles that let somebody do this, as a sentence lists them: “headteacher or central team”."""
    names = [role.name for role in ROLES.values() if permission in role.may]
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def permissions_of(roles: frozenset[str]) -> frozenset[Permission]:
    """Return what these roles, held together, let somebody do."""
    everybody = _EVERYBODY if roles & POSITIONS.keys() else frozenset()
    overseeing = _EVERYBODY | {_may.SEE_CHANNELS, _may.SEE_TRUST_CHANNELS} if roles & OVERSEEING else frozenset()
    return everybody.union(overseeing, *(ROLES[role].may for role in roles if role in ROLES))


_SPEAKING: Final = ("headteacher", "dsl", "dpo", "central_team", "governor")


def fact_role(roles: Iterable[str]) -> str:
    """Return the role by which a policy knows somebody: their position, else a role that policies name, else staff."""
    held = frozenset(roles)
    positions = sorted(held & POSITIONS.keys() - {"approved_user"})
    speaking = [role for role in _SPEAKING if role in held]
    return (positions + speaking + ["staff"])[0]


ANSWERING: Final[Mapping[str, frozenset[str]]] = {
    "approved_user": frozenset({"approved_user", "approver", "headteacher"}),
    "second_approver": frozenset({"approved_user", "approver", "headteacher", "central_team"}),
    "headteacher": frozenset({"headteacher", "principal"}),
    "principal": frozenset({"headteacher", "principal"}),
    "slt": frozenset({"slt", "slt_member", "headteacher", "senior_deputy_head", "deputy_headteacher", "principal"}),
    "slt_member": frozenset(
        {"slt", "slt_member", "headteacher", "senior_deputy_head", "deputy_headteacher", "principal"}
    ),
    "managers": frozenset({"managers", "line_manager", "line_leader", "headteacher"}),
}
"""Who answers for what a policy names. What is not listed is answered for by those who hold just that."""


def answers(roles: Iterable[str], route: str) -> bool:
    """Return whether a holder of these roles may agree where a policy routes to roles joined by `|` and `+`.

    Of what is joined by `+` one person has to hold all: where two have to agree, neither does so alone.
    """
    held = frozenset(roles)
    halves = (half.split("+") for half in route.split("|") if half)
    return any(all(held & ANSWERING.get(one, frozenset({one})) for one in half) for half in halves)
