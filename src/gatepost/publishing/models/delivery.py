"""One approved version on one channel."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.channels.models import Channel
from gatepost.publishing.models.version import Version
from gatepost.publishing.states import DELIVERY
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager

_OUT = Q(status__in=["published", "verified"])
_UP = Q(status="stray")
_GONE = Q(status="down")
_WENT_OUT = Q(published_at__isnull=False, published_by__isnull=False, found_at__isnull=True, found_by__isnull=True)
_WAS_FOUND = Q(published_at__isnull=True, published_by__isnull=True, found_at__isnull=False, found_by__isnull=False)
_NEITHER = Q(published_at__isnull=True, published_by__isnull=True, found_at__isnull=True, found_by__isnull=True)


class Delivery(models.Model):
    """A version on its way to a channel: ready, claimed by somebody, live at an address, down again.

    `due_at` is when it should be out. `key` is what the copy pack is opened by. `published_at` and `published_by` are
    of what the gate let through. What it stopped and somebody had put up all the same was never published: `found_at`
    is when, and `found_by` who, said so.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="deliveries")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="deliveries")
    status = models.CharField(max_length=12, default="ready")
    key = models.CharField(max_length=43, unique=True)
    due_at = models.DateTimeField()
    made_at = models.DateTimeField()
    claimed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    claimed_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    address = models.URLField(max_length=500, blank=True)
    found_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    found_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    verified_at = models.DateTimeField(null=True, blank=True)
    down_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "version__post__school"

    classified: ClassVar = {
        "none": ["id", "version", "channel", "status", "key", "due_at", "made_at", "claimed_at", "published_at",
                 "address", "found_at", "verified_at", "down_at"],
        "personal": ["claimed_by", "published_by", "found_by", "verified_by", "ended_because"],
        "special": [],
    }  # fmt: skip
    retention: ClassVar = "post"

    class Meta:
        """What is out says where, when and by whom; what is not out says none of it."""

        ordering = ("-made_at", "-id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "channel"], name="delivery_once_a_channel"),
            models.CheckConstraint(condition=Q(status__in=sorted(DELIVERY)), name="delivery_status"),
            models.CheckConstraint(
                condition=(_OUT & _WENT_OUT & ~Q(address=""))
                | (_UP & _WAS_FOUND & ~Q(address=""))
                | (_GONE & (_WENT_OUT | _WAS_FOUND) & ~Q(address=""))
                | (~_OUT & ~_UP & ~_GONE & _NEITHER & Q(address="")),
                name="delivery_out_says_where",
            ),
            models.CheckConstraint(
                condition=~Q(status="verified") | Q(verified_at__isnull=False, verified_by__isnull=False),
                name="delivery_verified_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(claimed_at__isnull=True, claimed_by__isnull=True)
                | Q(claimed_at__isnull=False, claimed_by__isnull=False),
                name="delivery_claimed_by_somebody",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["status", "due_at"], name="delivery_due")]

    def __str__(self) -> str:
        return f"{self.version} on {self.channel}"

    @property
    def up_since(self) -> datetime | None:
        """Since when it is known to be, or to have been, out: published, or found up. None where it never was."""
        return self.published_at or self.found_at

    @property
    def subject(self) -> str:
        """What the record calls it."""
        return f"delivery:{self.pk}"
