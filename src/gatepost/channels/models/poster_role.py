"""The roles whose holders post on an account."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.channels.models.channel import Channel
from gatepost.schools.scoping import ScopedManager


class PosterRole(models.Model):
    """Whoever holds this role at the school is approved to post on an account, until it is taken off the list.

    On a messaging group it says who is in it.
    """

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="poster_roles")
    role = models.CharField(max_length=40)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "channel__school"

    classified: ClassVar = {"none": ["id", "channel", "role", "since", "until"], "personal": [], "special": []}
    retention: ClassVar = "record"

    class Meta:
        """A role once at a time."""

        ordering = ("role", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["channel", "role"], condition=Q(until__isnull=True), name="poster_role_named_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} on {self.channel}"
