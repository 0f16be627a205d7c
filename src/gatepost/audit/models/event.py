"""One thing that somebody did."""

from typing import Any, ClassVar, NoReturn

from django.db import models


class Event(models.Model):
    """A line of a trust's record. It has no foreign keys, so that nothing deleted elsewhere can change it.

    `digest` is the SHA-256 (hex) of everything else in the line, the digest before it included.
    """

    trust = models.SlugField(max_length=60)
    number = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=60)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10)
    actor_ref = models.CharField(max_length=80)
    actor_name = models.CharField(max_length=200)
    school = models.SlugField(max_length=60, blank=True)
    subject = models.CharField(max_length=80)
    facts = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    classified: ClassVar = {
        "none": ["id", "trust", "number", "kind", "at", "actor_kind", "school", "subject", "previous", "digest"],
        "personal": ["actor_ref", "actor_name", "facts"],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """One number once in a trust's line."""

        ordering = ("trust", "number")
        constraints: ClassVar = [models.UniqueConstraint(fields=["trust", "number"], name="audit_event_number")]
        indexes: ClassVar = [
            models.Index(fields=["trust", "subject", "number"], name="audit_event_subject"),
            models.Index(fields=["trust", "school", "number"], name="audit_event_school"),
        ]

    def __str__(self) -> str:
        return f"{self.trust} {self.number}: {self.kind}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: the record only grows."""
        raise TypeError("The record only grows: an event is never deleted.")
