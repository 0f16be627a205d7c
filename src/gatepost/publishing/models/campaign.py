"""A look through what a school posted before Gatepost, or outside it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class Campaign(models.Model):
    """One look through earlier posts, such as “Back-catalogue, autumn 2026”, to be finished by a day.

    A school has one at a time. It holds the past posts that were added while it went on.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="campaigns")
    name = models.CharField(max_length=80)
    due_on = models.DateField()
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "name", "due_on", "begun_at", "ended_at"],
        "personal": ["begun_by", "ended_by"],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """The latest first."""

        ordering = ("-begun_at", "-id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "name"], name="campaign_name_once"),
            models.UniqueConstraint(fields=["school"], condition=Q(ended_at__isnull=True), name="campaign_one_open"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="campaign_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> str:
        """What the record calls it."""
        return f"campaign:{self.pk}"
