"""A picture that was not wanted once: sent back, stopped before it went out, or taken down."""

from typing import ClassVar, Final

from django.db import models
from django.db.models import Q

from gatepost.publishing.models.post import Post
from gatepost.schools.models import School
from gatepost.schools.scoping import ScopedManager

WHYS: Final[dict[str, str]] = {
    "sent_back": "sent back because of a picture",
    "pulled": "stopped before it went out",
    "down": "taken down",
}
"""What became of the post: slug → words. Never why, and nothing of whom it showed."""


class Declined(models.Model):
    """What a picture of a post looked like, as a number that near copies share. Nothing can be drawn from it."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    dhash = models.CharField(max_length=16)
    why = models.CharField(max_length=10)
    at = models.DateTimeField()

    objects = ScopedManager()

    classified: ClassVar = {"none": ["id", "school", "post", "dhash", "why", "at"], "personal": [], "special": []}
    retention: ClassVar = "post"

    class Meta:
        """The latest first."""

        ordering = ("-at", "-id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(why__in=sorted(WHYS)), name="declined_why"),
            models.CheckConstraint(condition=~Q(dhash=""), name="declined_has_a_look"),
        ]

    def __str__(self) -> str:
        return f"{self.post}, {WHYS[self.why]}"
