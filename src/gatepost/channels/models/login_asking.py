"""Somebody's wish for the login of an account."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gatepost.channels.models.channel import Channel
from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class LoginAsking(models.Model):
    """A request to be given the login of an account, and what was decided in writing. Never the login.

    `answer` is yes or no, empty while it waits. `route` is who decides, as the policy in force said when it was
    asked: role slugs joined by `|` or `+`.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="login_askings")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="login_askings")
    purpose = models.CharField(max_length=300)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    route = models.CharField(max_length=120)
    answer = models.CharField(max_length=3, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "channel", "asked_at", "route", "answer", "answered_at"],
        "personal": ["purpose", "asked_by", "reason", "answered_by"],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """Latest first; nobody answers their own wish, and nobody has two that wait for the same login."""

        ordering = ("-asked_at", "-id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("asked_by")), name="login_asking_by_another"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="login_asking_answered_once",
            ),
            models.UniqueConstraint(
                fields=["channel", "asked_by"], condition=Q(answer=""), name="login_asking_one_waits"
            ),
        ]

    def __str__(self) -> str:
        return f"The login of {self.channel}"
