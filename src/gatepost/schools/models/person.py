"""Somebody who signs in."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from gatepost.audit.actor import Actor
from gatepost.schools.models.trust import Trust


class PersonManager(BaseUserManager["Person"]):
    """Finds people for sign-in. People of a school come from `queries`."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Make a person; without a password nobody can sign in with one."""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find a person by e-mail, however it is written."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """A member of staff, a governor or one of the central team. Pupils and parents never sign in.

    A person belongs to one trust; what they may do is in their roles.
    """

    trust = models.ForeignKey(Trust, on_delete=models.PROTECT, related_name="people")
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    post_title = models.CharField(max_length=120, blank=True)
    training_until = models.DateField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]
    objects: ClassVar[PersonManager] = PersonManager()

    classified: ClassVar = {
        "none": ["id", "trust", "is_active"],
        "personal": ["email", "name", "post_title", "training_until", "joined_at", "last_login", "password"],
        "special": [],
    }
    retention: ClassVar = "staff"

    class Meta:
        """By name."""

        ordering = ("name",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="person_email_lower")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def actor(self) -> Actor:
        """This person as the record names them."""
        return Actor("person", str(self.pk), self.name)

    @property
    def initials(self) -> str:
        """Two letters for the round badge."""
        words = [word for word in self.name.split() if word.rstrip(".") not in {"Mr", "Mrs", "Ms", "Miss", "Dr", "Mx"}]
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
