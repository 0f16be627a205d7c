"""The emergency stop."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.schools.models import Person, School, Trust

_ON = Q(ended_at__isnull=True)


class Stop(models.Model):
    """From `started_at` until `ended_at` nothing is published at the school; without a school, at the whole trust."""

    trust = models.ForeignKey(Trust, on_delete=models.PROTECT, related_name="stops")
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True, blank=True, related_name="stops")
    reason = models.CharField(max_length=500)
    started_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)

    classified: ClassVar = {
        "none": ["id", "trust", "school", "started_at", "ended_at"],
        "personal": ["reason", "started_by", "ended_by", "note"],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """One at a time for a school, and one for the trust."""

        ordering = ("-started_at",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], condition=_ON & Q(school__isnull=False), name="stop_once"),
            models.UniqueConstraint(fields=["trust"], condition=_ON & Q(school__isnull=True), name="stop_once_trust"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="stop_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"stop at {self.school or self.trust}"
