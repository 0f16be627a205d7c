"""A parent or carer of a pupil, or somebody else to ask."""

from datetime import date
from typing import ClassVar

from django.db import models

from gatepost.consents.models.pupil import Pupil
from gatepost.schools.scoping import ScopedManager


class Contact(models.Model):
    """Somebody who may be asked about a pupil, as the MIS has them; once for each pupil.

    `parental_responsibility` is None where nobody has said. `ended_on` is the last day on which the person is asked.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(max_length=160)
    relationship = models.CharField(max_length=60, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    parental_responsibility = models.BooleanField(null=True, blank=True)
    mis_id = models.CharField(max_length=40, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField()

    objects = ScopedManager()
    school_path: ClassVar = "pupil__school"

    classified: ClassVar = {
        "none": ["id", "changed_at"],
        "personal": ["pupil", "name", "relationship", "email", "parental_responsibility", "mis_id", "ended_on"],
        "special": [],
    }
    retention: ClassVar = "pupil"

    class Meta:
        """By name."""

        ordering = ("name", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(name=""), name="contact_has_a_name"),
            models.UniqueConstraint(
                fields=["pupil", "mis_id"], condition=~models.Q(mis_id=""), name="contact_mis_id_once"
            ),
        ]

    def is_asked(self, *, on: date) -> bool:
        """Return whether the school asks them on a day: not once their time has ended, nor without responsibility."""
        return (self.ended_on is None or self.ended_on >= on) and self.parental_responsibility is not False

    def __str__(self) -> str:
        return f"contact {self.pk}"  # never a name: this stands in logs
