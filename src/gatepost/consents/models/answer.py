"""What was answered about one element, for one place."""

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.db.models import Q

from gatepost.consents.elements import ELEMENTS, GIVERS, METHODS, SPLIT, STATES, TIERS
from gatepost.consents.models.contact import Contact
from gatepost.consents.models.importing import Importing
from gatepost.consents.models.pupil import Pupil
from gatepost.consents.models.wording import Wording
from gatepost.schools.scoping import ScopedManager


class Answer(models.Model):
    """One answer about a pupil; the next answer is the next row. Slugs are those of `elements`.

    `platform` is empty for the whole tier. `given_by` is whose answer it is and `contact` who that was, where somebody
    knows; `asked_of` who had been asked. `expires_on` is the last day on which a yes holds. `wording` is what they were
    told, `evidence` where the form is (a reference). `importing` and `row` are the file and the line that it came by.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="answers")
    element = models.CharField(max_length=20)
    tier = models.CharField(max_length=20)
    platform = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=12, default="unknown")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, blank=True, related_name="answers")
    given_by = models.CharField(max_length=20)
    relationship = models.CharField(max_length=60, blank=True)
    asked_of = models.CharField(max_length=20, blank=True)
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, null=True, blank=True, related_name="answers")
    method = models.CharField(max_length=12, default="paper")
    in_writing = models.BooleanField(default=True)
    evidence = models.CharField(max_length=200, blank=True)
    given_at = models.DateTimeField()
    expires_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    importing = models.ForeignKey(Importing, on_delete=models.PROTECT, null=True, blank=True, related_name="answers")
    row = models.PositiveIntegerField(null=True, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "pupil__school"

    classified: ClassVar = {
        "none": ["id", "element", "tier", "platform", "wording", "importing", "row"],
        "personal": ["pupil", "state", "contact", "given_by", "relationship", "asked_of", "method", "in_writing",
                     "evidence", "given_at", "expires_on", "recorded_at"],
        "special": [],
    }  # fmt: skip
    retention: ClassVar = "pupil"

    class Meta:
        """Oldest first: the last one that holds decides."""

        ordering = ("given_at", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(element__in=sorted(ELEMENTS)), name="answer_element"),
            models.CheckConstraint(condition=Q(tier__in=sorted(TIERS)), name="answer_tier"),
            models.CheckConstraint(condition=Q(platform="") | Q(tier=SPLIT), name="answer_platform_of_the_split_tier"),
            models.CheckConstraint(condition=Q(state__in=sorted(STATES)), name="answer_state"),
            models.CheckConstraint(condition=Q(given_by__in=sorted(GIVERS)), name="answer_given_by"),
            models.CheckConstraint(condition=Q(method__in=sorted(METHODS)), name="answer_method"),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(state="granted"), name="answer_only_a_yes_runs_out"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["pupil", "tier", "element"], name="answer_effective")]

    def __str__(self) -> str:
        return f"answer {self.pk}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: an answer is followed by another, never removed."""
        raise TypeError("An answer is never deleted: record the new one.")
