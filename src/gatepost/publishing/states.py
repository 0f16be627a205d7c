"""Where a post and its deliveries can stand, which moves there are, and whose move it is: plain tables."""

from typing import Final

POST: Final[dict[str, str]] = {
    "draft": "Draft",
    "waiting": "Waiting for sign-off",
    "approved": "Signed off",
    "discarded": "Discarded",
}
"""Where a post stands. Slugs are stored. That it is out stands on its deliveries."""

POST_MOVES: Final[dict[str, dict[str, str]]] = {
    "draft": {"waiting": "sent for sign-off", "discarded": "discarded"},
    "waiting": {"approved": "last approval", "draft": "sent back, taken back, or no longer holds"},
    "approved": {"draft": "taken back, or the approval no longer holds"},
    "discarded": {},
}
"""From → to → by what."""

POST_HOLDERS: Final[dict[str, str]] = {
    "draft": "author",
    "waiting": "approver",
    "approved": "poster",
    "discarded": "nobody",
}
"""Whose move it is."""

DELIVERY: Final[dict[str, str]] = {
    "ready": "Ready to post",
    "claimed": "Being posted",
    "published": "Live",
    "verified": "Live and checked",
    "pulled": "Stopped before it went out",
    "stray": "Up although it was stopped",
    "down": "Taken down",
}
"""Where a delivery, one version on one channel, stands."""

DELIVERY_MOVES: Final[dict[str, dict[str, str]]] = {
    "ready": {"claimed": "somebody takes it on", "pulled": "stopped, or the approval no longer holds"},
    "claimed": {
        "published": "marked live, with its address",
        "ready": "given back",
        "pulled": "stopped, or the approval no longer holds",
    },
    "published": {"verified": "looked at and found as signed off", "down": "taken down"},
    "verified": {"down": "taken down"},
    "pulled": {"stray": "somebody says that it is up all the same, and where"},
    "stray": {"down": "taken down"},
    "down": {},
}
"""From → to → by what."""

DELIVERY_HOLDERS: Final[dict[str, str]] = {
    "ready": "poster",
    "claimed": "poster",
    "published": "poster",
    "verified": "nobody",
    "pulled": "nobody",
    "stray": "poster",
    "down": "nobody",
}
"""Whose move it is."""

OUT: Final = frozenset({"published", "verified", "stray"})
"""Where a delivery can be seen by the world."""
WAITING_TO_GO: Final = frozenset({"ready", "claimed"})
"""Where a delivery may still be stopped."""

FACES: Final[dict[str, str]] = {
    "no_people": "Nobody is in it",
    "hands_or_work": "Hands or work only",
    "back_or_distance": "From behind or far off",
    "blurred": "Faces are blurred",
    "recognisable": "A face can be recognised",
}
"""How a picture shows its people: the value of the fact, and the words of the choice."""

LOOKS: Final[dict[str, str]] = {
    "none": "Nothing looks into pictures here",
    "waiting": "Waiting to be looked into",
    "faces": "Faces are found, and words are looked for",
    "done": "Looked into",
    "failed": "It could not be looked into",
}
"""How far the look into a picture has come. Slugs are stored."""
LOOKING: Final = frozenset({"waiting", "faces"})
"""Where more of a look is to come."""

OTHER_WAYS: Final[dict[str, str]] = {
    "newsletter": "Newsletter",
    "letter": "Letter home",
    "email": "E-mail to parents",
    "website": "School website",
    "app": "The school’s app",
    "text_message": "Text message",
    "poster": "Poster or notice",
}
"""Other ways in which news reaches people: the value of the fact, and the words of the choice."""

PAST: Final[dict[str, str]] = {
    "to_do": "To look at",
    "keep": "Kept",
    "replace": "To be replaced",
    "remove": "To come down",
    "replaced": "Replaced",
    "removed": "Taken down",
}
"""Where a post of before Gatepost stands, as somebody looks through them. Slugs are stored."""

PAST_MOVES: Final[dict[str, dict[str, str]]] = {
    "to_do": {"keep": "kept", "replace": "to be replaced", "remove": "to come down"},
    "keep": {"to_do": "taken back"},
    "replace": {"replaced": "replaced, with proof", "to_do": "taken back"},
    "remove": {"removed": "taken down, with proof", "to_do": "taken back"},
    "replaced": {"to_do": "looked at again"},
    "removed": {"to_do": "looked at again"},
}
"""From → to → by what."""

PAST_HOLDERS: Final[dict[str, str]] = {
    "to_do": "whoever looks through them",
    "keep": "nobody",
    "replace": "the owner of the task",
    "remove": "the owner of the task",
    "replaced": "nobody",
    "removed": "nobody",
}
"""Whose move it is."""

SETTLED: Final = frozenset({"keep", "replaced", "removed"})
"""Where nothing is left to do about an earlier post."""
SHOWS: Final[dict[str, str]] = {"no_picture": "There is no picture", **FACES}
"""How an earlier post shows people: the value, and the words of the choice."""
