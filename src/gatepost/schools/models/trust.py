"""A trust: one or more schools under one board."""

from typing import ClassVar

from django.db import models


class Trust(models.Model):
    """A lone school is a trust of one."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)

    classified: ClassVar = {"none": ["id", "name", "slug"], "personal": [], "special": []}
    retention: ClassVar = "organisation"

    def __str__(self) -> str:
        return self.name
