import pytest

from gatepost.channels.models import Channel, Poster
from gatepost.schools.models import Person
from gatepost.schools.queries import seats
from gatepost.schools.roles import ROLES
from tests.config.demo.conftest import AT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES)
def test_every_role_can_be_tried_at_every_school(schools, role):
    assert [one.slug for one in schools if not seats(one, at=AT, roles=[role])] == []


def test_every_school_is_on_facebook(schools):
    assert [one.slug for one in schools if not Channel.objects.of(one).filter(platform="facebook").exists()] == []


def test_an_account_that_was_closed_stays_on_the_register(schools):
    closed = [row.name for one in schools for row in Channel.objects.of(one).exclude(closed_on=None)]
    assert closed == ["BrookfieldPri"]


def test_every_account_names_who_posts_on_it(schools):
    bare = [
        str(row) for one in schools for row in Channel.objects.of(one) if not Poster.objects.of(one).filter(channel=row)
    ]
    assert bare == []


def test_nobody_can_sign_in_with_a_password(demo):
    assert [one.email for one in Person.objects.filter(trust=demo) if one.has_usable_password()] == []
