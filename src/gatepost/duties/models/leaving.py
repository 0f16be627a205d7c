"""Somebody leaves, or changes their job, and everything that is closed for it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.duties.leaving_kinds import KINDS, Kind
from gatepost.schools.models import Person, School
from gatepost.schools.scoping import ScopedManager


class Leaving(models.Model):
    """A person's last day: `why` is leaves (the school or trust) or moves (to another job there).

    `ended_at` is when Gatepost ended by itself what was left of it, `done_at` when the last item was closed.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="leavings")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="leavings")
    last_day = models.DateField()
    why = models.CharField(max_length=10)
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "begun_at", "ended_at", "done_at", "withdrawn_at"],
        "personal": ["person", "last_day", "why", "begun_by", "withdrawn_by"],
        "special": [],
    }
    retention: ClassVar = "staff"

    class Meta:
        """Soonest first; one at a time for each person at each school."""

        ordering = ("last_day", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(why__in=["leaves", "moves"]), name="leaving_why"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, ended_at__isnull=True),
                name="leaving_withdrawn_before_it_ended",
            ),
            models.UniqueConstraint(
                fields=["person", "school"],
                condition=Q(done_at__isnull=True, withdrawn_at__isnull=True),
                name="leaving_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.why}"


class LeavingItem(models.Model):
    """One thing to close: `what` is a slug of `duties.leaving_kinds`, `about` names the thing, such as `role:7`.

    `stays` marks what somebody who moves keeps. `done_by` is empty where Gatepost ended it by itself.
    """

    leaving = models.ForeignKey(Leaving, on_delete=models.PROTECT, related_name="items")
    what = models.CharField(max_length=20)
    about = models.CharField(max_length=80)
    says = models.CharField(max_length=300)
    stays = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    proof = models.CharField(max_length=300, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "leaving__school"

    classified: ClassVar = {
        "none": ["id", "leaving", "what", "about", "stays", "done_at"],
        "personal": ["says", "done_by", "proof"],
        "special": [],
    }
    retention: ClassVar = "staff"

    class Meta:
        """In the order in which they were listed; each once."""

        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["leaving", "about"], name="leaving_item_once"),
            models.CheckConstraint(
                condition=Q(done_by__isnull=True) | Q(done_at__isnull=False), name="leaving_item_done_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.says

    @property
    def kind(self) -> Kind:
        """What kind of item it is."""
        return KINDS[self.what]
