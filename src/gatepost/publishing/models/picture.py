"""A picture of a post."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.consents.models import Pupil
from gatepost.publishing.models.post import Post
from gatepost.publishing.states import FACES, LOOKING, LOOKS
from gatepost.schools.scoping import ScopedManager


class Picture(models.Model):
    """A picture as it was written anew on arrival: pixels only. The file that came is not kept.

    `sha256` names the stored bytes; `removed` lists what the file carried beside the picture (place, camera, …).
    `pupils` are chosen by eye from the class list; `people_said` is whether that has been done.
    `look` is how far the look into it has come, `look_since` when it was asked for, `tries` how often it was begun.
    `seen` holds the faces and words that were found, each with its box, and never whose face it is; `marks` what a
    person said of a box or did with it (see pictures/boxes.py). `dhash` is what near copies share, in hex.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="pictures")
    position = models.PositiveSmallIntegerField()
    file = models.FileField(upload_to="posts/%Y/%m", max_length=200)
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    removed = models.JSONField(default=list, blank=True)
    alt_text = models.CharField(max_length=1000, blank=True)
    face_shown = models.CharField(max_length=20, blank=True)
    names_visible = models.CharField(max_length=10, blank=True)
    capture_device = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    pupils = models.ManyToManyField(Pupil, blank=True, related_name="pictures")
    people_said = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    look = models.CharField(max_length=8, default="none")
    look_since = models.DateTimeField(null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    seen = models.JSONField(default=dict, blank=True)
    marks = models.JSONField(default=dict, blank=True)
    dhash = models.CharField(max_length=16, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "post__school"

    classified: ClassVar = {
        "none": ["id", "post", "position", "sha256", "width", "height", "removed", "people_said", "added_at",
                 "face_shown", "names_visible", "capture_device", "look", "look_since", "looked_at", "tries", "dhash"],
        "personal": ["file", "alt_text", "reason", "pupils", "seen", "marks"],
        "special": [],
    }  # fmt: skip
    retention: ClassVar = "post"

    class Meta:
        """In the order of the post."""

        ordering = ("position", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(face_shown__in=["", *sorted(FACES)]), name="picture_face_shown"),
            models.CheckConstraint(condition=Q(look__in=sorted(LOOKS)), name="picture_look"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["added_at"], condition=Q(look__in=sorted(LOOKING)), name="picture_to_look_into"),
        ]

    def __str__(self) -> str:
        return f"picture {self.pk}"
