"""Who answers about one pupil, where the DPO has decided that by itself."""

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.db.models import Q

from gatepost.consents.elements import WHO_ANSWERS
from gatepost.consents.models.pupil import Pupil
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager


class Answerer(models.Model):
    """From a moment on this pupil is answered for by one of WHO_ANSWERS, or, where `who` is empty, as everybody is.

    The next decision is the next row; the last stands on the pupil too, for what is shown. `reason` may touch a court
    order or an illness: the DSL and the DPO read it, and nobody else.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="answerers")
    who = models.CharField(max_length=10, blank=True)
    reason = models.TextField(max_length=2000)
    since = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager()
    school_path: ClassVar = "pupil__school"

    classified: ClassVar = {
        "none": ["id", "since"],
        "personal": ["pupil", "who", "set_by"],
        "special": ["reason"],
    }
    retention: ClassVar = "pupil"

    class Meta:
        """Oldest first: the last one decides."""

        ordering = ("since", "id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(who__in=["", *sorted(WHO_ANSWERS)]), name="answerer_who"),
            models.CheckConstraint(condition=~Q(reason=""), name="answerer_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"answerer {self.pk}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: a decision is followed by another, never removed."""
        raise TypeError("A decision about who answers is never deleted: write the new one.")
