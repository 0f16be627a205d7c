"""The words of choice on the register: slug → what people read. Slugs are stored."""

from collections.abc import Mapping
from typing import Final

from gatepost.policy.facts.vocabulary import MESSAGING as VOCABULARY_OF_MESSAGING

CHANNEL_KINDS: Final[Mapping[str, str]] = {
    "account": "an official account",
    "group": "a messaging group",
    "associated": "not ours, but close to us (a parents’ association, former pupils, pupils)",
}

MASTER_RIGHTS: Final[Mapping[str, str]] = {
    "organisation": "the school or trust",
    "individual": "one person, in their own name",
}
"""Who holds the rights that no other administrator can take away. The slugs are values of the fact `master_rights`."""

LOGIN_PLACES: Final[Mapping[str, str]] = {
    "central": "in the school’s or trust’s central record, such as its password manager",
    "individual": "with one person",
    "elsewhere": "somewhere else",
}

COMMENTS: Final[Mapping[str, str]] = {
    "open": "anybody can comment",
    "held": "comments wait until somebody lets them through",
    "off": "comments are switched off",
}

AUDIENCES: Final[Mapping[str, str]] = {
    "public": "Everybody",
    "parents": "Parents and carers only",
    "closed_group": "A closed group",
    "staff": "Staff only",
}

PLATFORMS: Final = (
    "facebook", "instagram", "linkedin", "youtube", "x", "tiktok", "bluesky", "mastodon", "threads", "whatsapp",
    "website",
)  # fmt: skip
"""The platforms to choose from."""

MESSAGING: Final = VOCABULARY_OF_MESSAGING | {"teams"}
"""Platforms on which there are messaging groups. What is on another platform is an account, whatever it is called."""

SECOND_STEP: Final = frozenset(
    {"facebook", "instagram", "linkedin", "youtube", "x", "tiktok", "bluesky", "mastodon", "threads", "whatsapp"}
)
"""Platforms that offer a second step at sign-in, so that nobody can say of an account there that it is not possible."""
