"""What families were told when they were asked."""

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.db.models import Q

from gatepost.consents.elements import ELEMENTS, SPLIT, TIERS
from gatepost.schools.models import School
from gatepost.schools.scoping import ScopedManager


class Wording(models.Model):
    """The exact text of a question, or, without tier and element, of the whole form. The next text is the next number.

    `platform` is empty for the whole tier. `since` is the moment from which people are asked with it.
    `ours` marks the words that come with Gatepost, kept because somebody answered on them: no school wrote those.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="wordings")
    tier = models.CharField(max_length=20, blank=True)
    platform = models.CharField(max_length=20, blank=True)
    element = models.CharField(max_length=20, blank=True)
    number = models.PositiveIntegerField()
    text = models.TextField(max_length=8000)
    since = models.DateTimeField()
    ours = models.BooleanField(default=False)

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "tier", "platform", "element", "number", "text", "since", "ours"],
        "personal": [],
        "special": [],
    }
    # As long as the answers that were given on it, and those end with the last pupil who was asked.
    retention: ClassVar = "organisation"

    class Meta:
        """Oldest first."""

        ordering = ("since", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "tier", "platform", "element", "number"], name="wording_number_once"
            ),
            models.CheckConstraint(condition=Q(element__in=["", *sorted(ELEMENTS)]), name="wording_element"),
            models.CheckConstraint(condition=Q(tier__in=["", *sorted(TIERS)]), name="wording_tier"),
            models.CheckConstraint(condition=Q(platform="") | Q(tier=SPLIT), name="wording_platform_of_the_split_tier"),
            models.CheckConstraint(condition=~Q(text=""), name="wording_says_something"),
        ]

    def __str__(self) -> str:
        return f"wording {self.pk}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: families answered on it."""
        raise TypeError("A wording is never deleted: publish the next one.")
