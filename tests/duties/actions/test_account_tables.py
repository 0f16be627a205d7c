"""A table that says from when an account closes begins its closing, as its page does."""

from datetime import date

import pytest

from gatepost.audit.actor import SYSTEM
from gatepost.audit.models import Event
from gatepost.channels.actions.exchange import NotTakenIn
from gatepost.channels.models import Channel
from gatepost.channels.owed import owed
from gatepost.channels.standings import standings
from gatepost.duties.actions import account_tables, closing
from gatepost.duties.models import Duty
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import HeldRole
from tests.cast import AT, cast

pytestmark = pytest.mark.django_db
KNOWN = "Platform,Account name,Owner,Closing from\nFacebook,Brookfield Primary,Helen Achebe,2027-03-01\n"


@pytest.fixture(name="people")
def _people():
    return cast()


def take(people, text, by=SYSTEM):
    return account_tables.take_in(text.encode(), school=people.school, by=by, at=AT)


def begun(people, after=0):
    """What the record says of a closing, from an event on, and the task that is open."""
    kinds, subject = ["channel.closing", "duty.opened"], f"channel:{people.channel.pk}"
    rows = Event.objects.filter(kind__in=kinds, subject=subject, school=people.school.slug, pk__gt=after)
    task = Duty.objects.of(people.school).get(kind="closing", done_at__isnull=True)
    return [(one.kind, one.subject, one.facts) for one in rows.order_by("pk")], (task.owner, task.what, task.due_at)


def test_the_steps_are_owed_and_recorded_as_from_the_page_by_whom_the_row_names_as_owner(people):
    take(people, KNOWN)
    from_table, last = begun(people), Event.objects.latest("pk").pk
    closing.stop(people.channel, reason="Families need it.", seat=people.head, at=AT)
    closing.start(people.channel, closing_on=date(2027, 3, 1), seat=people.head, at=AT)
    assert from_table == begun(people, after=last)
    assert from_table[1][0] == people.head.person


def test_an_account_that_the_table_opens_is_closed_step_by_step_too(people):
    take(people, "Platform,Account name,Opened,Closing from\nX,brookfield,2020-01-01,2026-11-01\n")
    new = Channel.objects.of(people.school).get(platform="x")
    assert new.closing_on == date(2026, 11, 1)
    assert Duty.objects.of(people.school).get(kind="closing").about == f"channel:{new.pk}"


@pytest.mark.parametrize(
    ("row", "says"),
    [("X,brookfield,2026-01-01,2025-11-01,", "Closing from: The account was opened on 1 January 2026"),
     ("X,brookfield,2026-01-01,2036-11-01,", "Closing from: This day is more than two years away"),
     ("X,brookfield,2026-01-01,2026-11-01,associated", "Closing from: This account is run by others")],
)  # fmt: skip
def test_a_day_that_the_page_would_refuse_is_refused_of_a_row(people, row, says):
    with pytest.raises(NotTakenIn, match=says):
        take(people, f"Platform,Account name,Opened,Closing from,Kind\n{row}\n")


def test_an_account_that_is_closed_already_is_owed_nothing(people):
    take(people, "Platform,Account name,Opened,Closing from,Closed\nX,old,2020-01-01,2026-07-01,2026-08-01\n")
    assert not Duty.objects.of(people.school).filter(kind="closing").exists()


def test_what_is_overdue_on_an_account_from_a_table_is_somebodys_task_at_once(people):
    take(people, "Platform,Account name,Opened\nX,brookfield,2020-01-01\n")
    new = Channel.objects.of(people.school).get(platform="x")
    policy = policy_in_force(people.school, on=AT.date())
    standing = standings([new], of=people.school, policies={people.school.pk: policy.all}, on=AT.date())[0]
    late = {f"channel:{new.pk}:{one.kind}" for one in owed(standing, on=AT.date()) if one.overdue}
    tasks = Duty.objects.of(people.school).filter(kind="check", owner=people.head.person)
    assert late
    assert late <= set(tasks.values_list("about", flat=True))


def test_where_nobody_can_close_it_nothing_is_taken_in(people):
    HeldRole.objects.filter(school=people.school, role="headteacher").update(until=AT)
    with pytest.raises(UnableTo, match="Give somebody the role of headteacher or central team first"):
        take(people, KNOWN.replace("Helen Achebe", ""))
    people.channel.refresh_from_db()
    assert people.channel.closing_on is None
