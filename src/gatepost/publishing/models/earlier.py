"""A picture of a draft as it was before something in it was blurred or cut off."""

from typing import ClassVar

from django.db import models

from gatepost.publishing.models.picture import Picture
from gatepost.schools.scoping import ScopedManager


class Earlier(models.Model):
    """The pixels as they were, for as long as blurring can be taken back: on the draft alone, and for a few days.

    When the draft is sent for sign-off the row goes, and its file with it.
    """

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="earlier")
    file = models.FileField(upload_to="posts/%Y/%m", max_length=200)
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    seen = models.JSONField(default=dict, blank=True)
    marks = models.JSONField(default=dict, blank=True)
    made_at = models.DateTimeField()

    objects = ScopedManager()
    school_path: ClassVar = "picture__post__school"

    classified: ClassVar = {
        "none": ["id", "picture", "sha256", "width", "height", "made_at"],
        "personal": ["file", "seen", "marks"],
        "special": [],
    }
    retention: ClassVar = "post"

    class Meta:
        """The latest first: that is the one to go back to."""

        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.picture} as it was"
