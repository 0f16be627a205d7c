"""Anybody reports an account that may be taken for the school's."""

import pytest

from gatepost.channels.actions import sightings
from gatepost.channels.deciding import Account
from gatepost.channels.models import Sighting
from gatepost.channels.sighted import account_of, reported, reported_by
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, cast

pytestmark = pytest.mark.django_db
KNOWN = Account(platform="tiktok", name="Brookfield Music", address="https://tiktok.com/@brookfieldmusic",
                uses_name=True, master_rights="individual", editorial_oversight=False, admins=1)  # fmt: skip


@pytest.fixture
def people():
    return cast()


def report(people, account=KNOWN, note="", seat=None):
    return sightings.report(account, note=note, seat=seat or people.amara, at=AT)


def test_what_was_said_comes_back_as_it_was_said_and_the_rest_stays_unknown(people):
    assert account_of(report(people)) == KNOWN


@pytest.mark.parametrize(
    "account",
    [Account(name="Brookfield Music"), Account(platform="tiktok"), Account(platform="tiktok", name="  ")],
)
def test_without_a_platform_or_a_name_nobody_could_tell_which_it_is(people, account):
    with pytest.raises(UnableTo, match="which one is meant"):
        report(people, account)


def test_what_is_no_address_is_refused(people):
    with pytest.raises(UnableTo, match="no address of a page"):
        report(people, Account(platform="x", name="Brookfield", address="on X somewhere"))


def test_a_password_is_never_kept(people):
    with pytest.raises(UnableTo, match="Nothing of it was kept"):
        report(people, note="The password is Tr0ub4dor&3.")
    assert not Sighting.objects.of(people.school).exists()


def test_somebody_of_another_school_reports_nothing_here(people):
    with pytest.raises(NotAllowed):
        report(people, seat=type(people.dev)(people.dev.person, people.school, frozenset()))


def test_those_that_wait_stand_first_and_everybody_finds_their_own(people):
    first, second = report(people), report(people, Account(platform="x", name="Old"), seat=people.ben)
    sightings.decide(first, decision="nothing", reason="A shop.", seat=people.head, at=AT)
    assert list(reported(people.school)) == [second, first]
    assert list(reported_by(people.amara.person, people.school)) == [first]
    assert not reported(people.other).exists()
