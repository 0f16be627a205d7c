"""An account that somebody came across and that is not on the register."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.channels.models.channel import Channel
from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class Sighting(models.Model):
    """An account that may be taken for the school's, as it was reported, and what was decided about it.

    `said` holds the facts of an account situation, as whoever reported it knew them; what is missing is unknown.
    `decision` is a slug of `channels.deciding`, empty while nobody has decided. `shown` is true where the head agreed
    that the public page lists it among those that are not the school's.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="sightings")
    platform = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    address = models.URLField(max_length=300, blank=True)
    note = models.CharField(max_length=500, blank=True)
    said = models.JSONField(default=dict)
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reported_at = models.DateTimeField()
    decision = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, null=True, blank=True, related_name="sightings")
    shown = models.BooleanField(default=False)

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "platform", "address", "reported_at", "decision", "decided_at", "channel", "shown"],
        "personal": ["name", "note", "said", "reported_by", "reason", "decided_by"],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """Latest first; a decision has somebody who took it."""

        ordering = ("-reported_at", "-id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decision="", decided_at__isnull=True) | (~Q(decision="") & Q(decided_at__isnull=False)),
                name="sighting_decided_once",
            ),
            models.CheckConstraint(condition=Q(shown=False) | ~Q(decision=""), name="sighting_shown_once_decided"),
        ]

    def __str__(self) -> str:
        return self.name
