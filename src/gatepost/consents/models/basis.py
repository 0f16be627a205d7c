"""The lawful basis on which something is shown somewhere, and who is asked."""

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.db.models import Q

from gatepost.consents.elements import BASES, ELEMENTS, SPLIT, TIERS
from gatepost.schools.models import School
from gatepost.schools.scoping import ScopedManager


class Basis(models.Model):
    """From a moment on, one element in one tier (or on one platform of it) rests on this basis; the next is a new row.

    Where there is no row it is consent. `note` is why the school chose another.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="bases")
    tier = models.CharField(max_length=20)
    platform = models.CharField(max_length=20, blank=True)
    element = models.CharField(max_length=20)
    basis = models.CharField(max_length=24)
    note = models.CharField(max_length=500, blank=True)
    since = models.DateTimeField()

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "tier", "platform", "element", "basis", "note", "since"],
        "personal": [],
        "special": [],
    }
    retention: ClassVar = "organisation"

    class Meta:
        """Oldest first: the last one decides."""

        ordering = ("since", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(element__in=sorted(ELEMENTS)), name="basis_element"),
            models.CheckConstraint(condition=Q(tier__in=sorted(TIERS)), name="basis_tier"),
            models.CheckConstraint(condition=Q(platform="") | Q(tier=SPLIT), name="basis_platform_of_the_split_tier"),
            models.CheckConstraint(condition=Q(basis__in=sorted(BASES)), name="basis_is_one"),
            models.CheckConstraint(condition=Q(basis="consent") | ~Q(note=""), name="basis_other_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.basis} for {self.element} in {self.tier}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: a basis is followed by another, never removed."""
        raise TypeError("A basis is never deleted: set the new one.")


class Asking(models.Model):
    """Who is asked about the pupils of a school: from a year group or an age on the pupil, with or without a parent.

    Where a school has no row its nation's custom holds (see `answering`). `from_year` counts Reception as 0.
    """

    school = models.OneToOneField(School, on_delete=models.PROTECT, related_name="asking")
    from_year = models.PositiveSmallIntegerField(null=True, blank=True)
    from_age = models.PositiveSmallIntegerField(null=True, blank=True)
    with_parent = models.BooleanField(default=True)
    changed_at = models.DateTimeField()

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "from_year", "from_age", "with_parent", "changed_at"],
        "personal": [],
        "special": [],
    }
    retention: ClassVar = "organisation"

    class Meta:
        """By a year or by an age: by both, nobody could say who answers."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(from_year__isnull=True) | Q(from_age__isnull=True), name="asking_by_year_or_by_age"
            ),
        ]

    def __str__(self) -> str:
        return f"who is asked at {self.school_id}"
