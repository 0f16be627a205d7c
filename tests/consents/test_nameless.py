"""A yes with no name on it, as every parent who has not answered reads it."""

import re
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from gatepost.consents.actions import answers, contacts, links
from gatepost.consents.effective import looked_up
from tests import cast
from tests.cast import by_system

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    cache.clear()
    return cast.cast()


@pytest.fixture
def mother(school):
    return contacts.add(school.oliver, name="Grace Hartley", relationship="Mother", **by_system)


@pytest.fixture
def address(school, mother):
    made = links.make(school.oliver, contact=mother, seat=school.head, at=timezone.now())
    return f"/families/{made.token}/"


def nameless(pupil, *, element="name", **more):
    given = {"tier": "social", "state": "granted", "given_by": "parent", **by_system, "at": cast.AT, **more}
    answers.record(pupil, element=element, **given)


NO_NAME = "The school was given a yes with no name on it"


def told_of_no_name(address):
    return Client().get(address).content.decode().count(NO_NAME)


def test_a_parent_who_has_not_answered_reads_that_a_yes_without_a_name_was_given(school, address):
    before = told_of_no_name(address)
    nameless(school.oliver)
    assert told_of_no_name(address) > before > 0  # that of pictures is in the cast


@pytest.mark.parametrize(
    "left_out",
    [{"relationship": "Father"}, {"expires_on": date(2020, 1, 1)}, {"state": "refused"}, {"given_by": "pupil"}],
    ids=str,
)
def test_a_yes_that_is_somebody_elses_or_has_run_out_is_not_told(school, address, left_out):
    before = told_of_no_name(address)
    nameless(school.oliver, **left_out)
    assert told_of_no_name(address) == before


def test_a_yes_to_one_platform_is_told_there_alone(school, address):
    before = told_of_no_name(address)
    nameless(school.oliver, platform="facebook")
    assert told_of_no_name(address) == before + 1


def test_whoever_has_answered_reads_their_own_answer_and_no_other(school, mother, address):
    answers.record(school.oliver, element="photo", tier="social", state="refused", given_by="parent", contact=mother,
                   **by_system)  # fmt: skip
    page = Client().get(address).content.decode()
    assert (NO_NAME in page, "You said no." in page) == (False, True)


def test_a_no_to_what_rests_on_a_yes_without_a_name_counts_at_once(school, address):
    words = re.search(r'name="words" value="(\w+)"', Client().get(address).content.decode())[1]
    Client().post(address, {"words": words, "answer-social-photo": "no", "answer-social-facebook-photo": "no"})
    _, held = looked_up(school.school, [school.oliver.pk], at=timezone.now())
    assert not held["social"][school.oliver.pk].on("facebook").allows("photo")
