"""What is kept of one pupil, and what a school has settled about permissions: reads for those who may."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from gatepost.consents.effective import bases_at
from gatepost.consents.elements import ELEMENTS, TIERS
from gatepost.consents.models import Answer, Answerer, Contact, Flag, Pupil, Wording
from gatepost.schools.models import School


def pupil_of(school: School, pk: int) -> Pupil:
    """Return a pupil who is or was on the roll of a school. Raises Pupil.DoesNotExist."""
    return Pupil.objects.of(school).select_related("school__trust").get(pk=pk)


def answers_of(pupil: Pupil) -> QuerySet[Answer]:
    """Return everything that was answered about a pupil, the newest first: for the DSL, the DPO and the family."""
    rows = Answer.objects.of(pupil.school_id).filter(pupil=pupil).select_related("contact", "wording")
    return rows.order_by("-given_at", "-pk")


def flags_of(pupil: Pupil) -> QuerySet[Flag]:
    """Return every flag that stands or stood over a pupil, the newest first: for the DSL alone."""
    rows = Flag.objects.of(pupil.school_id).filter(pupil=pupil).select_related("set_by", "ended_by")
    return rows.order_by("-since", "-pk")


def answerers_of(pupil: Pupil) -> QuerySet[Answerer]:
    """Return every decision about who answers for a pupil, the newest first: for the DSL and the DPO."""
    rows = Answerer.objects.of(pupil.school_id).filter(pupil=pupil).select_related("set_by")
    return rows.order_by("-since", "-pk")


def contacts_of(pupil: Pupil, *, on: date) -> QuerySet[Contact]:
    """Return those who may be asked about a pupil on a day."""
    open_still = Q(ended_on__isnull=True) | Q(ended_on__gte=on)
    return Contact.objects.of(pupil.school_id).filter(open_still, pupil=pupil)


def contacts_ever(pupil: Pupil) -> QuerySet[Contact]:
    """Return everybody who is or was asked about a pupil, by name."""
    return Contact.objects.of(pupil.school_id).filter(pupil=pupil)


def contact_of(pupil: Pupil, pk: int) -> Contact:
    """Return somebody who is or was asked about a pupil. Raises Contact.DoesNotExist."""
    return contacts_ever(pupil).select_related("pupil__school__trust").get(pk=pk)


def wordings_of(school: School) -> QuerySet[Wording]:
    """Return what a school has told families in its own words, the newest first."""
    return Wording.objects.of(school).filter(ours=False).order_by("-since", "-pk")


def bases_of(school: School, *, at: datetime) -> list[tuple[str, str, dict[str, str]]]:
    """Return every place, as tier and platform, with the basis of each element there. Slugs. One query."""
    known = bases_at(school, at=at)
    places = [(tier, "") for tier in TIERS] + sorted({(tier, platform) for tier, platform, _ in known if platform})
    return [
        (tier, platform, {
            element: known.get((tier, platform, element)) or known.get((tier, "", element), "consent")
            for element in ELEMENTS
        })
        for tier, platform in places
    ]  # fmt: skip
