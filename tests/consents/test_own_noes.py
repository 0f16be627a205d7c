"""What of somebody's own answers barred something, and when; what anybody else said is not among it."""

from datetime import timedelta

import pytest

from gatepost.consents.actions import answers, contacts, flags, links
from gatepost.consents.models import Pupil
from gatepost.consents.own_noes import own_noes
from tests.cast import AT, SYSTEM, by_system, cast

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)


@pytest.fixture
def people():
    return cast()


@pytest.fixture
def mother(people):
    return contacts.add(people.oliver, name="Grace Hartley", relationship="Mother", **by_system)


@pytest.fixture
def link(people, mother):
    return links.make(people.oliver, contact=mother, seat=people.head, at=AT).link


def say(contact, state, *, at=AT, **fields):
    answer = {"element": "photo", "tier": "social", "given_by": "parent", **fields}
    answers.record(contact.pupil, state=state, contact=contact, by=SYSTEM, at=at, **answer)


def barred(link, *, tier="social", platform="facebook"):
    """When a picture was barred there, in the moments of a no."""
    return [one.at for one in own_noes(link) if one.bars(["photo"], tier=tier, platform=platform)]


@pytest.mark.parametrize("state", ["refused", "withdrawn", "objected"])
def test_ones_own_no_bars_from_the_moment_it_is_on_record(link, mother, state):
    say(mother, "granted")
    say(mother, state, at=LATER)
    assert barred(link) == [LATER]


NOES = [
    ({}, True), ({"platform": "facebook"}, True), ({"platform": "youtube"}, False), ({"tier": "press"}, False),
    ({"element": "voice"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("no", "bars"), NOES)
def test_a_no_bars_what_it_is_about(link, mother, no, bars):
    say(mother, "refused", **no)
    assert bool(barred(link)) == bars


def test_a_no_to_a_platform_bars_its_closed_pages_too(link, mother):
    say(mother, "refused", platform="facebook")
    assert (barred(link, tier="parents"), barred(link, tier="web", platform="website")) == ([AT], [])


@pytest.mark.parametrize("state", ["granted", "unknown"])
def test_what_is_no_no_bars_nothing(link, mother, state):
    say(mother, state)
    assert own_noes(link) == []


def test_a_no_beside_which_an_own_yes_to_the_platform_stands_does_not_bar_it(link, mother):
    say(mother, "granted", platform="facebook", method="link", at=LATER)
    say(mother, "refused")
    say(mother, "refused", element="voice", at=LATER)
    assert barred(link) == [AT]


def test_nothing_that_others_said_and_no_flag_is_among_it(people, link):
    father = contacts.add(people.oliver, name="Adam Hartley", relationship="Father", **by_system)
    say(father, "refused")
    answers.record(people.oliver, element="photo", tier="social", state="refused", given_by="pupil", **by_system)
    flags.set_flag(people.oliver, reason="A reason.", seat=people.carys, at=AT)
    assert own_noes(link) == []


def test_a_no_of_a_parent_bars_also_where_the_pupil_alone_is_asked(people, link, mother):
    Pupil.objects.of(people.school).filter(pk=people.oliver.pk).update(who_answers="pupil")
    link.pupil.refresh_from_db()
    say(mother, "refused")
    assert len(barred(link)) == 1
