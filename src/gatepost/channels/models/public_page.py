"""Whether a school's list of official accounts is public."""

from typing import ClassVar

from django.db import models

from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class PublicPage(models.Model):
    """What the head decided about the public page of a school. Without a row it is up."""

    school = models.OneToOneField(School, on_delete=models.PROTECT, related_name="official_page")
    shown = models.BooleanField(default=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField()

    objects = ScopedManager()

    classified: ClassVar = {"none": ["id", "school", "shown", "decided_at"], "personal": ["decided_by"], "special": []}
    retention: ClassVar = "record"

    def __str__(self) -> str:
        return f"public page of {self.school}"
