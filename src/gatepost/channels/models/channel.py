"""A school's official account on a platform."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gatepost.schools.models import School
from gatepost.schools.scoping import ScopedManager


class Channel(models.Model):
    """An official account. `platform` is a slug of the facts' vocabulary, `address` where people see it."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="channels")
    platform = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    address = models.URLField(max_length=300, blank=True)
    audience = models.CharField(max_length=20, default="public")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "platform", "name", "address", "audience", "opened_on", "closed_on"],
        "personal": [],
        "special": [],
    }
    retention: ClassVar = "record"

    class Meta:
        """By platform."""

        ordering = ("platform", "name", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")), name="channel_closes_after"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} on {platform_name(self.platform)}"

    @property
    def platform_name(self) -> str:
        """The platform as people write it."""
        return platform_name(self.platform)


_NAMES = {"facebook": "Facebook", "instagram": "Instagram", "linkedin": "LinkedIn", "youtube": "YouTube", "x": "X",
          "tiktok": "TikTok", "bluesky": "Bluesky", "mastodon": "Mastodon", "whatsapp": "WhatsApp",
          "website": "the website", "threads": "Threads"}  # fmt: skip


def platform_name(slug: str) -> str:
    """Return a platform as people write it."""
    return _NAMES.get(slug, slug.replace("_", " ").capitalize())
