import pytest

from gatepost.config.demo.telling import tell
from gatepost.publishing.models import Approval, Delivery
from tests.config.demo.conftest import AT

pytestmark = pytest.mark.django_db


def test_tales_are_told_side_by_side_in_the_order_of_time():
    told = []

    def tale(name, *moments):
        for moment in moments:
            yield moment
            told.append((moment, name))

    tell([tale("a", 1, 4), tale("b", 2, 3)])
    assert told == [(1, "a"), (2, "b"), (3, "b"), (4, "a")]


def test_nobody_signs_off_what_they_wrote(schools):
    rows = [row for one in schools for row in Approval.objects.of(one).select_related("person", "author")]
    assert [row.person.name for row in rows if row.person == row.author] == []


def test_what_is_ready_may_still_go_out_today(schools):
    ready = [Delivery.objects.of(one).get(status="ready").version for one in schools]
    assert [one.post.school.slug for one in ready if min(row.expires_at for row in one.approvals.all()) <= AT] == []
