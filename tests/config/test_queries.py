"""A page costs the same however much there is: at most twelve queries, with ten of everything and with a thousand."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gatepost.audit.models import Event
from gatepost.channels.actions import register
from gatepost.channels.models import Administrator, Asking, LoginAsking, Sighting
from gatepost.consents.actions import answerers, contacts, flags, links
from gatepost.consents.models import Answer, Answerer, Flag
from gatepost.duties.models import Duty, Leaving
from gatepost.publishing.models import Delivery, PastPost, Post, Version
from gatepost.schools.models import HeldRole
from tests import cast
from tests.config import addresses
from tests.config.access import OPEN, READ
from tests.planner import count_rows

pytestmark = pytest.mark.django_db
MOST = 12
FILES = {"picture", "version_picture", "pack_zip", "pack_picture", "policy_file"}
OWN = {"your_sign_in", "usersessions_list"}
"""Pages of one's own sign-in that grow."""
PAGES = sorted(name for name in READ if not name.startswith("api ") and name not in FILES)


def copies(row, rows, **changed):
    """`rows` more rows like this one, each with the changes that are made for its number."""
    fields = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
    }
    made = [type(row)(**{**fields, **{key: value(n) for key, value in changed.items()}}) for n in range(rows)]
    return type(row)._base_manager.bulk_create(made)


def fill(people, at, rows):
    """Put so many of everything into the school."""
    school = people.school
    pupils = copies(people.oliver, rows, legal_last=lambda n: f"Hartley{n}")
    copies(Answer.objects.of(school).first(), rows, pupil_id=lambda n: pupils[n].pk)
    for name in ("version", "delivery", "live"):
        _posts(at[name], Version if name == "version" else Delivery, rows)
    copies(Event.objects.first(), rows, trust=lambda n: people.trust.slug, number=lambda n: 10_000 + n,
           school=lambda n: school.slug)  # fmt: skip
    staff = copies(people.ben.person, rows, email=lambda n: f"ben{n}@{school.slug}.example")
    copies(HeldRole.objects.filter(person=people.ben.person).first(), rows, person_id=lambda n: staff[n].pk)
    copies(PastPost._base_manager.get(pk=at["past"]), rows, key=lambda n: f"facebook.com/brookfield/posts/{n + 10}")
    copies(Asking._base_manager.get(pk=at["asking"]), rows)
    answered = {"answer": lambda n: "yes", "answered_by_id": lambda n: people.ben.person.pk,
                "answered_at": lambda n: cast.AT}  # fmt: skip
    copies(LoginAsking._base_manager.get(pk=at["login_asking"]), rows, **answered)
    copies(Sighting._base_manager.get(pk=at["sighting"]), rows)
    of_ben = Leaving.objects.of(school).get(pk=at["leaving"])
    copies(of_ben, rows, person_id=lambda n: staff[n].pk)
    copies(of_ben.items.first(), rows, about=lambda n: f"role:{n + 10_000}")
    duty = Duty(school=school, owner=people.head.person, kind="take_down", what="Take it down", about="x",
                opened_at=cast.AT, due_at=cast.AT)  # fmt: skip
    copies(duty, rows, about=lambda n: f"delivery:{n}")
    count_rows()


def _posts(pk, kind, rows):
    """More posts like the one of this version, or of this delivery, with all that hangs on it."""
    row = kind._base_manager.get(pk=pk)
    version = row if kind is Version else row.version
    post = Post._base_manager.get(pk=version.post_id)
    posts = copies(post, rows, changed_at=lambda n: cast.AT - timedelta(minutes=n))
    versions = copies(version, rows, post_id=lambda n: posts[n].pk)
    if kind is Delivery:
        copies(row, rows, version_id=lambda n: versions[n].pk, key=lambda n: f"{pk}-{n}")


@pytest.mark.parametrize("rows", [10, 1_000])
def test_every_page_costs_at_most_twelve_queries(rows):
    people, at = addresses.things()
    fill(people, at, rows)
    drafted = {**at, "post": cast.draft(people, shown=(people.oliver,)).pk}
    cost = {name: queries(signed_in(people.head), name, at) for name in PAGES}
    cost["post, a draft"] = queries(signed_in(people.amara), "post", drafted)
    assert {name: number for name, number in cost.items() if number > MOST} == {}


@pytest.mark.parametrize("rows", [10, 1_000])
@pytest.mark.parametrize("role", ["dsl", "dpo", "office"])
def test_the_pages_of_a_pupil_cost_the_same_for_whoever_reads_most_on_them(role, rows):
    people, at = addresses.things()
    fill(people, at, rows)
    of_one_pupil(people, rows)
    client = signed_in(cast.seat(cast.add_person(people.school, "Opal Reed", role), people.school, at=cast.AT))
    cost = {name: queries(client, name, at) for name in PAGES if "pupil" in name}
    assert {name: number for name, number in cost.items() if number > MOST} == {}


@pytest.mark.parametrize("rows", [10, 1_000])
def test_the_pages_that_open_for_anybody_and_ones_own_cost_the_same(rows, settings):
    settings.DEMO = True
    people, at = addresses.things()
    fill(people, at, rows)
    of_anybody(people, rows)
    made = links.make(people.oliver, contact=None, seat=people.head, at=timezone.now())
    at |= {"trust": people.trust.slug, "token": made.token}
    cost = {name: queries(signed_in(people.head), name, at) for name in OPEN | OWN}
    assert {name: number for name, number in cost.items() if number > MOST} == {}
    assert Client().get("/official/brookfield/").content.count(b"gp-row") > rows


def of_anybody(people, rows):
    """So many accounts of the school, schools of the trust where the head works too, and browsers of the head."""
    official = {"master_rights": "organisation", "editorial_oversight": True, "authorised": True}
    channel = register.amend(people.channel, said=official, **cast.by_system)
    added = copies(channel, rows, name=lambda n: f"c{n}")
    Administrator.objects.bulk_create(Administrator(channel=one, role="office", since=cast.AT) for one in added)
    schools = copies(people.school, rows, slug=lambda n: f"s{n}", name=lambda n: f"School {n}")
    role = HeldRole.objects.filter(person=people.head.person).first()
    copies(role, rows, school_id=lambda n: schools[n].pk)
    begun = SessionStore()
    kept = begun.encode({HASH_SESSION_KEY: people.head.person.get_session_auth_hash()})
    until = timezone.now() + timedelta(hours=1)
    Session.objects.bulk_create([Session(session_key=f"k{n}", session_data=kept, expire_date=until)
                                 for n in range(rows)])  # fmt: skip
    UserSession.objects.bulk_create([UserSession(user=people.head.person, session_key=f"k{n}", ip="192.0.2.1")
                                     for n in range(rows)])  # fmt: skip


def of_one_pupil(people, rows):
    """So much of everything that is kept of one pupil: the one whose pages are looked at."""
    pupil = people.oliver
    mother = contacts.add(pupil, name="Grace Hartley", **cast.by_system)
    copies(mother, rows, name=lambda n: f"Grace Hartley {n}")
    copies(Answer.objects.of(people.school).filter(pupil=pupil).first(), rows, contact_id=lambda n: mother.pk)
    links.make(pupil, contact=mother, seat=people.head, at=cast.AT)
    flags.end_flag(flags.set_flag(pupil, reason="A reason.", seat=people.carys, at=cast.AT).pupil, seat=people.carys,
                   at=cast.AT)  # fmt: skip
    copies(Flag.objects.of(people.school).first(), rows)
    answerers.decide(pupil, who="both", reason="A reason.", seat=people.carys, at=cast.AT)
    copies(Answerer.objects.of(people.school).first(), rows)


def signed_in(seat):
    """The browser of a person."""
    client = Client()
    client.force_login(seat.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def queries(client, name, at):
    """How many queries a page takes, the second time that somebody looks at it."""
    address = reverse(name, kwargs=addresses.arguments(name, at) if name in addresses.PATTERNS else {})
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code in {200, 302, 403}, name
    # A look that is written down opens a transaction: its marks ask the database for nothing.
    return sum("SAVEPOINT" not in one["sql"] for one in asked.captured_queries)
