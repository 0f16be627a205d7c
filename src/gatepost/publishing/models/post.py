"""A post, from its first word on."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.channels.models import Channel
from gatepost.consents.models import Pupil
from gatepost.publishing.states import POST
from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class Post(models.Model):
    """What somebody drafts. What is signed off is a Version of it, and what goes out a Delivery of that.

    `edits` counts changes, so that two windows on one draft do not overwrite each other. `said` holds the facts that
    its author answered, by path, such as `{"post_type": "achievement"}`; `other_ways` the slugs of OTHER_WAYS.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="posts")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    status = models.CharField(max_length=12, default="draft")
    text = models.TextField(blank=True)
    channels = models.ManyToManyField(Channel, blank=True, related_name="posts")
    named = models.ManyToManyField(Pupil, blank=True, related_name="named_in")
    other_ways = models.JSONField(default=list, blank=True)
    said = models.JSONField(default=dict, blank=True)
    go_out_at = models.DateTimeField(null=True, blank=True)
    edits = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "status", "channels", "go_out_at", "edits", "created_at", "changed_at"],
        "personal": ["author", "text", "named", "other_ways", "said"],
        "special": [],
    }
    retention: ClassVar = "post"

    class Meta:
        """Newest first."""

        ordering = ("-changed_at", "-id")
        constraints: ClassVar = [models.CheckConstraint(condition=Q(status__in=sorted(POST)), name="post_status")]
        indexes: ClassVar = [
            models.Index(fields=["school", "status", "-changed_at"], name="post_by_status"),
            models.Index(fields=["author", "-changed_at"], name="post_by_author"),
        ]

    def __str__(self) -> str:
        return f"post {self.pk}"

    @property
    def title(self) -> str:
        """The first words, for lists."""
        return first_words(self.text)

    @property
    def subject(self) -> str:
        """What the record calls it."""
        return f"post:{self.pk}"


def first_words(text: str) -> str:
    """Return the first words of a text, for lists."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:58].rsplit(" ", 1)[0] + "…"
