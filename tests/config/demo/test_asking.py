"""Every invented school has settled who is asked and what families are told, and protects one pupil."""

import pytest

from gatepost.consents.customs import custom_of
from gatepost.consents.effective import looked_up
from gatepost.consents.elements import TIERS
from gatepost.consents.listing import platforms_of
from gatepost.consents.models import Contact, Flag, Wording
from tests.config.demo.conftest import AT

pytestmark = pytest.mark.django_db


def test_every_school_says_what_families_are_told_and_asks_about_facebook_by_itself(schools):
    assert [Wording.objects.of(one).count() for one in schools] == [2] * len(schools)
    assert [platforms_of(one) for one in schools] == [("facebook",)] * len(schools)


def test_every_school_knows_some_parents(schools):
    assert [Contact.objects.of(one).count() for one in schools] == [5] * len(schools)


def test_one_pupil_of_each_school_is_flagged_and_nothing_of_them_is_shown(schools):
    for school in schools:
        flag = Flag.objects.of(school).get()
        _, held = looked_up(school, [flag.pupil_id], at=AT)
        assert not any(held.get(tier, {})[flag.pupil_id].held for tier in TIERS if tier in held)


def test_where_a_policy_lets_pupils_answer_they_are_asked(schools):
    asked = {one.slug: custom_of(one, on=AT.date()).from_year for one in schools}
    assert {slug for slug, year in asked.items() if year} == {"brookfield", "castlemoor"}


def test_a_family_that_is_asked_can_be_written_to_at_an_address_that_is_nobodys(schools):
    addresses = {one.email for school in schools for one in Contact.objects.of(school)}
    assert "" not in addresses
    assert {address.rpartition("@")[2] for address in addresses} == {"families.example"}
