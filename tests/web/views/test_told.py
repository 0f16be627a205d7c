"""What whoever recorded a no can tell its giver: what that no brought down, and nothing of anybody else's."""

import pytest
from django.urls import reverse
from django.utils import timezone

from gatepost.consents.actions import contacts, links
from gatepost.consents.models import Answer
from gatepost.publishing.actions import families, takedowns, withdrawals
from gatepost.publishing.outlets import page_of
from gatepost.schools.queries import seat
from tests import cast
from tests.cast import AT, by_system
from tests.web.visits import get, post, queries_of, seen, set_clock

pytestmark = pytest.mark.django_db
FORM = {"tier": "social", "platform": "", "about_photo": "refused", "giver": "parent", "relationship": "Mother",
        "method": "phone", "given_on": "2026-11-20"}  # fmt: skip


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch)


@pytest.fixture
def people():
    return cast.cast()


@pytest.fixture
def office(people):
    return seat(cast.add_person(people.school, "Opal Reed", "office"), people.school, at=AT)


@pytest.fixture(autouse=True)
def live(people):
    return cast.published(people, shown=(people.oliver,))


def recorded(people, who, **changed):
    """Record a form, and return the address to which that leads."""
    answer = post(who, f"pupils/{people.oliver.pk}/answer/", **{**FORM, **changed})
    assert answer.status_code == 302
    return answer["Location"].removeprefix("/brookfield/")


def test_a_no_on_the_telephone_leads_to_what_can_be_told(people, office):
    page = seen(get(office, recorded(people, office)))
    assert ("comes down by" in page, "What we cannot call back" in page, "a picture" in page) == (True, True, True)


def test_it_says_when_it_is_down(people, office, live):
    told = recorded(people, office)
    takedowns.done(live, seat=people.amara, proof="Gone.", at=timezone.now())
    assert "taken down on 20 November 2026" in seen(get(office, told))


def test_a_yes_leads_back_to_the_pupil(people, office):
    assert recorded(people, office, about_photo="granted") == f"pupils/{people.oliver.pk}/"


def test_a_no_that_brought_nothing_down_says_so(people, office):
    page = seen(get(office, recorded(people, office, about_photo="", about_quote="refused")))
    assert ("Nothing that we know of had to come down" in page, "comes down by" in page) == (True, False)


def test_what_came_down_for_another_reason_is_not_told(people, office):
    withdrawals.set_flag(people.oliver, reason="A reason.", seat=people.carys, at=timezone.now())
    page = seen(get(office, recorded(people, office, about_photo="", about_quote="refused")))
    assert "comes down by" not in page


def test_what_the_same_parent_said_by_their_link_is_not_told_to_whoever_recorded_something_else(people, office):
    mother = contacts.add(people.oliver, name="Grace Hartley", relationship="Mother", **by_system)
    link = links.make(people.oliver, contact=mother, seat=people.head, at=AT).link
    shown = page_of(link, at=timezone.now())
    chosen = {one.key: False for one in shown.questions if one.element == "photo"}
    families.answer(link, chosen=chosen, shown=shown.words, by=links.actor(link), at=timezone.now())
    told = recorded(people, office, giver=str(mother.pk), relationship="", about_photo="", about_quote="refused")
    assert "comes down by" not in seen(get(office, told))


def test_somebody_else_of_the_office_does_not_open_it_and_the_dsl_and_the_dpo_do(people, office):
    told = recorded(people, office)
    other = seat(cast.add_person(people.school, "Olga Reed", "office"), people.school, at=AT)
    dpo = seat(cast.add_person(people.school, "Dan Ellis", "dpo"), people.school, at=AT)
    opened = [get(who, told).status_code for who in (office, other, people.head, people.carys, dpo, people.amara)]
    assert opened == [200, 403, 403, 200, 200, 403]


def test_it_is_found_again_where_answers_are_recorded_by_whoever_recorded_it(people, office):
    told = recorded(people, office)
    pages = [seen(get(who, f"pupils/{people.oliver.pk}/answer/")) for who in (office, people.head)]
    assert [f"/brookfield/{told}" in page for page in pages] == [True, False]


def test_the_dsl_finds_it_among_the_answers(people, office):
    told = recorded(people, office)
    assert f"/brookfield/{told}" in seen(get(people.carys, f"pupils/{people.oliver.pk}/answers/"))


def test_what_a_list_or_a_link_brought_has_no_such_page(people):
    withdrawals.record_answer(people.oliver, element="photo", tier="social", state="withdrawn", given_by="parent",
                              method="link", **by_system)  # fmt: skip
    last = Answer.objects.of(people.school).order_by("pk").last()
    address = reverse("pupil_told", kwargs={"school": "brookfield", "pupil": people.oliver.pk, "form": last.pk})
    assert get(people.carys, address.removeprefix("/brookfield/")).status_code == 404


def test_it_costs_the_same_however_much_there_is(people, office):
    more = [cast.published(people, shown=(people.oliver,)) for _ in range(4)]
    told = recorded(people, office)
    cost = queries_of(office, told)
    takedowns.done(more[0], seat=people.amara, proof="Gone.", at=timezone.now())
    for _ in range(5):
        recorded(people, office, about_photo="", about_quote="refused")
    assert queries_of(office, told) == cost
    assert seen(get(office, told)).count("comes down by") == 4
