"""A file that came from the MIS, and how a school reads such files."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gatepost.schools.models import School
from gatepost.schools.scoping import ScopedManager

KINDS = ("consents", "roll")
"""What a file may hold: what families answered, or who is on the roll."""
STATUSES = ("read", "running", "done", "dropped", "failed")
"""How far a file has come: read and compared, being taken in, taken in, put aside by a person, or broken off."""


class Mapping(models.Model):
    """What a person chose once about a school's files of one name: which column and which word means what.

    `choices` is JSON as the import writes it. The next choice is the next number.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="mappings")
    name = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    choices = models.JSONField(default=dict, blank=True)
    made_at = models.DateTimeField()

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "name", "number", "kind", "choices", "made_at"],
        "personal": [],
        "special": [],
    }
    retention: ClassVar = "organisation"

    class Meta:
        """The newest last."""

        ordering = ("name", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "kind", "name", "number"], name="mapping_number_once"),
            models.CheckConstraint(condition=Q(kind__in=sorted(KINDS)), name="mapping_kind"),
        ]

    def __str__(self) -> str:
        return f"mapping {self.pk}"


class Importing(models.Model):
    """One file from the MIS. `rows` is how many it has, `done` how many of them are taken in.

    `sha256` is of its bytes. The file itself and `difference` (what it would change, as JSON) name pupils, and are
    gone after `kept_until`. `by_ref` and `by_name` are the actor's. `trouble` is why a list was broken
    off, as its page says it.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="importings")
    kind = models.CharField(max_length=10)
    status = models.CharField(max_length=10, default="read")
    file_name = models.CharField(max_length=200)
    file = models.FileField(upload_to="imports/%Y/%m", max_length=200, blank=True)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict, blank=True)
    mapping = models.ForeignKey(Mapping, on_delete=models.PROTECT, null=True, blank=True, related_name="importings")
    choices = models.JSONField(default=dict, blank=True)
    difference = models.JSONField(default=dict, blank=True)
    by_ref = models.CharField(max_length=60)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    kept_until = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)

    objects = ScopedManager()

    classified: ClassVar = {
        "none": ["id", "school", "kind", "status", "sha256", "rows", "done", "counts", "mapping", "choices", "trouble",
                 "at", "done_at", "kept_until"],
        "personal": ["file_name", "file", "difference", "by_ref", "by_name"],
        "special": [],
    }  # fmt: skip
    retention: ClassVar = "pupil"

    class Meta:
        """The newest first."""

        ordering = ("-at", "-id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kind__in=sorted(KINDS)), name="importing_kind"),
            models.CheckConstraint(condition=Q(status__in=sorted(STATUSES)), name="importing_status"),
            models.CheckConstraint(
                condition=~Q(status="done") | Q(done_at__isnull=False), name="importing_done_has_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"importing {self.pk}"
