"""A pupil on the roll."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.consents.elements import WHO_ANSWERS
from gatepost.schools.models import School
from gatepost.schools.scoping import ScopedManager


class Pupil(models.Model):
    """A pupil of a school, as the MIS has them. `left_on` is the last day on the roll, `mis_id` the MIS's own number.

    `who_answers` is one of WHO_ANSWERS where the DPO has decided for this pupil, else empty: as everybody's.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="pupils")
    legal_first = models.CharField(max_length=80)
    legal_last = models.CharField(max_length=80)
    preferred_first = models.CharField(max_length=80, blank=True)
    preferred_last = models.CharField(max_length=80, blank=True)
    nicknames = models.CharField(max_length=200, blank=True)
    upn = models.CharField(max_length=13, blank=True)
    mis_id = models.CharField(max_length=40, blank=True)
    admission_no = models.CharField(max_length=20, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    class_name = models.CharField(max_length=40, blank=True)
    dob = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    who_answers = models.CharField(max_length=10, blank=True)
    changed_at = models.DateTimeField()

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "changed_at"],
        "personal": [
            "legal_first", "legal_last", "preferred_first", "preferred_last", "nicknames", "upn", "mis_id",
            "admission_no", "year", "class_name", "dob", "left_on", "who_answers",
        ],
        "special": [],
    }  # fmt: skip
    retention: ClassVar = "pupil"

    class Meta:
        """By class and name. A number that tells pupils apart is one pupil's at a school."""

        ordering = ("year", "class_name", "legal_last", "legal_first", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(who_answers__in=["", *sorted(WHO_ANSWERS)]), name="pupil_who_answers"),
            models.UniqueConstraint(fields=["school", "upn"], condition=~Q(upn=""), name="pupil_upn_once"),
            models.UniqueConstraint(fields=["school", "mis_id"], condition=~Q(mis_id=""), name="pupil_mis_id_once"),
            models.UniqueConstraint(
                fields=["school", "admission_no"], condition=~Q(admission_no=""), name="pupil_admission_no_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "class_name"], name="pupil_by_class"),
            models.Index(fields=["school", "legal_last"], name="pupil_by_name"),
        ]

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
