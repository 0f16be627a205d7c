"""A pupil on the roll."""

from typing import ClassVar

from django.db import models

from gatepost.schools.models import School
from gatepost.schools.scoping import ScopedManager


class Pupil(models.Model):
    """A pupil of a school, as the MIS has them. `left_on` is the last day on the roll."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="pupils")
    legal_first = models.CharField(max_length=80)
    legal_last = models.CharField(max_length=80)
    preferred_first = models.CharField(max_length=80, blank=True)
    preferred_last = models.CharField(max_length=80, blank=True)
    nicknames = models.CharField(max_length=200, blank=True)
    upn = models.CharField(max_length=13, blank=True)
    admission_no = models.CharField(max_length=20, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    class_name = models.CharField(max_length=40, blank=True)
    dob = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField()

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "changed_at"],
        "personal": [
            "legal_first", "legal_last", "preferred_first", "preferred_last", "nicknames", "upn", "admission_no",
            "year", "class_name", "dob", "left_on",
        ],
        "special": [],
    }  # fmt: skip
    retention: ClassVar = "pupil"

    class Meta:
        """By class and name."""

        ordering = ("year", "class_name", "legal_last", "legal_first", "id")
        indexes: ClassVar = [models.Index(fields=["school", "class_name"], name="pupil_by_class")]

    def __str__(self) -> str:
        return f"pupil {self.pk}"  # never a name: this stands in logs

    @property
    def first(self) -> str:
        """The first name that the pupil goes by."""
        return self.preferred_first or self.legal_first

    @property
    def last(self) -> str:
        """The surname that the pupil goes by."""
        return self.preferred_last or self.legal_last

    @property
    def full_name(self) -> str:
        """First name and surname, as the pupil goes by."""
        return f"{self.first} {self.last}"
