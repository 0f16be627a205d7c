"""The last line of a trust's record."""

from typing import ClassVar

from django.db import models


class Head(models.Model):
    """How many events a trust has and the digest of the last; the row that an append locks."""

    trust = models.SlugField(max_length=60, unique=True)
    count = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    classified: ClassVar = {"none": ["id", "trust", "count", "digest"], "personal": [], "special": []}
    retention: ClassVar = "record"

    def __str__(self) -> str:
        return f"{self.trust}: {self.count}"
