"""A finding that somebody kept, with the reason."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.publishing.models.post import Post
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager


class Waiver(models.Model):
    """Why a finding of a clause that leaves room was kept. It goes to the approver with the post.

    `clause` is the policy's id and the reference, `cause` the facts that made the clause speak, as text.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="waivers")
    clause = models.CharField(max_length=120)
    cause = models.CharField(max_length=300)
    reason = models.CharField(max_length=500)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    objects = ScopedManager()
    school_path: ClassVar = "post__school"

    classified: ClassVar = {
        "none": ["id", "post", "clause", "given_at"],
        "personal": ["cause", "reason", "given_by"],
        "special": [],
    }
    retention: ClassVar = "post"

    class Meta:
        """One for a finding, with a reason."""

        ordering = ("given_at", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post", "clause", "cause"], name="waiver_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"waiver of {self.clause}"
