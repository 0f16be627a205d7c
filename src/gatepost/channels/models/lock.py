"""An account that somebody else may have got into."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.channels.models.channel import Channel
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager


class Lock(models.Model):
    """While it has not ended nothing is posted on the account. `statement` is what families are told another way."""

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="locks")
    reason = models.CharField(max_length=500)
    statement = models.TextField(blank=True)
    locked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    locked_at = models.DateTimeField()
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=500, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "channel__school"

    classified: ClassVar = {
        "none": ["id", "channel", "statement", "locked_at", "ended_at"],
        "personal": ["reason", "locked_by", "ended_by", "ending"],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """Latest first; one at a time, ended with a note."""

        ordering = ("-locked_at", "-id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["channel"], condition=Q(ended_at__isnull=True), name="lock_once"),
            models.CheckConstraint(condition=Q(ended_at__isnull=True) | ~Q(ending=""), name="lock_ended_with_a_note"),
        ]

    def __str__(self) -> str:
        return f"lock of {self.channel}"


class LockNote(models.Model):
    """A line of the log of a lock: a step of the playbook that was done, or what somebody saw or was told."""

    lock = models.ForeignKey(Lock, on_delete=models.PROTECT, related_name="notes")
    step = models.CharField(max_length=30, blank=True)
    says = models.CharField(max_length=500)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    objects = ScopedManager()
    school_path: ClassVar = "lock__channel__school"

    classified: ClassVar = {"none": ["id", "lock", "step", "at"], "personal": ["says", "by"], "special": []}
    retention: ClassVar = "record"

    class Meta:
        """In the order in which they were written."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.says
