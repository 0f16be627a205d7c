"""The accounts that somebody came across and that may be taken for the school's."""

from django.db.models import F, QuerySet

from gatepost.channels.deciding import Account
from gatepost.channels.models import Sighting
from gatepost.schools.models import Person, School


def reported(school: School) -> QuerySet[Sighting]:
    """Return every report of a school: those that nobody has decided about first, the longest wait first."""
    rows = Sighting.objects.of(school).select_related("reported_by", "decided_by", "channel")
    return rows.order_by(F("decided_at").desc(nulls_first=True), "reported_at", "pk")


def reported_by(person: Person, school: School) -> QuerySet[Sighting]:
    """Return what somebody has reported, latest first."""
    return Sighting.objects.of(school).filter(reported_by=person)


def sighting(school: School, pk: int) -> Sighting:
    """Return one report of a school. Raises Sighting.DoesNotExist."""
    rows = Sighting.objects.of(school).select_related("school__trust", "reported_by", "decided_by", "channel")
    return rows.get(pk=pk)


def not_ours(school: School) -> QuerySet[Sighting]:
    """Return the fakes that the head agreed to list on the public page, latest first."""
    return Sighting.objects.of(school).filter(decision="impostor", shown=True)


def account_of(row: Sighting) -> Account:
    """Return an account as it was reported, to ask the policy about it."""
    said = row.said
    return Account(
        platform=row.platform, name=row.name, address=row.address, uses_name=said.get("uses_org_name"),
        master_rights=said.get("master_rights", ""), editorial_oversight=said.get("editorial_oversight"),
        admins=said.get("admins"), authorised=said.get("authorised"),
        in_privacy_notice=said.get("in_privacy_notice"), asked_by=said.get("requested_by", {}).get("role", ""),
        uses_logo=said.get("uses_logo"),
    )  # fmt: skip
