"""What is looked at on an account from time to time, and what may be found. Data, and no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gatepost.channels.particulars import SECOND_STEP


@dataclass(frozen=True, slots=True)
class CheckKind:
    """One thing to look at.

    `fact` is what the policy calls it (facts.md), empty where no clause of any policy asks for it. `months` is how
    long a look holds, ours unless the policy says how often; None holds until something happens. `stops` is true for
    what keeps strangers out: where a policy demands it and it has lapsed, nothing is posted. The others are shown and
    chased, and posting goes on. `may_be_impossible` is true for what a platform, or a website, may not allow.
    `by_name` is true for what names the account or leads to it: it is looked at anew once its name or address changes.
    `measured` is true where the fact is a number, and all that is kept is whether it is enough.
    """

    name: str
    says: str
    fact: str = ""
    months: int | None = 12
    stops: bool = False
    may_be_impossible: bool = False
    by_name: bool = False
    measured: bool = False


CHECK_KINDS: Final[Mapping[str, CheckKind]] = {
    "mfa": CheckKind(
        "Two-step sign-in", "Everybody who signs in to the account needs a second step.", "mfa", stops=True,
        may_be_impossible=True,
    ),
    "administrators": CheckKind(
        "Administrators", "The account’s own list of administrators is the one on the register, and no longer.",
        months=3, stops=True,
    ),
    "privacy_settings": CheckKind(
        "Privacy settings", "Who can message, tag, mention and comment is as the school wants it.",
        "privacy_settings_checked", months=3, stops=True,
    ),
    "third_party_apps": CheckKind(
        "Connected apps", "No app or service has access that nobody needs any more.", "third_party_apps_reviewed",
        months=6,
    ),
    "reset_protection": CheckKind(
        "Check before a password reset", "Whoever says that the password is lost is asked for a code by e-mail or "
        "telephone before a new one is set.", "reset_protection", may_be_impossible=True,
    ),
    "password_form": CheckKind(
        "Length of the password", "The password is as long and as mixed as it should be. Only that is kept, never the "
        "password.", "password_length", measured=True,
    ),
    "password_changed": CheckKind(
        "Password after a leaver", "The password was changed after the last person with access left.", months=None
    ),
    "website_link": CheckKind(
        "Link on the website", "The school’s website links to the account, at the address on the register.",
        "linked_from_website", may_be_impossible=True, by_name=True,
    ),
    "privacy_notice": CheckKind(
        "Privacy notice", "The privacy notice names the account.", "in_privacy_notice", by_name=True
    ),
    "still_wanted": CheckKind(
        "Still wanted", "Nobody has posted for a while, and somebody has said why the account is kept.", months=3
    ),
    "dpia": CheckKind("Data protection assessment", "The assessment (DPIA) covers this account and is up to date."),
    "risk_assessment": CheckKind("Risk assessment", "The risks of this account have been thought through."),
}  # fmt: skip
"""Slug → what is looked at, in the order of the page. Slugs are stored."""

FOUND: Final[Mapping[str, str]] = {
    "in_order": "in order",
    "not_in_order": "not in order",
    "not_possible": "not possible on this platform",
}
"""Slug → what somebody found. Slugs are stored."""

JUDGED: Final = frozenset(
    {slug for slug, kind in CHECK_KINDS.items() if kind.fact} | {"administrators", "password_changed"}
)
"""What decides how an account stands: the kinds that a policy can ask for, and the password that a leaver knew."""

KIND_OF_FACT: Final[Mapping[str, str]] = {kind.fact: slug for slug, kind in CHECK_KINDS.items() if kind.fact}
"""What a policy calls it → the slug of the kind."""


def can_be_impossible(kind: str, *, platform: str) -> bool:
    """Return whether somebody may find that a check cannot be made on a platform."""
    if kind == "mfa":
        return platform not in SECOND_STEP
    return CHECK_KINDS[kind].may_be_impossible
