"""On what permissions rest is shown, and set by those who may."""

import pytest
from django.urls import reverse

from gatepost.consents.models import Asking, Basis, Wording
from gatepost.duties.models import Duty
from gatepost.publishing.actions import takedowns
from tests import cast

pytestmark = pytest.mark.django_db
WORK = {"tier": "in_school", "platform": "", "element": "work", "basis": "public_task", "note": "Displays."}


@pytest.fixture
def people():
    """The cast."""
    return cast.cast()


def sent(client, people, name, **said):
    """What a form answers the head."""
    client.force_login(people.head.person)
    return client.post(reverse(name, kwargs={"school": "brookfield"}), said)


def test_a_basis_that_is_set_stands_on_the_page(client, people):
    sent(client, people, "basis_set", **WORK)
    page = client.get(reverse("bases", kwargs={"school": "brookfield"})).content.decode()
    assert '<td data-l="A piece of work">Public task</td>' in page


def test_a_basis_without_its_reason_is_asked_for_again(client, people):
    found = sent(client, people, "basis_set", **{**WORK, "note": ""})
    assert (found.status_code, "Say why consent is not asked for" in found.content.decode()) == (422, True)
    assert not Basis.objects.of(people.school).exists()


ASKED = {"": (None, None), "year 4": (4, None), "age 13": (None, 13)}


@pytest.mark.parametrize(("since", "kept"), ASKED.items())
def test_who_is_asked_is_kept(client, people, since, kept):
    sent(client, people, "asking_set", since=since, with_parent="on")
    row = Asking.objects.of(people.school).get()
    assert ((row.from_year, row.from_age), row.with_parent) == (kept, True)


def test_what_rested_on_a_parent_alone_comes_down_when_pupils_are_asked_as_well(client, people):
    live = cast.published(people, shown=(people.oliver,))
    sent(client, people, "asking_set", since="year 4", with_parent="on")
    assert [task.about for task in Duty.objects.of(people.school).filter(kind=takedowns.KIND)] == [live.subject]


def test_the_next_wording_is_what_families_are_told(client, people):
    sent(client, people, "wording_publish", text="Pictures on social media can be copied.")
    assert [row.number for row in Wording.objects.of(people.school)] == [1]
    assert sent(client, people, "wording_publish", text="").status_code == 422
