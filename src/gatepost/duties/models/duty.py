"""A task."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class Duty(models.Model):
    """Something that a person owes by a time. `about` names the thing it is about, such as `delivery:12`."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="duties")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="duties")
    kind = models.CharField(max_length=30)
    what = models.CharField(max_length=200)
    about = models.CharField(max_length=80)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    proof = models.TextField(blank=True)

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "kind", "about", "opened_at", "due_at", "done_at"],
        "personal": ["owner", "what", "done_by", "proof"],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """Soonest first."""

        ordering = ("due_at", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="duty_done_by_somebody",
            ),
            models.UniqueConstraint(fields=["kind", "about"], condition=Q(done_at__isnull=True), name="duty_open_once"),
        ]

    def __str__(self) -> str:
        return self.what
