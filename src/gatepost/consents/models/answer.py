"""What a family answered about one element, for one place."""

from typing import Any, ClassVar, NoReturn

from django.db import models

from gatepost.consents.elements import ELEMENTS, TIERS
from gatepost.consents.models.pupil import Pupil
from gatepost.schools.scoping import ScopedManager


class Answer(models.Model):
    """One answer about a pupil; the next answer is the next row. `yes` is False for a refusal or a withdrawal.

    `element` is one of ELEMENTS, `tier` one of TIERS. `expires_on` is the last day on which a yes holds.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="answers")
    element = models.CharField(max_length=20)
    tier = models.CharField(max_length=20)
    yes = models.BooleanField()
    given_by = models.CharField(max_length=20)
    in_writing = models.BooleanField(default=True)
    given_at = models.DateTimeField()
    expires_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = ScopedManager()
    school_path: ClassVar = "pupil__school"

    classified: ClassVar = {
        "none": ["id", "element", "tier"],
        "personal": ["pupil", "yes", "given_by", "in_writing", "given_at", "expires_on", "recorded_at"],
        "special": [],
    }
    retention: ClassVar = "pupil"

    class Meta:
        """Oldest first: the last one that holds decides."""

        ordering = ("given_at", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(element__in=sorted(ELEMENTS)), name="answer_element"),
            models.CheckConstraint(condition=models.Q(tier__in=sorted(TIERS)), name="answer_tier"),
        ]
        indexes: ClassVar = [models.Index(fields=["pupil", "tier", "element"], name="answer_effective")]

    def __str__(self) -> str:
        return f"answer {self.pk}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: an answer is followed by another, never removed."""
        raise TypeError("An answer is never deleted: record the new one.")
