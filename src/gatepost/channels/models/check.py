"""What somebody looked at on an account, and what they found."""

from typing import Any, ClassVar, NoReturn

from django.db import models

from gatepost.channels.models.channel import Channel
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager


class Check(models.Model):
    """One look at one thing: its `kind` and `found` are slugs of `channels.check_kinds`.

    `how` says how it was looked at, `evidence` where one can see it; neither ever holds a login. The latest of a kind
    counts, until `expires_on`, its last good day. Rows are never changed: the next look is the next row.
    """

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="looks")
    kind = models.CharField(max_length=30)
    found = models.CharField(max_length=20)
    how = models.CharField(max_length=200, blank=True)
    evidence = models.CharField(max_length=300, blank=True)
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    checked_at = models.DateTimeField()
    expires_on = models.DateField(null=True, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "channel__school"

    classified: ClassVar = {
        "none": ["id", "channel", "kind", "found", "how", "evidence", "checked_at", "expires_on"],
        "personal": ["checked_by"],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """Latest first."""

        ordering = ("-checked_at", "-id")
        indexes: ClassVar = [models.Index(fields=["channel", "kind", "-checked_at"], name="check_latest")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.channel}: {self.found}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: what was looked at must stay readable."""
        raise TypeError("A check is never deleted; the next look takes its place.")
