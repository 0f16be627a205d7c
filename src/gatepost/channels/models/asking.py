"""Somebody's wish for a new account."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.channels.models.channel import Channel
from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class Asking(models.Model):
    """A request to open an account, and what was decided. `answer` is yes or no, empty while it waits.

    `kind` is a slug of `channels.particulars`: an account that people look up, or a messaging group. `route`
    is who decides, as the policy in force said when it was asked: role slugs joined by `|` or `+`.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="askings")
    kind = models.CharField(max_length=20, default="account")
    platform = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    purpose = models.CharField(max_length=300)
    audience = models.CharField(max_length=20, default="public")
    risks = models.CharField(max_length=1000)
    first_admin = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    second_admin = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    uses_logo = models.BooleanField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    route = models.CharField(max_length=120)
    answer = models.CharField(max_length=3, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, null=True, blank=True, related_name="askings")

    objects = ScopedManager()

    classified: ClassVar = {
        "none": [
            "id", "school", "kind", "platform", "name", "purpose", "audience", "risks", "uses_logo", "ends_on",
            "asked_at", "route", "answer", "answered_at", "channel",
        ],
        "personal": ["first_admin", "second_admin", "asked_by", "reason", "answered_by"],
        "special": [],
    }  # fmt: skip
    retention: ClassVar = "record"

    class Meta:
        """Latest first; two administrators are two people, and nobody answers their own wish."""

        ordering = ("-asked_at", "-id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(first_admin=models.F("second_admin")), name="asking_two_admins"),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=models.F("asked_by")), name="asking_by_another"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="asking_answered_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.platform})"
