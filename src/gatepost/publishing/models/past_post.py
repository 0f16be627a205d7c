"""A post of before Gatepost, or from outside it, as somebody looks through them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.consents.models import Pupil
from gatepost.publishing.models.campaign import Campaign
from gatepost.publishing.models.post import first_words
from gatepost.publishing.states import PAST, SETTLED, SHOWS
from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class PastPost(models.Model):
    """Where a post stands in the open, what is known of it, and what was decided.

    `channel` is None for an account that is not on the register: then `account` is what it is called. `key` is the
    address without what differs between two links to one post. `shows` is one of SHOWS, empty while nobody has said;
    `people_said` whether somebody has said who is in it, and `pupils` whom. `found` is what had been found when it was
    decided to keep it, as keys of marks: whatever else is found later makes it a post to look at again. `decided_as`
    is the role by which it was decided.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="past_posts")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="posts")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, null=True, blank=True, related_name="past_posts")
    platform = models.CharField(max_length=30)
    account = models.CharField(max_length=120, blank=True)
    address = models.URLField(max_length=500)
    key = models.CharField(max_length=500)
    posted_on = models.DateField(null=True, blank=True)
    text = models.TextField(blank=True)
    shows = models.CharField(max_length=20, blank=True)
    people_said = models.BooleanField(default=False)
    pupils = models.ManyToManyField(Pupil, blank=True, related_name="past_posts")
    state = models.CharField(max_length=10, default="to_do")
    reason = models.CharField(max_length=500, blank=True)
    found = models.JSONField(default=list, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_as = models.CharField(max_length=40, blank=True)
    proof = models.CharField(max_length=500, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "campaign", "channel", "platform", "posted_on", "shows", "people_said", "state",
                 "decided_at", "decided_as", "settled_at", "added_at"],
        "personal": ["account", "address", "key", "text", "pupils", "reason", "found", "decided_by", "proof",
                     "added_by"],
        "special": [],
    }  # fmt: skip
    retention: ClassVar = "post"

    class Meta:
        """In the order in which they were added. One address is one post of a school, however it was written."""

        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "key"], name="past_post_address_once"),
            models.CheckConstraint(condition=Q(state__in=sorted(PAST)), name="past_post_state"),
            models.CheckConstraint(condition=Q(shows__in=["", *sorted(SHOWS)]), name="past_post_shows"),
            models.CheckConstraint(
                condition=Q(state="to_do", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="to_do") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="past_post_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(SETTLED), settled_at__isnull=False)
                | (~Q(state__in=sorted(SETTLED)) & Q(settled_at__isnull=True)),
                name="past_post_settled_at_a_time",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["campaign", "state"], name="past_post_by_state")]

    def __str__(self) -> str:
        return f"past post {self.pk}"

    @property
    def where(self) -> str:
        """The account on which it stands, as people say it."""
        if self.channel is not None:
            return str(self.channel)
        return f"{self.account or 'an account'} on {platform_name(self.platform)}"

    @property
    def title(self) -> str:
        """The first words, for lists; where it has none, its address."""
        return first_words(self.text) or self.address.removeprefix("https://")

    @property
    def state_words(self) -> str:
        """Where it stands, as people say it."""
        return PAST[self.state]

    @property
    def subject(self) -> str:
        """What the record and a task call it."""
        return f"past:{self.pk}"
