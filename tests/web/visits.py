"""Somebody of the cast at a page, at the hour of the cast."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gatepost.schools.seat import Seat
from tests.cast import AT, Cast, add_school

EVERYBODY = ("amara", "ben", "carys", "head", "dev")


def set_clock(monkeypatch: pytest.MonkeyPatch, at: datetime = AT) -> None:
    """Make it this moment for the pages."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


def visitor(seat: Seat) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(seat.person)
    return client


def get(seat: Seat, path: str, **data: Any) -> HttpResponse:
    """What somebody is shown at an address of the school `brookfield`."""
    return visitor(seat).get(f"/brookfield/{path}", data)


def post(seat: Seat, path: str, **data: Any) -> HttpResponse:
    """What somebody is answered who sends a form there."""
    return visitor(seat).post(f"/brookfield/{path}", data)


def seen(answer: HttpResponse) -> str:
    """What is on a page, as text."""
    return answer.content.decode()


def by_everybody(people: Cast, path: str) -> dict[str, int]:
    """The status that each of the cast is given at an address."""
    return {name: get(getattr(people, name), path).status_code for name in EVERYBODY}


def queries_of(seat: Seat, path: str) -> int:
    """How many queries a page costs, after it has been asked for once."""
    client = visitor(seat)
    client.get(f"/brookfield/{path}")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/brookfield/{path}").status_code == 200
    return len(asked)


def sibling(people: Cast) -> str:
    """The slug of another school of the trust."""
    return add_school(people.trust, "sibling", policy="southport").slug
