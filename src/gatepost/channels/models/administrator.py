"""Who holds administrator rights on an account."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gatepost.channels.models.channel import Channel
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager


class Administrator(models.Model):
    """A person, or whoever holds a role, with administrator rights on an account, and why they need them.

    `left` is true where the rights ended because the person left or changed job, so that the password is to change.
    """

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="administrators")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="administers")
    role = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    left = models.BooleanField(default=False)

    objects = ScopedManager()
    school_path: ClassVar = "channel__school"

    classified: ClassVar = {
        "none": ["id", "channel", "role"],
        "personal": ["person", "reason", "since", "until", "left"],
        "special": [],
    }
    retention: ClassVar = "staff"

    class Meta:
        """The longest first; a person or a role once at a time."""

        ordering = ("since", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, role="") | (Q(person__isnull=True) & ~Q(role="")),
                name="administrator_person_or_role",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="administrator_ends_after"
            ),
            models.UniqueConstraint(
                fields=["channel", "person"],
                condition=Q(until__isnull=True, person__isnull=False),
                name="administrator_once",
            ),
            models.UniqueConstraint(
                fields=["channel", "role"],
                condition=Q(until__isnull=True) & ~Q(role=""),
                name="administrator_role_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.role} on {self.channel}"
