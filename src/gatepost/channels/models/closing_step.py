"""What has been done to close an account in good order."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.channels.models.channel import Channel
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager


class ClosingStep(models.Model):
    """One step of closing an account, done: `step` is a slug of `channels.closing`, `proof` how one can tell.

    `given_up_at` is when the account was kept open after all: it is read then, and counts for no closing any more.
    """

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="closing_steps")
    step = models.CharField(max_length=30)
    skipped = models.BooleanField(default=False)
    proof = models.CharField(max_length=300)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField()
    given_up_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "channel__school"

    classified: ClassVar = {
        "none": ["id", "channel", "step", "skipped", "proof", "done_at", "given_up_at"],
        "personal": ["done_by"],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """In the order in which they were done; each once in a closing."""

        ordering = ("done_at", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["channel", "step"], condition=Q(given_up_at__isnull=True), name="closing_step_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.step} of {self.channel}"
