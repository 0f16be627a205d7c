"""Days on which a school is closed."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gatepost.schools.models import School
from gatepost.schools.scoping import ScopedManager


class Closure(models.Model):
    """A holiday, half term or INSET day of a school, from its first to its last day, both included.

    Weekends and bank holidays need no row.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="closures")
    name = models.CharField(max_length=60)
    first_day = models.DateField()
    last_day = models.DateField()

    objects = ScopedManager()

    classified: ClassVar = {"none": ["id", "school", "name", "first_day", "last_day"], "personal": [], "special": []}
    retention: ClassVar = "organisation"

    class Meta:
        """Soonest first."""

        ordering = ("first_day", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="closure_ends_after"),
            models.UniqueConstraint(fields=["school", "first_day", "last_day"], name="closure_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} at {self.school_id}"
