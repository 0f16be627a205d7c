"""A role that a person holds."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gatepost.schools.models.person import Person
from gatepost.schools.models.school import School


class HeldRole(models.Model):
    """A role or a position held at one school, or, without a school, at every school of the person's trust."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="held_roles")
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True, blank=True, related_name="held_roles")
    role = models.CharField(max_length=40)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    classified: ClassVar = {"none": ["id", "school"], "personal": ["person", "role", "since", "until"], "special": []}
    retention: ClassVar = "staff"

    class Meta:
        """Held once at a time, and ended no earlier than begun."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "school", "role"],
                condition=Q(until__isnull=True, school__isnull=False),
                name="role_held_once",
            ),
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=Q(until__isnull=True, school__isnull=True),
                name="role_held_once_trust",
            ),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="role_ends_after"),
        ]

    def __str__(self) -> str:
        return f"{self.person} as {self.role}"
