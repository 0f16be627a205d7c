"""A school."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models

from gatepost.schools.models.trust import Trust


class School(models.Model):
    """A school of a trust. `colour` marks its pages, so that everybody sees which school they are in.

    `contacts` are the school's own telephone numbers and addresses, as text: no personal detail where a post has them.
    """

    trust = models.ForeignKey(Trust, on_delete=models.PROTECT, related_name="schools")
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    colour = models.CharField(max_length=7, default="#155468", validators=[RegexValidator(r"^#[0-9a-f]{6}$")])
    nation = models.CharField(max_length=20, default="england")
    contacts = models.JSONField(default=list, blank=True)

    classified: ClassVar = {
        "none": ["id", "trust", "name", "slug", "colour", "nation", "contacts"],
        "personal": [],
        "special": [],
    }
    retention: ClassVar = "organisation"

    class Meta:
        """By name."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
