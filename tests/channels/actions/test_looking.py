"""A look is kept for as long as the policy says, by whoever may record one, and without a secret."""

import pytest

from gatepost.channels.actions import looking
from gatepost.channels.models import Administrator, Check
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.queries import seat
from tests.cast import AT, add_person, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def found():
    """The cast."""
    return cast()


def test_a_look_holds_for_as_long_as_the_kind_says_where_the_policy_does_not(found):
    rows = [looking.record_check(found.channel, kind=kind, found="in_order", seat=found.head, at=AT)
            for kind in ("mfa", "privacy_settings", "password_changed")]  # fmt: skip
    assert [row.expires_on and row.expires_on.isoformat() for row in rows] == ["2027-11-20", "2027-02-20", None]


def test_whoever_neither_keeps_the_accounts_nor_holds_a_login_records_nothing(found):
    with pytest.raises(NotAllowed, match="records a check"):
        looking.record_check(found.channel, kind="mfa", found="in_order", seat=found.amara, at=AT)


def test_whoever_holds_a_login_records_a_look(found):
    lena = seat(add_person(found.school, "Lena Kowalczyk", "account_holder"), found.school, at=AT)
    assert looking.record_check(found.channel, kind="mfa", found="in_order", seat=lena, at=AT).checked_by == lena.person


@pytest.mark.parametrize("where", ["how", "evidence"])
def test_a_look_with_a_password_in_it_is_refused(found, where):
    before = Check.objects.of(found.school).count()
    with pytest.raises(UnableTo, match="Say where it is kept"):
        looking.record_check(found.channel, kind="mfa", found="in_order", seat=found.head, at=AT,
                             **{where: "pw Sunflower12"})  # fmt: skip
    assert Check.objects.of(found.school).count() == before


def test_the_reason_of_an_administrator_is_no_place_for_a_password(found):
    with pytest.raises(UnableTo, match="Say where it is kept"):
        looking.add_admin(found.channel, person=found.ben.person, reason="PIN 4821", seat=found.head, at=AT)
    assert not Administrator.objects.of(found.school).exists()


@pytest.mark.parametrize(
    ("kind", "how", "says"),
    [
        ("mfa", "The page of help says so", "is possible on Facebook"),
        ("administrators", "Nobody can see them", "is possible on Facebook"),
        ("website_link", " ", "Say why it is not possible there"),
    ],
)
def test_what_is_possible_on_a_platform_cannot_be_said_to_be_impossible(kind, how, says):
    people = cast()
    with pytest.raises(UnableTo, match=says):
        looking.record_check(people.channel, kind=kind, found="not_possible", how=how, seat=people.head, at=AT)


def test_a_website_that_cannot_link_to_an_account_is_a_reason():
    people = cast()
    row = looking.record_check(people.channel, kind="website_link", found="not_possible", how="No room in its header",
                               seat=people.head, at=AT)  # fmt: skip
    assert row.found == "not_possible"
