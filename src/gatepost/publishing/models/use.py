"""Where a pupil stands in a version: in a picture, named, described or quoted."""

from typing import ClassVar, Final

from django.db import models
from django.db.models import Q

from gatepost.consents.models import Pupil
from gatepost.publishing.models.version import Version
from gatepost.schools.scoping import ScopedManager

HOWS: Final[dict[str, str]] = {
    "picture": "in a picture",
    "work": "by their hands or work alone",
    "named": "named in the words",
    "alt_text": "named in a picture’s description",
    "quote": "quoted",
    "readable": "named by something that can be read in a picture",
}
"""Slug → how people say it."""


class Use(models.Model):
    """One way in which one version uses one pupil, written when the version was frozen.

    `full` is whether the name stands there in full. `maybe` marks a name that several pupils share: it is a use of
    each of them until somebody says whose it is. It says nothing of what the family answered.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="uses", db_index=False)
    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="uses")
    how = models.CharField(max_length=10)
    full = models.BooleanField(default=False)
    maybe = models.BooleanField(default=False)

    objects = ScopedManager()
    school_path: ClassVar = "pupil__school"

    classified: ClassVar = {
        "none": ["id", "version", "how", "full", "maybe"],
        "personal": ["pupil"],
        "special": [],
    }
    retention: ClassVar = "post"

    class Meta:
        """Each way once for a version. The index by pupil is what "every use of this pupil" reads."""

        ordering = ("version", "pupil", "how")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "pupil", "how"], name="use_once"),
            models.CheckConstraint(condition=Q(how__in=sorted(HOWS)), name="use_how"),
        ]

    def __str__(self) -> str:
        return f"{self.pupil} {HOWS[self.how]}"
