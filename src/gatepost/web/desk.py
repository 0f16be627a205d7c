"""What the home page shows: what waits for one person at one school, by what they may do there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final

from django.utils import timezone

from gatepost.consents.models import Importing
from gatepost.consents.queries import broken_off
from gatepost.duties.models import Duty
from gatepost.duties.queries import open_of_kind, owed_by
from gatepost.handbook.acknowledging import asked_by
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.publishing.actions.takedowns import KIND as TAKE_DOWN
from gatepost.publishing.mine import Mine, posts_by, told
from gatepost.publishing.models import Delivery
from gatepost.publishing.orderly import shut
from gatepost.publishing.queries import to_go_out, waiting
from gatepost.publishing.queue import Waiting, waiting_of
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.dates import part_of_day
from gatepost.web.navigation import address_of

MOST: Final = 5
"""Of each kind. A page that shows everything shows nothing; each list has a page of its own."""
_LOOKED_AT: Final = 50
_TITLES: Final = {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Rev", "Sir", "Dame"}


@dataclass(frozen=True, slots=True)
class Task:
    """A task that somebody owes, the page on which it is done, and whether it should have been done by now."""

    duty: Duty
    address: str | None
    late: bool


@dataclass(frozen=True)
class Desk:
    """One person's home page at a school. What their roles do not let them see is never asked for."""

    seat: Seat
    at: datetime

    @property
    def greeting(self) -> str:
        """“Good morning, Amara.”"""
        words = [word for word in self.seat.person.name.split() if word.rstrip(".") not in _TITLES]
        return f"Good {part_of_day(timezone.localtime(self.at))}, {words[0] if words else self.seat.person.name}."

    @property
    def title(self) -> str:
        """What the page opens with: a choice, what waits, or where one is."""
        if self.seat.may(Permission.WRITE_POSTS):
            return "What would you like to do?"
        if not self.seat.may(Permission.SIGN_OFF):
            return str(self.seat.school)
        words = {0: "Nothing is waiting for you", 1: "A post is waiting for you"}
        return words.get(len(self.to_sign), "Posts are waiting for you")

    @cached_property
    def to_sign(self) -> list[Waiting]:
        """What this person may sign off, the longest wait first. With very many, among those that wait longest."""
        if not self.seat.may(Permission.SIGN_OFF):
            return []
        rows = waiting(self.seat.school).exclude(post__author=self.seat.person).defer("verdict", "post__text")
        told_of = (waiting_of(version, self.seat) for version in rows[:_LOOKED_AT])
        return [one for one in told_of if one.mine is not None][:MOST]

    @cached_property
    def posts(self) -> list[Mine]:
        """This person's own posts, the latest first."""
        if not self.seat.may(Permission.WRITE_POSTS):
            return []
        school = self.seat.school
        return told(posts_by(self.seat.person, school)[:MOST], school, at=self.at, stuck=self.stuck)

    @cached_property
    def stuck(self) -> Mapping[int, str]:
        """The accounts of the school that are closed, closing or locked, by id, each with why."""
        return shut(self.seat.school, at=self.at)

    @cached_property
    def to_post(self) -> list[Delivery]:
        """What is signed off and not out yet, the soonest first: a page's worth and one more."""
        return list(to_go_out(self.seat.school)[: MOST + 1]) if self.seat.may(Permission.HAND_OVER) else []

    @property
    def others_to_post(self) -> list[Delivery]:
        """What is to go out and does not stand among this person's own posts already."""
        own = {one.post.pk for one in self.posts}
        return [one for one in self.to_post if one.version.post_id not in own][:MOST]

    @property
    def more_to_post(self) -> bool:
        """Whether there is more to go out than stands here."""
        return len(self.to_post) > MOST

    @property
    def signs(self) -> str:
        """How many posts wait for this person's sign-off, in words."""
        count = len(self.to_sign)
        return f"{count} wait{'s' if count == 1 else ''} for you." if count else "Nothing waits for you."

    @property
    def posting(self) -> str:
        """Whether anything is signed off and not out yet, in words."""
        count = len(self.to_post)
        return f"{count if count <= MOST else 'More than five'} to post." if count else "Nothing is waiting to go out."

    @cached_property
    def tasks(self) -> list[Task]:
        """What this person owes: posts to take down first, since those have a clock of days, then the soonest."""
        return [self._task(duty) for duty in self._owed[:MOST]]

    @property
    def more_tasks(self) -> int:
        """How many tasks this person owes beside those that stand here."""
        return max(len(self._owed) - MOST, 0)

    @cached_property
    def _owed(self) -> list[Duty]:
        return sorted(owed_by(self.seat.person, self.seat.school), key=lambda duty: duty.kind != TAKE_DOWN)

    @cached_property
    def to_come_down(self) -> str:
        """How many live posts of the school are to come down, whoever takes them down; empty where none is."""
        if not (self.seat.may(Permission.TAKE_DOWN) and self.seat.may(Permission.SEE_POSTS)):
            return ""
        count = open_of_kind(self.seat.school, kind=TAKE_DOWN)
        mine = sum(duty.kind == TAKE_DOWN for duty in self._owed)
        return f"{count} post{'' if count == 1 else 's'} still to come down, {mine} of them yours." if count else ""

    @cached_property
    def broken_off(self) -> list[Importing]:
        """The lists of this person that were not taken in, the latest first."""
        if not self.seat.may(Permission.RECORD_ANSWERS):
            return []
        return list(broken_off(self.seat.school, ref=self.seat.actor.ref)[:MOST])

    @cached_property
    def policy(self) -> InForce | None:
        """The policy in force, for those who came for that."""
        if self.seat.may(Permission.WRITE_POSTS) or self.seat.may(Permission.SIGN_OFF):
            return None
        return self._in_force

    @cached_property
    def to_accept(self) -> tuple[str, ...]:
        """The clauses that ask people to accept the policy in force; none where it asks nobody."""
        return asked_by(self._in_force.policy) if self._in_force else ()

    @cached_property
    def _in_force(self) -> InForce | None:
        return policy_in_force(self.seat.school, on=timezone.localdate(self.at))

    def _task(self, duty: Duty) -> Task:
        kind, _, key = duty.about.partition(":")
        pages = {"delivery": "takedown" if duty.kind == TAKE_DOWN else "delivery", "past": "earlier_post",
                 "sighting": "sighting", "asking": "asking", "leaving": "leaving",
                 "login_asking": "login_asking"}  # fmt: skip
        page = pages.get(kind)
        here = self.seat.school.slug
        address = address_of(page, school=here, **{kind: key}) if page else None
        if kind == "channel":
            of_kind = {"closing": "account_closing", "lock": "account_lock"}
            address = address_of(of_kind.get(duty.kind, "account"), school=here, account=key.partition(":")[0])
        return Task(duty, address, late=duty.due_at < self.at)
