from datetime import timedelta

import pytest

from gatepost.publishing.actions import signoff
from gatepost.publishing.queue import filled, queue, waiting_of
from gatepost.schools.queries import seat
from tests.cast import AT, Cast, add_person, cast, draft, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def test_a_version_is_the_approvers_move(people):
    waiting(people)
    (row,) = queue(people.ben)
    assert (row.mine is not None, row.holders) == (True, "an approver")


def test_the_author_is_told_that_somebody_else_signs(people):
    version = waiting(people)
    row = waiting_of(version, people.amara)
    assert (row.mine, row.why) == (None, "You wrote this, so somebody else signs it off.")


def test_whoever_may_sign_nothing_is_told_so(people):
    governor = seat(add_person(people.school, "Gwen Hughes", "governor"), people.school, at=AT)
    assert "can’t sign off posts" in waiting_of(waiting(people), governor).why


def test_the_longest_wait_comes_first(people):
    late = signoff.send(draft(people), seat=people.amara, at=AT + timedelta(hours=1))
    early = waiting(people)
    assert [row.version.pk for row in queue(people.ben)] == [early.pk, late.pk]


def test_what_one_may_sign_comes_before_what_one_wrote(people):
    own = waiting(people)
    other = waiting(people)
    other.post.__class__.objects.of(people.school).filter(pk=other.post_id).update(author=people.head.person)
    other.__class__.objects.of(people.school).filter(pk=other.pk).update(sent_by=people.head.person)
    assert [row.version.pk for row in queue(people.ben)] == [own.pk, other.pk]
    assert [row.version.pk for row in queue(people.head) if row.mine] == [own.pk]


def test_dev_has_nothing_of_ours_in_the_queue(people):
    waiting(people)
    assert queue(people.dev) == []


def test_the_queue_costs_two_queries_however_much_waits(people, django_assert_num_queries):
    for _ in range(3):
        waiting(people)
    with django_assert_num_queries(2):
        queue(people.ben)


def test_what_is_said_in_the_rows_of_a_page_costs_one_query(people, django_assert_num_queries):
    waiting(people, text="Beans")
    waiting(people, text="Peas")
    rows = queue(people.ben)
    with django_assert_num_queries(1):
        assert [row.version.title for row in filled(rows, people.school)] == ["Beans", "Peas"]
