"""Wishes for the login of an account, as they are read."""

from django.db.models import F, QuerySet

from gatepost.channels.models import LoginAsking
from gatepost.schools.models import School


def login_askings(school: School) -> QuerySet[LoginAsking]:
    """Return every wish for a login of a school: those that wait first, the longest first; then the latest answered."""
    rows = LoginAsking.objects.of(school).select_related("asked_by", "answered_by", "channel")
    return rows.order_by(F("answered_at").desc(nulls_first=True), "asked_at", "pk")


def login_asking_at(school: School, pk: int) -> LoginAsking:
    """Return one wish for a login. Raises LoginAsking.DoesNotExist."""
    return LoginAsking.objects.of(school).select_related("asked_by", "answered_by", "channel", "school__trust").get(
        pk=pk
    )  # fmt: skip
