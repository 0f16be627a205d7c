"""What a family is asked about, where it would be seen, and what is stored of an answer: slug → words."""

from dataclasses import dataclass
from typing import Final

ELEMENTS: Final[dict[str, str]] = {
    "photo": "a picture",
    "voice": "their voice or a video",
    "name": "the first name",
    "full_name": "the full name",
    "quote": "a quotation",
    "work": "a piece of work",
}
"""Slug → what is agreed to."""

TIERS: Final[dict[str, str]] = {
    "in_school": "in school",
    "parents": "pages that only parents see",
    "web": "the school’s website",
    "social": "public social media",
    "press": "the press",
}
"""Slug → where it would be seen."""

SPLIT: Final = "social"
"""The one tier that a school may ask about platform by platform: each is another company."""

CLOSED: Final = "parents"
"""The tier of pages on a platform that only parents see: with the same company as its public ones."""

STATES: Final[dict[str, str]] = {
    "granted": "yes",
    "refused": "no",
    "withdrawn": "no longer",
    "objected": "objected",
    "unknown": "not answered",
}
"""Slug → what an answer says. `unknown` is a question that was asked and is open: it holds nothing, and says no no."""

NOES: Final = frozenset({"refused", "withdrawn", "objected"})
"""What says no, on whichever lawful basis. Slugs of STATES."""

BASES: Final[dict[str, str]] = {
    "consent": "consent",
    "public_task": "public task",
    "legitimate_interests": "legitimate interests",
}
"""Slug → lawful basis. Consent is asked for first; on the others a family is told, and may object."""

GIVERS: Final[dict[str, str]] = {
    "parent": "a parent or carer",
    "pupil": "the pupil",
    "other": "somebody else",
}
"""Slug → whose answer it is. Somebody else may say no, and can never say yes."""

WHO_ANSWERS: Final[dict[str, str]] = {
    "parent": "a parent or carer",
    "pupil": "the pupil",
    "both": "the pupil and a parent or carer",
}
"""Slug → who is asked about a pupil."""


@dataclass(frozen=True, slots=True)
class Method:
    """How an answer came: what people call it, and whether it is in writing."""

    name: str
    written: bool


BY_LINK: Final = frozenset({"link", "letter"})
"""Of METHODS, those that a family's own page is answered by: nobody writes them down for it."""

METHODS: Final[dict[str, Method]] = {
    "paper": Method("on paper", written=True),
    "link": Method("by the link that we e-mailed", written=True),
    "letter": Method("by the link on a letter", written=True),
    "email": Method("by e-mail", written=True),
    "mis": Method("from the MIS", written=False),
    "in_person": Method("in person", written=False),
    "phone": Method("by telephone", written=False),
}
"""Slug → how an answer came. What the MIS says was written somewhere only if somebody says so."""
