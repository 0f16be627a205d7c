"""Every address × every role × another school: allowed, denied or absent, as the table says."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from gatepost.api.app import api
from gatepost.publishing.models import Delivery
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import POSITIONS, ROLES
from tests import cast
from tests.config import addresses
from tests.config.access import OPEN, READ, WRITE

pytestmark = pytest.mark.django_db
TABLE = {**READ, **WRITE}
WORDS = ("reason", "note", "address", "proof", "seen", "text", "key")
FORM = {"about": {"photo": "refused"}, "tier": "social", "method": "paper"}
BOX = {"box": "f1", "boxes": ["f1"], "x": 0, "y": 0, "width": 100, "height": 100}
OF_PUPIL = {"name": "Ewa Nowak", "on": "2027-07-21", "who": "both"}
BODY = json.dumps({**dict.fromkeys(WORDS, "Any words."), "change": 1, **FORM, **BOX, **OF_PUPIL})
DENIED = "That takes the role of "
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def routes() -> list[str]:
    """The routes of the API, as the table writes them."""
    return [
        f"api {method.upper()} {path.removeprefix('/api/{school}/')}"
        for path, methods in api.get_openapi_schema()["paths"].items()
        for method in methods
    ]


@pytest.fixture(name="things")
def _things():
    return addresses.things()


def ask(client: Client, name: str, things: dict[str, object]) -> str:
    """How an address answers: allowed, denied (no role opens it), absent, or to sign in."""
    found = call(client, name, things) if name.startswith("api ") else open_page(client, name, things)
    if found.status_code == 401 or "/account/login" in found.headers.get("Location", ""):
        return "sign in"
    assert found.status_code < 500, name
    denied = found.status_code == 403 and DENIED in _says(found, name)
    return "absent" if found.status_code == 404 else "denied" if denied else "allowed"


def open_page(client: Client, name: str, things: dict[str, object]) -> HttpResponse:
    """What a page answers: looked at, or sent its form with nothing in it."""
    address = reverse(name, kwargs=addresses.arguments(name, things))
    return client.get(address) if name in READ else client.post(address)


def call(client: Client, name: str, things: dict[str, object]) -> HttpResponse:
    """What a route of the API answers."""
    _, method, path = name.split()
    address = f"/api/{things['school']}/{path.format(**things)}"
    if path.endswith("/pictures"):
        return client.post(address, {"file": SimpleUploadedFile("fair.jpg", cast.jpeg())})
    if path == "channels/import":
        return client.post(address, {"file": SimpleUploadedFile("accounts.csv", addresses.ACCOUNTS)})
    if path == "people/import":
        return client.post(address, {"file": SimpleUploadedFile("staff.csv", addresses.STAFF), "dry_run": "true"})
    if path == "imports":
        return client.post(address, {"file": SimpleUploadedFile("roll.csv", addresses.ROLL), "kind": "roll"})
    return client.generic(method, address, BODY, "application/json")


def _says(found: HttpResponse, name: str) -> str:
    return str(json.loads(found.content).get("why", "")) if name.startswith("api ") else found.content.decode()


def answers(client: Client, things: dict[str, object]) -> dict[str, str]:
    """How every address answers."""
    return {name: ask(client, name, things) for name in TABLE}


def signed_in(person: object) -> Client:
    """The browser of a person."""
    client = Client(raise_request_exception=False)
    client.force_login(person, backend=BACKEND)
    return client


def test_every_address_is_declared():
    assert {*addresses.PATTERNS, *routes()} == set(TABLE) | OPEN


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_what_the_table_says_and_nothing_else(role, things):
    people, at = things
    person = cast.add_person(people.school, "Rowan Ellis", role)
    held = ROLES[role].may
    expected = {name: "allowed" if may in held else "denied" for name, may in TABLE.items()}
    before = _out(people)
    assert answers(signed_in(person), at) == expected
    assert _out(people) == before


def test_a_position_alone_opens_what_all_staff_see_and_those_that_oversee_accounts_the_registers(things):
    people, at = things
    person = cast.add_person(people.school, "Rowan Ellis", *POSITIONS)
    opened = ROLES["staff"].may | {Permission.SEE_CHANNELS, Permission.SEE_TRUST_CHANNELS}
    expected = {name: "allowed" if may in opened else "denied" for name, may in TABLE.items()}
    assert answers(signed_in(person), at) == expected


def test_somebody_of_another_school_finds_nothing(things):
    people, at = things
    assert set(answers(signed_in(people.dev.person), at).values()) == {"absent"}


def test_somebody_whose_role_has_ended_finds_nothing(things):
    people, at = things
    person = cast.add_person(people.school, "Rowan Ellis", "headteacher")
    for held in person.held_roles.all():
        cast.people.end_role(held, **cast.by_system)
    assert set(answers(signed_in(person), at).values()) == {"absent"}


def test_whoever_is_not_signed_in_is_asked_to(things):
    _, at = things
    assert set(answers(Client(), at).values()) <= {"sign in", "allowed"}


def test_a_thing_of_another_school_is_absent_from_ones_own(things):
    _, at = things
    far = cast.cast(slug="thornbeck")
    elsewhere = {**at, "school": far.school.slug}
    everything = signed_in(cast.add_person(far.school, "Rowan Ellis", *ROLES))
    mine = {name: ask(everything, name, elsewhere) for name in TABLE if _names_a_thing(name)}
    assert set(mine.values()) == {"absent"}


def _names_a_thing(name: str) -> bool:
    if name.startswith("api "):
        return "{" in name
    return addresses.PATTERNS[name].count("<") > 1


def test_each_permission_opens_something():
    assert {*TABLE.values()} == {*Permission}


def test_nothing_is_out_after_everybody_has_tried_everything(things):
    people, at = things
    before = _out(people)
    for role in ROLES:
        client = signed_in(cast.add_person(people.school, f"{role} Ellis", role))
        for name in WRITE:  # to look at a page changes nothing of what is out: each role's own test looks
            ask(client, name, at)
    assert _out(people) == before


def _out(people: cast.Cast) -> set[int]:
    return {*Delivery.objects.of(people.school).filter(published_at__isnull=False).values_list("pk", flat=True)}
