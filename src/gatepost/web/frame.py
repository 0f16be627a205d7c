"""What stands round every page: whose schools, what waits for whom, and whether publishing is stopped."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.utils import timezone

from gatepost.handbook.incidents import clauses_of_adopted
from gatepost.schools.models import Person, School
from gatepost.schools.queries import seats_held
from gatepost.schools.seat import Seat
from gatepost.web.navigation import Link, links
from gatepost.web.news import News, Stopped, news


@dataclass(frozen=True, slots=True)
class Reminder:
    """An incident that is on, and the clauses by which only the official channels speak during it."""

    reason: str
    clauses: tuple[str, ...]


class Frame:
    """The frame of one page. It asks the database only for what the page shows, and once."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def seat(self) -> Seat | None:
        """Who looks, at which school; None on a page of no school."""
        return getattr(self.request, "seat", None)

    @cached_property
    def person(self) -> Person | None:
        """Who is signed in."""
        user = getattr(self.request, "user", None)
        return user if isinstance(user, Person) else None

    @cached_property
    def schools(self) -> list[School]:
        """The schools at which whoever looks holds a role, by name."""
        seats = getattr(self.request, "seats", None)  # found with the seat, on a page of a school
        return [one.school for one in (seats_held(self.person, at=timezone.now()) if seats is None else seats)]

    @cached_property
    def news(self) -> News | None:
        """What goes on at the school of this page; None on a page of no school."""
        return None if self.seat is None else news(self.seat, at=timezone.now())

    @cached_property
    def links(self) -> list[Link]:
        """Where this person may go from here."""
        if self.seat is None or self.news is None:
            return []
        return links(self.seat, path=self.request.path, counts={"signoff_queue": self.news.waiting})

    @property
    def stop(self) -> Stopped | None:
        """The emergency stop that holds here."""
        return self.news.stop if self.news else None

    @cached_property
    def reminder(self) -> Reminder | None:
        """The incident that is on here, where the school's policy says who speaks during one."""
        if self.news is None or self.news.incident is None:
            return None
        clauses = clauses_of_adopted(self.news.own_policy, self.news.trusts_policy)
        return Reminder(self.news.incident, clauses) if clauses else None

    @property
    def stands(self) -> str:
        """Whether publishing is stopped here, in words."""
        if self.stop:
            return "All publishing is stopped."
        return "An incident is on." if self.reminder else "All is as usual."
