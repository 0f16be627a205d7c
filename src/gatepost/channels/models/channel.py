"""A school's official account on a platform."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class Channel(models.Model):
    """An account on the register. `platform` is a slug of the facts' vocabulary, `address` where people see it.

    `kind` and the other words of choice are slugs of `channels.particulars`. Where a login is kept is a place and the
    roles that can reach it, never the login. Empty means that nobody has said; what the policy makes of that is asked
    of `channels.standing`. `named_since` is when its name, handle or address last changed here, empty where none has.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="channels")
    kind = models.CharField(max_length=20, default="account")
    platform = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    handle = models.CharField(max_length=120, blank=True)
    address = models.URLField(max_length=300, blank=True)
    purpose = models.CharField(max_length=300, blank=True)
    audience = models.CharField(max_length=20, default="public")
    owner_role = models.CharField(max_length=40, blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="owns_channels")
    master_rights = models.CharField(max_length=20, blank=True)
    master_holder = models.CharField(max_length=40, blank=True)
    editorial_oversight = models.BooleanField(null=True, blank=True)
    authorised = models.BooleanField(null=True, blank=True)
    most_admins = models.PositiveSmallIntegerField(null=True, blank=True)
    recovery = models.CharField(max_length=200, blank=True)
    login_place = models.CharField(max_length=20, blank=True)
    login_where = models.CharField(max_length=200, blank=True)
    login_custodians = models.CharField(max_length=200, blank=True)
    comments = models.CharField(max_length=20, blank=True)
    house_rules = models.CharField(max_length=500, blank=True)
    apps = models.CharField(max_length=300, blank=True)
    disclaimer = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=500, blank=True)
    named_since = models.DateTimeField(null=True, blank=True)
    opened_on = models.DateField()
    trial_until = models.DateField(null=True, blank=True)
    closing_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    objects = ScopedManager()

    classified: ClassVar = {
        "none": [
            "id", "school", "kind", "platform", "name", "handle", "address", "purpose", "audience", "owner_role",
            "master_rights", "master_holder", "editorial_oversight", "authorised", "most_admins", "login_place",
            "login_where", "comments", "house_rules", "apps", "disclaimer", "named_since", "opened_on", "trial_until",
            "closing_on", "closed_on",
        ],
        "personal": ["owner", "recovery", "login_custodians", "note"],
        "special": [],
    }  # fmt: skip
    retention: ClassVar = "record"

    class Meta:
        """By platform."""

        ordering = ("platform", "name", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")), name="channel_closes_after"
            ),
            models.CheckConstraint(
                condition=Q(trial_until__isnull=True) | Q(trial_until__gte=F("opened_on")), name="channel_trial_after"
            ),
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
