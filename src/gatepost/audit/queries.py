"""Named reads of a trust's record."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.db.models import Q, QuerySet

from gatepost.audit.actor import Actor
from gatepost.audit.models import Event

TRUST_WIDE: Final = ("trust.founded", "policy.adopted", "stop.started", "stop.ended", "incident.declared",
                     "incident.ended")  # fmt: skip
"""Kinds of event that every school of a trust reads, where they were about no school of its own."""

GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "drafts": ("post.drafted", "post.edited", "post.discarded", "picture.", "fix.", "waiver."),
    "sign-off": ("post.sent", "post.sent_back", "post.recalled", "post.approved", "approval."),
    "going-out": ("pack.", "post.published", "post.verified", "post.pulled", "post.stray"),
    "take-downs": ("takedown.", "duty.", "campaign.", "pastpost."),
    "stops": ("stop.", "incident.", "lock."),
    "families": (
        "pupil.",
        "answer.",
        "answerer.",
        "permission.",
        "contact.",
        "basis.",
        "asking.",
        "wording.",
        "import.",
        "link.",
        "tripcard.",
    ),
    "setting-up": (
        "trust.",
        "school.",
        "person.",
        "role.",
        "staff.",
        "leaving.",
        "policy.",
        "channel.",
        "register.",
        "sighting.",
        "login.",
        "member.",
        "officialpage.",
        "poster.",
        "admin.",
        "closure.",
        "closing.",
    ),
}
"""What a reader may choose to see → kinds of event, a whole family of them where it ends in a dot."""


ANSWERS: Final = ("answer.recorded", "answerer.decided", "permission.changed", "contact.added", "contact.changed",
                  "pupil.looked_at", "link.made", "link.printed", "link.opened", "link.ended",
                  "wording.kept")  # fmt: skip
"""Kinds of event that tell a family that refused from one that was never asked, to whoever knows a pupil's number."""


def of_school(trust: str, school: str, *, group: str = "", answers: bool = False) -> QuerySet[Event]:
    """Return what happened at a school, by slug, newest first; with `group`, only that of GROUPS.

    What was done for the whole trust is among it, and families' answers with `answers` alone. An unknown group finds
    everything.
    """
    here = Q(school=school) | Q(school="", kind__in=TRUST_WIDE)
    rows = Event.objects.filter(here, trust=trust)
    if not answers:
        rows = rows.exclude(kind__in=ANSWERS)
    if group in GROUPS:
        rows = rows.filter(_kinds(GROUPS[group]))
    return rows.order_by("-number")


def about(trust: str, subject: str, *, kinds: Iterable[str] = ()) -> QuerySet[Event]:
    """Return what happened to one thing, such as `post:17`, newest first; with `kinds`, only those.

    A family's answers are not among it, whatever it is.
    """
    rows = Event.objects.filter(trust=trust, subject=subject).exclude(kind__in=ANSWERS)
    wanted = list(kinds)
    return (rows.filter(kind__in=wanted) if wanted else rows).order_by("-number")


def moments(trust: str, subject: str, *, kind: str, by: Actor) -> QuerySet[Event, datetime]:
    """Return when somebody did a kind of thing to one thing: to tell them of what they did themselves."""
    rows = Event.objects.filter(trust=trust, subject=subject, kind=kind, actor_kind=by.kind, actor_ref=by.ref)
    return rows.order_by().values_list("at", flat=True)


def _kinds(wanted: Iterable[str]) -> Q:
    found = Q()
    for one in wanted:
        found |= Q(kind__startswith=one) if one.endswith(".") else Q(kind=one)
    return found
