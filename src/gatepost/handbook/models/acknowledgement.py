"""That somebody has read a policy and accepts it."""

from typing import ClassVar

from django.db import models

from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class Acknowledgement(models.Model):
    """A person's word that they have read the policy of a school, as it stood.

    `digest` names what they read, as `InForce.digest` does; the next version of the policy asks for the next word.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="acknowledgements")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="acknowledgements")
    digest = models.CharField(max_length=130)
    at = models.DateTimeField()

    objects = ScopedManager()

    classified: ClassVar = {"none": ["id", "school", "digest"], "personal": ["person", "at"], "special": []}
    retention: ClassVar = "staff"

    class Meta:
        """Once for each version."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "person", "digest"], name="acknowledged_once")
        ]

    def __str__(self) -> str:
        return f"{self.person} of {self.school}"
