"""What a tap changed in a draft: the words before and after."""

from typing import ClassVar, Final

from django.db import models
from django.db.models import Q

from gatepost.consents.models import Pupil
from gatepost.publishing.models.post import Post
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager

KINDS: Final = ("drop", "mean", "write")
"""The taps: a picture was taken out, a name was said to be somebody's, words were changed."""


class Change(models.Model):
    """One thing that was put right by one tap. The record names the clause alone; this row is erased with the post.

    `was` became `now`, between `lead` and `trail`, a few words of the text on either side. `title` is what stood there
    to put right, `clause` the policy's id and the reference, as they were shown. `text_before` and `text_after` are
    the whole text where words were changed, and `pupil` whom a name was said to mean: what taking it back goes by.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=10)
    clause = models.CharField(max_length=120)
    title = models.CharField(max_length=300)
    was = models.TextField()
    now = models.TextField(blank=True)
    lead = models.CharField(max_length=60, blank=True)
    trail = models.CharField(max_length=60, blank=True)
    text_before = models.TextField(blank=True)
    text_after = models.TextField(blank=True)
    pupil = models.ForeignKey(Pupil, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ScopedManager()
    school_path: ClassVar = "post__school"

    classified: ClassVar = {
        "none": ["id", "post", "kind", "clause", "at"],
        "personal": ["title", "was", "now", "lead", "trail", "text_before", "text_after", "pupil", "by"],
        "special": [],
    }
    retention: ClassVar = "post"

    class Meta:
        """In the order in which they were made."""

        ordering = ("at", "id")
        constraints: ClassVar = [models.CheckConstraint(condition=Q(kind__in=KINDS), name="change_kind")]

    def __str__(self) -> str:
        return f"{self.kind} by {self.clause}"
