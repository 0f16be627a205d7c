"""An approver's yes, or no, to one version."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.publishing.models.version import Version
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager


class Approval(models.Model):
    """What one person decided on one version, as the holder of what `step` asks for.

    `digest` is that of the version as this person saw it. `answers` are the questions that they answered, by key.
    A yes holds until `expires_at`.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="approvals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="approvals")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=80)
    role = models.CharField(max_length=40)
    yes = models.BooleanField()
    digest = models.CharField(max_length=64)
    reason = models.TextField(blank=True)
    answers = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()
    expires_at = models.DateTimeField()

    objects = ScopedManager()
    school_path: ClassVar = "version__post__school"

    classified: ClassVar = {
        "none": ["id", "version", "step", "role", "yes", "digest", "at", "expires_at"],
        "personal": ["person", "author", "reason", "answers"],
        "special": [],
    }
    retention: ClassVar = "post"

    class Meta:
        """One decision a person and a yes a step; never the author's."""

        ordering = ("at", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "person"], name="approval_once_a_person"),
            models.UniqueConstraint(fields=["version", "step"], condition=Q(yes=True), name="approval_once_a_step"),
            models.CheckConstraint(condition=~Q(person=models.F("author")), name="approval_not_the_author"),
            models.CheckConstraint(condition=Q(yes=True) | ~Q(reason=""), name="approval_no_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.person} on {self.version}"
