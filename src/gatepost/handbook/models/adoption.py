"""A policy as adopted."""

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.db.models import Q

from gatepost.schools.models import Person, School, Trust


class Adoption(models.Model):
    """One version of a policy, adopted for a trust, or for one school of it, from a day on.

    The YAML is kept as it was adopted and named by its SHA-256 (`digest`), so that what was in force on any day can
    be read again. Rows are never changed: the next version is the next row.
    """

    trust = models.ForeignKey(Trust, on_delete=models.PROTECT, related_name="adoptions")
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True, blank=True, related_name="adoptions")
    policy_id = models.SlugField(max_length=60)
    title = models.CharField(max_length=200)
    version = models.CharField(max_length=40, blank=True)
    supplements = models.SlugField(max_length=60, blank=True)
    text = models.TextField()
    digest = models.CharField(max_length=64)
    effective_from = models.DateField()
    adopted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    adopted_at = models.DateTimeField()

    classified: ClassVar = {
        "none": [
            "id", "trust", "school", "policy_id", "title", "version", "supplements", "text", "digest",
            "effective_from", "adopted_at",
        ],
        "personal": ["adopted_by"],
        "special": [],
    }  # fmt: skip
    retention: ClassVar = "record"

    class Meta:
        """Newest first."""

        ordering = ("-effective_from", "-id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(supplements="") | Q(school__isnull=False), name="adoption_supplement")
        ]

    def __str__(self) -> str:
        return self.title

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: what was in force must stay readable."""
        raise TypeError("An adopted policy is never deleted; the next version takes its place.")
