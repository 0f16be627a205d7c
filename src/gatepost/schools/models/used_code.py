"""A one-time code that has let somebody in."""

from typing import ClassVar

from django.db import models

from gatepost.schools.models.person import Person


class UsedCode(models.Model):
    """A code from somebody's app, or a recovery code, that lets nobody in again while it would still be right.

    `digest` is a keyed one, so that the code cannot be read here.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="used_codes")
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    classified: ClassVar = {"none": ["id", "digest"], "personal": ["person", "at"], "special": []}
    retention: ClassVar = "staff"

    class Meta:
        """Used once: of two who send one code at the same moment the database refuses the second."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "digest"], name="code_used_once")]

    def __str__(self) -> str:
        return f"a code of {self.person}"
