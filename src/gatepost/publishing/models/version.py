"""A post as it was sent for sign-off, frozen."""

from typing import Any, ClassVar, NoReturn

from django.db import models

from gatepost.publishing.models.post import Post, first_words
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager


class Version(models.Model):
    """Text, pictures, people and channels at one moment. `digest` is the SHA-256 of `content` as canonical JSON.

    `steps` are the approvals that the policy asked for then, `verdict` what it said, `policy_digest` which text of
    the policy that was. Nothing but `ended_at` and `ended_because` is ever changed: a version that is ended is void.
    """

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    policy_digest = models.CharField(max_length=140)
    verdict = models.JSONField()
    steps = models.JSONField()
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "post__school"

    classified: ClassVar = {
        "none": ["id", "post", "number", "digest", "policy_digest", "steps", "sent_at", "ended_at"],
        "personal": ["content", "verdict", "sent_by", "ended_because"],
        "special": [],
    }
    retention: ClassVar = "post"

    class Meta:
        """Numbered within the post; one at a time holds."""

        ordering = ("post", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post", "number"], name="version_number"),
            models.UniqueConstraint(
                fields=["post"], condition=models.Q(ended_at__isnull=True), name="version_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of {self.post}"

    @property
    def title(self) -> str:
        """The first words as they were sent, for lists."""
        return first_words(self.content["text"]) or "A picture without words"

    @property
    def fingerprint(self) -> str:
        """The digest as a person compares it."""
        return f"{self.digest[:4]} {self.digest[4:8]}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: what was signed off stays readable."""
        raise TypeError("A version is never deleted.")
