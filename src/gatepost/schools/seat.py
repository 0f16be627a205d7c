"""A person at a school: what every page, route and action is given to decide by."""

from dataclasses import dataclass

from gatepost.audit.actor import Actor
from gatepost.schools.errors import NotAllowed
from gatepost.schools.models import Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import permissions_of, who_may


@dataclass(frozen=True, slots=True)
class Seat:
    """A person, the school they are looking at, and the roles that they hold there now."""

    person: Person
    school: School
    roles: frozenset[str]

    @property
    def actor(self) -> Actor:
        """The person as the record names them."""
        return self.person.actor

    @property
    def permissions(self) -> frozenset[Permission]:
        """What the roles let them do."""
        return permissions_of(self.roles)

    def may(self, permission: Permission) -> bool:
        """Return whether they may do this here."""
        return permission in self.permissions

    def check_may(self, permission: Permission) -> None:
        """Raise NotAllowed, with a sentence, where they may not do this here."""
        if not self.may(permission):
            raise NotAllowed(
                f"You can’t {_DOING[permission]} at {self.school}. That takes the role of {who_may(permission)}."
            )


_DOING = {
    Permission.SEE_POLICY: "see the policy",
    Permission.ADOPT_POLICY: "adopt a policy",
    Permission.SEE_POSTS: "see posts",
    Permission.WRITE_POSTS: "write posts",
    Permission.SIGN_OFF: "sign off posts",
    Permission.HAND_OVER: "post what is signed off",
    Permission.TAKE_DOWN: "take posts down",
    Permission.SEE_TAKE_DOWNS: "see what comes down",
    Permission.SEE_HISTORY: "see the history",
    Permission.SEE_PUPILS: "see pupils’ names",
    Permission.RECORD_ANSWERS: "record what families answered",
    Permission.SEE_ANSWERS: "see what families answered",
    Permission.PROTECT_PUPILS: "say that a pupil is not to be shown",
    Permission.SET_BASES: "change on what permissions rest",
    Permission.LOOK_BACK: "look through earlier posts",
    Permission.STOP: "stop publishing",
    Permission.DECLARE_INCIDENT: "declare an incident",
    Permission.MANAGE_PEOPLE: "change people’s roles",
    Permission.MANAGE_TRUST_PEOPLE: "change who holds a role at every school",
    Permission.SEE_LEAVERS: "see who leaves",
    Permission.SEE_CHANNELS: "see the register of accounts",
    Permission.CHECK_CHANNELS: "record a check of an account",
    Permission.LOCK_CHANNELS: "lock an account",
    Permission.MANAGE_CHANNELS: "change the accounts",
    Permission.SEE_TRUST_CHANNELS: "see every school’s accounts",
}
