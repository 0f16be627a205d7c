"""The page of a family, by a link that it was given."""

from datetime import datetime
from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from gatepost.consents.elements import BY_LINK, GIVERS
from gatepost.consents.models.contact import Contact
from gatepost.consents.models.pupil import Pupil
from gatepost.schools.models import Person
from gatepost.schools.scoping import ScopedManager

PURPOSES: Final = ("answers",)
"""What a link is for. It opens nothing else."""
WAYS: Final = tuple(sorted(BY_LINK))
"""How a link reached its holder: slugs of METHODS, by which the answers are kept."""


class Link(models.Model):
    """Somebody's way to the answers about one pupil: a contact's, or, without one, the pupil's own.

    `way` is how it went out: by e-mail to the address that the MIS has, or on a letter, which its printer can read too.
    `digest` is the SHA-256 of the key in the address: whoever reads the database cannot open the page. `used_at` is
    when it was first opened, `revoked_at` when the school, or a newer link, ended it before its time.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.PROTECT, related_name="links")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, blank=True, related_name="links")
    given_by = models.CharField(max_length=20)
    purpose = models.CharField(max_length=12, default="answers")
    way = models.CharField(max_length=12, default="link")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()
    school_path: ClassVar = "pupil__school"

    classified: ClassVar = {
        "none": ["id", "purpose", "way", "digest", "made_at", "expires_at", "revoked_at"],
        "personal": ["pupil", "contact", "given_by", "made_by", "used_at"],
        "special": [],
    }
    retention: ClassVar = "pupil"

    class Meta:
        """Newest first. One at a time is open for one person about one pupil."""

        ordering = ("-made_at", "-id")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(purpose__in=PURPOSES), name="link_purpose"),
            models.CheckConstraint(condition=Q(way__in=WAYS), name="link_way"),
            models.CheckConstraint(condition=Q(given_by__in=sorted(GIVERS)), name="link_given_by"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="link_expires_after"),
            models.CheckConstraint(
                condition=Q(contact__isnull=False) | Q(given_by="pupil"), name="link_without_contact_is_the_pupils"
            ),
            models.UniqueConstraint(
                fields=["pupil", "contact"], condition=Q(revoked_at__isnull=True, contact__isnull=False),
                name="link_open_once",
            ),
            models.UniqueConstraint(
                fields=["pupil"], condition=Q(revoked_at__isnull=True, contact__isnull=True),
                name="link_of_the_pupil_open_once",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"link {self.pk}"

    def is_open(self, at: datetime) -> bool:
        """Return whether it opens the page at a moment. It needs the contact's row."""
        return self.revoked_at is None and at < self.expires_at and self.is_of_somebody_asked(at)

    def is_of_somebody_asked(self, at: datetime) -> bool:
        """Return whether the school still asks whoever holds it; the pupil themselves may always look."""
        return self.contact is None or self.contact.is_asked(on=timezone.localdate(at))
