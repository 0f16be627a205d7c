"""Closing an account in good order: the day, the steps, and the end."""

from datetime import date, timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.channels.actions import closing as kept
from gatepost.channels.actions import looking, register
from gatepost.channels.closing import BEFORE_LAST, STEPS
from gatepost.channels.closings import progress
from gatepost.channels.models import Administrator, Channel, ClosingStep
from gatepost.duties.actions import chasing, closing, leaving
from gatepost.duties.models import Duty
from gatepost.publishing.actions import handover
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.queries import seat
from tests.cast import AT, add_person, by_system, cast, published, ready
from tests.record import words_of

pytestmark = pytest.mark.django_db
TODAY = AT.date()
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def people():
    return cast()


def start(people, day=NEXT_WEEK, **more):
    """The head chooses the day."""
    return closing.start(people.channel, closing_on=day, seat=people.head, at=more.pop("at", AT))


def settle(people, *steps, at=AT):
    """The head does these steps."""
    for step in steps:
        kept.settle(people.channel, step=step, proof="Looked at it.", seat=people.head, at=at)


def account(people):
    """The account as it is stored."""
    return Channel.objects.of(people.school).get(pk=people.channel.pk)


def tasks(people):
    """The tasks of the closing."""
    return Duty.objects.of(people.school).filter(kind="closing", about=f"channel:{people.channel.pk}")


def test_the_day_is_kept_and_the_owner_owes_the_steps_by_then(people):
    owner = cast_seat(people, "central_team").person
    register.amend(people.channel, said={"owner": owner}, **by_system)
    start(people)
    duty = tasks(people).get()
    assert (account(people).closing_on, duty.owner, duty.due_at.date()) == (NEXT_WEEK, owner, NEXT_WEEK)


def test_without_an_owner_who_may_do_them_the_head_owes_them(people):
    register.amend(people.channel, said={"owner": people.amara.person}, **by_system)
    assert start(people).owner == people.head.person


def test_before_the_day_it_goes_out_and_from_the_day_on_the_gate_lets_nothing_out(people):
    early, late = ready(people), ready(people)
    start(people, TODAY + timedelta(days=1))
    assert handover.claim(early, seat=people.amara, at=AT).status == "claimed"
    with pytest.raises(NotAllowed, match="it is being closed"):
        handover.claim(late, seat=people.amara, at=AT + timedelta(days=1))


def test_a_day_gone_by_stops_posting_at_once_and_is_due_today(people):
    register.amend(people.channel, said={"closing_on": None}, **by_system)
    Channel.objects.of(people.school).filter(pk=people.channel.pk).update(opened_on=date(2020, 1, 1))
    waiting = ready(people)
    assert start(people, date(2025, 11, 1)).due_at.date() == TODAY
    with pytest.raises(NotAllowed, match="since 1 November 2025: it is being closed"):
        handover.claim(waiting, seat=people.amara, at=AT)


def test_a_day_before_the_account_was_opened_is_refused(people):
    with pytest.raises(UnableTo, match="was opened on 20 November 2026"):
        start(people, TODAY - timedelta(days=1))


@pytest.mark.parametrize("day", [date.max, TODAY + timedelta(days=731)])
def test_a_day_of_another_year_than_was_meant_is_refused(people, day):
    with pytest.raises(UnableTo, match="Check its year"):
        start(people, day)
    assert account(people).closing_on is None


@pytest.mark.parametrize("days", [3, 14, 730])
def test_another_day_moves_the_one_task_sooner_or_later(people, days):
    start(people)
    start(people, TODAY + timedelta(days=days))
    assert tasks(people).get().due_at.date() == account(people).closing_on == TODAY + timedelta(days=days)


def test_a_step_needs_a_proof_and_is_kept_with_who_and_when(people):
    start(people)
    with pytest.raises(UnableTo, match="how one can tell"):
        kept.settle(people.channel, step="archive", proof=" ", seat=people.head, at=AT)
    settle(people, "archive")
    row = ClosingStep.objects.of(people.school).get()
    assert (row.step, row.skipped, row.proof, row.done_by) == ("archive", False, "Looked at it.", people.head.person)


def test_saying_it_again_corrects_it_and_it_stands_there_once(people):
    start(people)
    settle(people, "archive")
    kept.settle(people.channel, step="archive", proof="On the server.", seat=people.head, at=AT)
    assert ClosingStep.objects.of(people.school).get().proof == "On the server."


@pytest.mark.parametrize("step", BEFORE_LAST)
def test_only_what_may_be_left_out_can_be(people, step):
    start(people)
    if STEPS[step].optional:
        assert kept.settle(people.channel, step=step, proof="No.", skipped=True, seat=people.head, at=AT).skipped
    else:
        with pytest.raises(UnableTo, match="can’t be left out"):
            kept.settle(people.channel, step=step, proof="No.", skipped=True, seat=people.head, at=AT)


def test_no_login_is_kept_as_the_place_of_the_archive(people):
    start(people)
    with pytest.raises(UnableTo, match="Nothing of it was kept"):
        kept.settle(people.channel, step="archive", proof="Drive, password: Tr0ub4dor&3", seat=people.head, at=AT)
    assert not ClosingStep.objects.of(people.school).exists()


@pytest.mark.parametrize("step", ["date", "party", ""])
def test_the_closing_itself_and_what_is_no_step_are_not_ticked(people, step):
    start(people)
    with pytest.raises(UnableTo, match="one of the steps"):
        settle(people, step)


@pytest.mark.parametrize("missing", BEFORE_LAST)
def test_it_is_not_closed_while_any_step_is_neither_done_nor_left_out(people, missing):
    start(people)
    settle(people, *(step for step in BEFORE_LAST if step != missing))
    with pytest.raises(UnableTo, match="Still to be done"):
        closing.close(people.channel, closed_on=TODAY, seat=people.head, at=AT)
    assert account(people).closed_on is None


def test_once_all_is_done_it_is_closed_its_task_done_and_its_posts_stay_in_the_history(people):
    live = published(people)
    start(people, TODAY)
    settle(people, *BEFORE_LAST)
    closing.close(people.channel, closed_on=TODAY, seat=people.head, at=AT)
    live.refresh_from_db()
    assert (account(people).closed_on, tasks(people).get().done_by) == (TODAY, people.head.person)
    assert (live.status, progress(account(people)).missing) == ("published", ())


@pytest.mark.parametrize("days", [-1, 3])
def test_the_day_of_closing_lies_between_the_last_post_and_today(people, days):
    start(people, TODAY)
    settle(people, *BEFORE_LAST)
    with pytest.raises(UnableTo, match="Choose a day from 20 November 2026 to today"):
        closing.close(people.channel, closed_on=TODAY + timedelta(days=days), seat=people.head, at=AT)


def test_a_closed_account_is_not_closed_or_changed_again(people):
    start(people, TODAY)
    settle(people, *BEFORE_LAST)
    closing.close(people.channel, closed_on=TODAY, seat=people.head, at=AT)
    for again in (lambda: start(people), lambda: settle(people, "archive")):
        with pytest.raises(UnableTo, match="closed already"):
            again()


def test_an_account_kept_after_all_posts_again_and_begins_anew_another_time(people):
    waiting = ready(people)
    start(people, TODAY)
    settle(people, "website")
    closing.stop(people.channel, reason="Parents asked for it.", seat=people.head, at=AT)
    assert handover.claim(waiting, seat=people.amara, at=AT).status == "claimed"
    assert (tasks(people).get().proof, progress(account(people)).kept) == ("It stays open. Parents asked for it.", {})


def test_what_was_done_is_kept_with_its_proof_when_the_account_stays_open_and_when_it_is_closed_anew(people):
    for minutes, proof in enumerate(["On the server.", "On the new server."]):
        at = AT + timedelta(minutes=minutes)
        start(people, at=at)
        kept.settle(people.channel, step="archive", proof=proof, seat=people.head, at=at)
        closing.stop(people.channel, reason="Parents asked for it.", seat=people.head, at=at)
    start(people, at=AT + timedelta(minutes=2))
    found = progress(account(people))
    assert ("archive" in found.missing, found.kept) == (True, {})
    assert [[(row.proof, row.done_by) for _, row in one.rows] for one in found.earlier] == [
        [("On the new server.", people.head.person)], [("On the server.", people.head.person)],
    ]  # fmt: skip


def test_why_it_stays_open_has_to_be_said(people):
    start(people)
    with pytest.raises(UnableTo, match="why it stays open"):
        closing.stop(people.channel, reason=" ", seat=people.head, at=AT)
    assert account(people).closing_on == NEXT_WEEK


def test_what_was_not_begun_has_no_steps(people):
    with pytest.raises(UnableTo, match="Choose the day first"):
        settle(people, "archive")


def test_an_account_that_is_being_closed_is_not_closed_past_its_steps(people):
    start(people)
    with pytest.raises(UnableTo, match="step by step"):
        register.close_channel(people.channel, **by_system)


def test_an_account_of_others_is_not_ours_to_close(people):
    other = register.open_channel(people.school, platform="facebook", name="Friends", kind="associated", **by_system)
    with pytest.raises(UnableTo, match="Only they can close it"):
        closing.start(other, closing_on=TODAY, seat=people.head, at=AT)


@pytest.mark.parametrize("role", ["account_holder", "dsl", "dpo", "approver", "poster", "office"])
def test_only_whoever_keeps_the_accounts_closes_them(people, role):
    add = cast_seat(people, role)
    start(people)
    with pytest.raises(NotAllowed):
        closing.start(people.channel, closing_on=TODAY, seat=add, at=AT)
    with pytest.raises(NotAllowed):
        kept.settle(people.channel, step="website", proof="Done.", seat=add, at=AT)


def test_somebody_of_another_school_finds_no_account(people):
    with pytest.raises(Channel.DoesNotExist):
        closing.start(people.channel, closing_on=TODAY, seat=people.dev, at=AT)


def test_the_record_says_what_was_done_and_repeats_nothing_that_was_written(people):
    start(people, TODAY)
    kept.settle(people.channel, step="handle", proof="Zofia Nowak asked.", skipped=True, seat=people.head, at=AT)
    closing.stop(people.channel, reason="Zofia Nowak asked.", seat=people.head, at=AT)
    told = [words_of(one) for one in Event.objects.filter(subject=f"channel:{people.channel.pk}").order_by("number")]
    assert told[-5:] == [
        (
            "Helen Achebe chose 20 November 2026 as the day from which nothing is posted on Brookfield Primary, "
            "and began to close it."
        ),
        "Helen Achebe opened a task for Helen Achebe: Close Brookfield Primary on Facebook in good order.",
        "Helen Achebe left out a step of closing Brookfield Primary, with a reason: Keep the name.",
        "Helen Achebe stopped closing Brookfield Primary. It stays open.",
        "Helen Achebe finished the task: Close Brookfield Primary on Facebook in good order.",
    ]
    assert not any("Nowak" in str(one.facts) for one in Event.objects.all())


def cast_seat(people, role):
    """Somebody more at the school."""
    return seat(add_person(people.school, "Rowan Ellis", role), people.school, at=AT)


def settled(people, **proofs):
    """The head does every step, some with a proof of its own, and leaves out those whose proof is None."""
    for step in BEFORE_LAST:
        said = proofs.get(step, "Looked at it.")
        kept.settle(people.channel, step=step, proof=said or "Nobody wants it.", skipped=said is None,
                    seat=people.head, at=AT)  # fmt: skip
    closing.close(people.channel, closed_on=TODAY, seat=people.head, at=AT)


@pytest.mark.parametrize(
    ("handle", "stay"),
    [("Ben Oduya keeps it; the login is in the safe.", ["Ben Oduya"]), ("In the safe.", ["Ben Oduya", "Carys Vaughan"]),
     (None, [])],
)  # fmt: skip
def test_only_whoever_keeps_the_name_administers_it_once_it_is_closed(people, handle, stay):
    for who in (people.ben, people.carys):
        looking.add_admin(people.channel, person=who.person, seat=people.head, at=AT)
    start(people, TODAY)
    settled(people, handle=handle)
    rows = Administrator.objects.of(people.school).filter(until__isnull=True).order_by("person__name")
    assert [row.person.name for row in rows] == stay


def passwords(people):
    """The tasks about the password of the account, open or done."""
    return Duty.objects.of(people.school).filter(about__endswith=":password_changed")


def test_whoever_keeps_the_name_and_leaves_has_it_on_their_list_and_the_password_is_to_change(people):
    looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    start(people, TODAY)
    settled(people, handle="Mr Oduya, in the safe.")
    row = leaving.begin(people.ben.person, last_day=TODAY, why="leaves", seat=people.head, at=AT)
    assert {"admin", "login", "platform"} <= {item.what for item in row.items.all()}
    leaving.finish(row, items=[item.pk for item in row.items.filter(what="admin")], seat=people.head, at=AT)
    chasing.look_round(people.school, by=people.head.actor, at=AT)
    chasing.record_check(people.channel, kind="password_changed", found="in_order", seat=people.head, at=AT)
    assert [one.done_at for one in passwords(people)] == [AT]


def test_of_a_closed_account_whose_name_nobody_keeps_nothing_is_asked(people):
    looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    start(people, TODAY)
    settled(people, handle=None)
    row = leaving.begin(people.ben.person, last_day=TODAY, why="leaves", seat=people.head, at=AT)
    assert not {"admin", "login", "platform"} & {item.what for item in row.items.all()}


def test_a_password_that_a_leaver_knows_is_asked_for_while_an_account_is_being_closed(people):
    admin = looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    start(people, TODAY)
    chasing.remove_admin(admin, left=True, seat=people.head, at=AT)
    chasing.look_round(people.school, by=people.head.actor, at=AT + timedelta(days=99))
    asked = Duty.objects.of(people.school).filter(kind="check")
    assert [one.about for one in asked] == [f"channel:{people.channel.pk}:password_changed"]
