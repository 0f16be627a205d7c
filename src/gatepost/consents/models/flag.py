"""A DSL's word that a pupil is not to be shown."""

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.db.models import F, Q

from gatepost.consents.models.pupil import Pupil
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager


class Flag(models.Model):
    """Do not show this pupil, anywhere, from `since` and before `until`. None but the DSL reads that there is one.

    `reason` may touch a court order or an adoption: it leaves the DSL's own page for nothing and nobody.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="flags")
    reason = models.TextField(max_length=2000)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ScopedManager()
    school_path: ClassVar = "pupil__school"

    classified: ClassVar = {
        "none": ["id"],
        "personal": ["set_by", "ended_by"],
        "special": ["pupil", "reason", "since", "until", "recorded_at"],
    }
    retention: ClassVar = "pupil"

    class Meta:
        """Oldest first; one at a time is open, and it ends no earlier than it began."""

        ordering = ("since", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="flag_has_a_reason"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="flag_ends_after"),
            models.UniqueConstraint(fields=["pupil"], condition=Q(until__isnull=True), name="flag_open_once"),
        ]

    def __str__(self) -> str:
        return f"flag {self.pk}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: a flag is ended, never removed."""
        raise TypeError("A flag is never deleted: end it.")
