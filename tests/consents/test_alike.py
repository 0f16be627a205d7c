"""To all but the DSL and the DPO refused, unanswered, run out and flagged are one: every byte, at every address."""

import re
import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count

import pytest
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from gatepost.consents.models import Pupil
from gatepost.publishing.actions import withdrawals
from gatepost.schools.models import Person
from gatepost.schools.queries import seat
from gatepost.schools.roles import ROLES
from tests import cast
from tests.config import addresses, test_urls
from tests.config.access import READ, WRITE

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
STATES = {
    "refused": {"state": "refused"},
    "unanswered": {"state": "unknown"},
    "run out": {"state": "granted", "expires_on": date(2026, 11, 19)},
    "flagged": None,
}
"""How a family that had agreed, or had never been asked, comes to say no: each by the action that every door calls."""
TOLD = {"dsl", "dpo"}
FELLOWS = {ROLES[role].may: role for role in ROLES if role not in TOLD}
"""One role of each kind: those that may do the same see the same."""
ELEMENTS = ("photo", "name", "full_name", "quote", "voice", "work")


def turn(people: cast.Cast, pupil: Pupil, state: str, at: datetime) -> None:
    """Let nothing of a pupil be shown any more, for one of four reasons; the DSL writes it down."""
    carys = seat(people.carys.person, people.school, at=at)
    if (answer := STATES[state]) is None:
        withdrawals.set_flag(pupil, reason="A court has said so.", seat=carys, at=at)
        for element in ELEMENTS[1:]:
            withdrawals.record_answer(pupil, element=element, tier="social", state="granted", given_by="parent",
                                      by=carys.actor, at=at)  # fmt: skip
        return
    for element in ELEMENTS:
        said = {"element": element, "tier": "social", "given_by": "parent", **answer}
        withdrawals.record_answer(pupil, by=carys.actor, at=at, **said)


def world(state: str) -> tuple[cast.Cast, dict[str, object]]:
    """A school in which Zofia could never be shown, and Oliver can’t any more since his posts waited, and were out."""
    for reset in connection.ops.sequence_reset_by_name_sql(no_style(), connection.introspection.sequence_list()):
        with connection.cursor() as cursor:
            cursor.execute(reset)
    people, things = addresses.things()
    turn(people, people.zofia, state, cast.AT)
    draft = cast.draft(people, text="Zofia and Oliver built a volcano.", shown=(people.zofia, people.oliver))
    things |= {"draft": draft.pk, "drafted": draft.pictures.get().pk, "zofia": people.zofia.pk}
    turn(people, people.oliver, state, NOW)
    return people, things


@pytest.fixture(name="settled")
def _settled(monkeypatch, settings, tmp_path):
    """What lets two worlds begin alike: one moment, the same chance numbers, and a folder of their own."""

    def begin(state: str) -> None:
        drawn = count(1)
        monkeypatch.setattr(timezone, "now", lambda: NOW)
        monkeypatch.setattr(secrets, "token_hex", lambda size: f"{next(drawn):0{2 * size}x}")
        monkeypatch.setattr(secrets, "token_urlsafe", lambda size=32: f"{next(drawn):0{size}}")
        settings.MEDIA_ROOT = tmp_path / state

    return begin


def told(state: str, role: str, settled: Callable[[str], None]) -> dict[str, bytes]:
    """What every address says to somebody of a role, or to the author of the draft, in one of the four worlds."""
    settled(state)
    with transaction.atomic():
        people, things = world(state)
        who = people.amara.person if role == "author" else cast.add_person(people.school, "Rowan Ellis", role)
        if role == "author":
            things |= {"post": things["draft"], "picture": things["drafted"]}
        found = all_of(who, things)
        transaction.set_rollback(True)
    return found


def all_of(who: Person, things: dict[str, object]) -> dict[str, bytes]:
    """What every address answers, looked at first and written to then, without what differs from call to call."""
    client = test_urls.signed_in(who)
    found = {name: plain(answer(client, name, things)) for name in READ}
    of_zofia = {**things, "pupil": things["zofia"]}
    names = [name for name in READ if "pupil" in name]
    found |= {f"{name} of Zofia": plain(answer(client, name, of_zofia)) for name in names}
    return found | {name: plain(answer(client, name, things)) for name in WRITE}


def answer(client: Client, name: str, things: dict[str, object]) -> bytes:
    """The answer of one address, head and body."""
    call = test_urls.call if name.startswith("api ") else test_urls.open_page
    found = call(client, name, things)
    body = b"".join(found.streaming_content) if found.streaming else found.content
    head = sorted(f"{key}: {value}" for key, value in found.headers.items())
    return b"\n".join([str(found.status_code).encode(), *(line.encode() for line in head), body])


def plain(found: bytes) -> bytes:
    """An answer without the tokens that are another each time."""
    for token in (
        rb'nonce="[^"]+"',
        rb"'nonce-[^']+'",
        rb'csrfmiddlewaretoken" value="[^"]+"',
        rb'"X-CSRFToken":[^}]+',
    ):
        found = re.sub(token, b"", found)
    return found


@pytest.mark.parametrize("role", ["author", *FELLOWS.values()])
def test_nobody_but_the_dsl_and_the_dpo_can_tell_why_somebody_cannot_be_shown(role, settled):
    worlds = {state: told(state, role, settled) for state in STATES}
    refused = worlds.pop("refused")
    differ = {(state, name) for state, one in worlds.items() for name in one if one[name] != refused[name]}
    assert differ == set()


def test_the_dsl_can_tell_and_so_the_test_can_fail(settled):
    refused, flagged = (told(state, "dsl", settled) for state in ("refused", "flagged"))
    assert "pupil" in {name for name in refused if refused[name] != flagged[name]}
