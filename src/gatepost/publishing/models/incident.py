"""An incident, during which only some may publish."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.channels.models import Channel
from gatepost.schools.models import Person, School, Trust

_ON = Q(ended_at__isnull=True)


class Incident(models.Model):
    """Until it is ended, only the named people publish, and only on the named channels.

    Without a school it holds at every school of the trust whose policy has such a mode.
    """

    trust = models.ForeignKey(Trust, on_delete=models.PROTECT, related_name="incidents")
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True, blank=True, related_name="incidents")
    reason = models.CharField(max_length=500)
    channels = models.ManyToManyField(Channel, blank=True, related_name="+")
    people = models.ManyToManyField(Person, blank=True, related_name="+")
    declared_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)

    classified: ClassVar = {
        "none": ["id", "trust", "school", "channels", "declared_at", "ended_at"],
        "personal": ["reason", "people", "declared_by", "ended_by", "note"],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """One at a time for a school, and one for the trust; ended with a note."""

        ordering = ("-declared_at",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], condition=_ON & Q(school__isnull=False), name="incident_once"),
            models.UniqueConstraint(
                fields=["trust"], condition=_ON & Q(school__isnull=True), name="incident_once_trust"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(note="")),
                name="incident_ended_with_a_note",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"incident at {self.school or self.trust}"
