"""To all but the DSL and the DPO refused, unanswered, run out and flagged are one: every byte, at every address."""

import re
import secrets
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import count

import pytest
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from gatepost.audit.models import Head
from gatepost.consents.actions import contacts, links
from gatepost.consents.models import Contact, Link, Pupil
from gatepost.publishing import tasks
from gatepost.publishing.actions import families, withdrawals
from gatepost.publishing.outlets import page_of
from gatepost.schools.models import Person
from gatepost.schools.queries import seat
from gatepost.schools.roles import ROLES
from tests import cast
from tests.config import addresses, test_urls
from tests.config.access import READ, WRITE
from tests.conftest import SLOW

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
YESTERDAY = date(2026, 11, 20)
TOLD = {"dsl", "dpo"}
FELLOWS = {ROLES[role].may: role for role in ROLES if role not in TOLD}
"""One role of each kind: those that may do the same see the same."""
SEE_MOST = ["author", "central_team"]
ASKED = ["author", *FELLOWS.values()] if SLOW or connection.vendor == "sqlite" else SEE_MOST
"""On PostgreSQL, where rows may come in another order, it is asked for those who see most: it takes long."""
ELEMENTS = ("photo", "name", "full_name", "quote", "voice", "work")


def refused(people: cast.Cast, pupil: Pupil, at: datetime) -> None:
    """A parent says no to all of it on their own page."""
    link = Link.objects.of(people.school).select_related("pupil__school__trust", "contact").get(pupil=pupil)
    page = page_of(link, at=at)
    noes = {one.key: False for one in page.questions if one.tier == "social"}
    families.answer(link, chosen=noes, shown=page.words, by=links.actor(link), at=at)


def unanswered(people: cast.Cast, pupil: Pupil, at: datetime) -> None:
    """The office writes down that a form is out and not back."""
    office = Person.objects.get(name="Opal Reed")
    for element in ELEMENTS:
        withdrawals.record_answer(pupil, element=element, tier="social", state="unknown", given_by="parent",
                                  by=seat(office, people.school, at=at).actor, at=at)  # fmt: skip


def run_out(people: cast.Cast, pupil: Pupil, at: datetime) -> None:
    """Nobody does anything: Oliver’s yes was until yesterday, and Zofia’s until the day before."""
    if pupil == people.zofia:
        _yes_until(pupil, date(2026, 11, 19), ELEMENTS)


def flagged(people: cast.Cast, pupil: Pupil, at: datetime) -> None:
    """The DSL says that a pupil is not to be shown, whose family agrees to everything else."""
    withdrawals.set_flag(pupil, reason="A court has said so.", seat=seat(people.carys.person, people.school, at=at),
                         at=at)  # fmt: skip
    _yes_until(pupil, None, ELEMENTS[1:])


STATES = {"refused": refused, "unanswered": unanswered, "run out": run_out, "flagged": flagged}
"""How it comes that nothing of a pupil can be shown any more: each by another person, and one by nobody at all."""


def _yes_until(pupil: Pupil, day: date | None, elements: tuple[str, ...]) -> None:
    for element in elements:
        withdrawals.record_answer(pupil, element=element, tier="social", state="granted", given_by="parent",
                                  expires_on=day, **cast.by_system)  # fmt: skip


def world(state: str) -> tuple[cast.Cast, dict[str, object]]:
    """A school in which Zofia could never be shown, and Oliver can’t any more since his posts waited, and were out."""
    for reset in connection.ops.sequence_reset_by_name_sql(no_style(), connection.introspection.sequence_list()):
        with connection.cursor() as cursor:
            cursor.execute(reset)
    people, things = addresses.things(cast.cast.__wrapped__())  # built anew: the same chance numbers in each world
    _asked(people)
    if state == "run out":
        _yes_until(people.oliver, YESTERDAY, ELEMENTS[:1])
    STATES[state](people, people.zofia, cast.AT)
    _count_on(people, 200)
    draft = cast.draft(people, text="Zofia and Oliver built a volcano.", shown=(people.zofia, people.oliver))
    things |= {"draft": draft.pk, "drafted": draft.pictures.get().pk, "zofia": people.zofia.pk}
    STATES[state](people, people.oliver, NOW)
    _count_on(people, 400)
    tasks.sweep(at=NOW)
    tasks.look_again(at=NOW)
    return people, things


def _count_on(people: cast.Cast, number: int) -> None:
    """Let the next event have this number, however many it took until now: of what, no number tells."""
    Head.objects.filter(trust=people.trust.slug).update(count=number)


def _asked(people: cast.Cast) -> None:
    """Somebody in the office, and both families with a link that they have opened: in each of the four worlds."""
    cast.add_person(people.school, "Opal Reed", "office")
    mothers = [Contact.objects.of(people.school).get(name="Ruth Hartley"),
               contacts.add(people.zofia, name="Ewa Nowak", relationship="Mother", **cast.by_system)]  # fmt: skip
    for mother in mothers:
        link = links.make(mother.pupil, contact=mother, seat=people.head, at=cast.AT).link
        links.opened(link, by=links.actor(link), at=cast.AT)


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


def told(state: str, roles: list[str], settled: Callable[[str], None]) -> dict[tuple[str, str], bytes]:
    """What every address says to somebody of each of these roles in one of the four worlds."""
    settled(state)
    with undone():
        people, things = world(state)
        return {(role, name): said for role in roles for name, said in told_to(role, people, things).items()}


def told_to(role: str, people: cast.Cast, things: dict[str, object]) -> dict[str, bytes]:
    """What every address says to somebody of a role, or to the author of the draft, each as if nobody had asked."""
    with undone():
        if role == "author":
            return all_of(people.amara.person, {**things, "post": things["draft"], "picture": things["drafted"]})
        return all_of(cast.add_person(people.school, "Rowan Ellis", role), things)


@contextmanager
def undone() -> Iterator[None]:
    """A transaction that is undone at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


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
    if body.startswith(b"PK"):
        body, head = sheets(body), [line for line in head if not line.startswith("Content-Length")]
    return b"\n".join([str(found.status_code).encode(), *(line.encode() for line in head), body])


def sheets(workbook: bytes) -> bytes:
    """What stands in a workbook, without the moment at which it was written."""
    with zipfile.ZipFile(BytesIO(workbook)) as parts:
        return b"\n".join(parts.read(name) for name in sorted(parts.namelist()) if name != "docProps/core.xml")


def plain(found: bytes) -> bytes:
    """An answer without the tokens that are another each time."""
    for token in (
        rb'nonce="[^"]+"',
        rb"'nonce-[^']+'",
        rb'csrfmiddlewaretoken" value="[^"]+"',
        rb'"X-CSRFToken":[^}]+',
        rb"No\. \d+",  # how much of anything is on the record before a line tells of none of it
    ):
        found = re.sub(token, b"", found)
    return found


def test_nobody_but_the_dsl_and_the_dpo_can_tell_why_somebody_cannot_be_shown(settled):
    worlds = {state: told(state, ASKED, settled) for state in STATES}
    refused = worlds.pop("refused")
    differ = {(state, *asked) for state, one in worlds.items() for asked in one if one[asked] != refused[asked]}
    assert differ == set()


def test_the_dsl_can_tell_and_so_the_test_can_fail(settled):
    refused, flagged = (told(state, ["dsl"], settled) for state in ("refused", "flagged"))
    assert ("dsl", "pupil") in {asked for asked in refused if refused[asked] != flagged[asked]}
