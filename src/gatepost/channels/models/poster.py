"""Who may post on an account."""

from typing import ClassVar

from django.db import models

from gatepost.channels.models.channel import Channel
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager


class Poster(models.Model):
    """A person whom the school has approved to post on a channel, or who is in a messaging group, until removed."""

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="posters")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="poster_on")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "channel__school"

    classified: ClassVar = {"none": ["id", "channel"], "personal": ["person", "since", "until"], "special": []}
    retention: ClassVar = "staff"

    class Meta:
        """Named once at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["channel", "person"], condition=models.Q(until__isnull=True), name="poster_named_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} on {self.channel}"
