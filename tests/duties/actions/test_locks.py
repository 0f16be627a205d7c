"""An account that somebody else may have got into: nothing goes out, somebody sees to it, and it ends with a note."""

from datetime import timedelta

import pytest
from django.core import mail

from gatepost.audit.models import Event
from gatepost.channels.actions import locks as kept
from gatepost.channels.actions import looking, register
from gatepost.channels.locks import lock_now, log_of, seen_since
from gatepost.channels.models import Channel, Lock, LockNote
from gatepost.duties.actions import locks
from gatepost.duties.models import Duty
from gatepost.publishing.actions import handover
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.queries import seat
from tests.cast import AT, add_person, by_system, cast, ready
from tests.record import words_of

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=2)
MAY = ("account_holder", "headteacher", "central_team", "dsl", "dpo")
MAY_NOT = ("poster", "approver", "office", "governor", "staff")


@pytest.fixture
def people():
    return cast()


def somebody(people, role):
    """Somebody more at the school."""
    return seat(add_person(people.school, "Rowan Ellis", role), people.school, at=AT)


def lock(people, by=None, reason="Odd posts."):
    """The DSL locks the account."""
    return locks.lock(people.channel, reason=reason, seat=by or people.carys, at=AT)


def look(people, *kinds, at=LATER, found="in_order"):
    """The head records what was found."""
    for kind in kinds:
        looking.record_check(people.channel, kind=kind, found=found, seat=people.head, at=at)


def unlock(people, says="We have it back.", **more):
    """The head unlocks it."""
    return locks.unlock(people.channel, says=says, seat=people.head, at=LATER, **more)


def task(people):
    """The task of the lock."""
    return Duty.objects.of(people.school).get(kind="lock", about=f"channel:{people.channel.pk}")


@pytest.mark.parametrize("role", MAY)
def test_whoever_guards_or_holds_an_account_locks_it(people, role):
    lock(people, somebody(people, role))
    assert lock_now(people.channel).locked_by.name == "Rowan Ellis"


@pytest.mark.parametrize("role", MAY_NOT)
def test_nobody_else_does(people, role):
    with pytest.raises(NotAllowed, match="lock an account"):
        lock(people, somebody(people, role))
    assert not Lock.objects.of(people.school).exists()


def test_somebody_of_another_school_finds_no_account(people):
    with pytest.raises(Channel.DoesNotExist):
        lock(people, people.dev)


def test_from_then_on_the_gate_lets_nothing_out_that_was_signed_off(people):
    waiting = ready(people)
    lock(people)
    with pytest.raises(NotAllowed, match="is locked, since somebody else may have got into it"):
        handover.claim(waiting, seat=people.amara, at=LATER)


def test_what_was_taken_on_before_is_not_marked_live_either(people):
    claimed = handover.claim(ready(people), seat=people.amara, at=AT)
    lock(people)
    with pytest.raises(NotAllowed, match="is locked"):
        handover.mark_live(claimed, address="https://facebook.example/posts/1", seat=people.amara, at=LATER)


def test_another_account_of_the_school_goes_on(people):
    other = register.open_channel(people.school, platform="instagram", name="brookfield", **by_system)
    waiting = ready(people)
    locks.lock(other, reason="", seat=people.carys, at=AT)
    assert handover.claim(waiting, seat=people.amara, at=LATER).status == "claimed"


@pytest.mark.parametrize(("owner", "asked"), [("carys", "carys"), ("amara", "head")])
def test_the_owner_if_they_may_do_them_owes_the_steps_today_and_is_written_to(
    people, owner, asked, django_capture_on_commit_callbacks
):
    register.amend(people.channel, said={"owner": getattr(people, owner).person}, **by_system)
    with django_capture_on_commit_callbacks(execute=True):
        lock(people)
    who = getattr(people, asked).person
    assert (task(people).owner, task(people).due_at.date()) == (who, AT.date())
    assert [letter.to for letter in mail.outbox] == [[who.email]]


def test_words_need_not_be_found_first_and_a_draft_for_families_is_there(people):
    made = lock(people, reason="  ")
    assert made.reason == "No reason was given."
    assert "Brookfield Primary on Facebook" in made.statement


def test_it_is_locked_once_at_a_time(people):
    lock(people)
    with pytest.raises(UnableTo, match="locked already"):
        lock(people)
    assert Lock.objects.of(people.school).count() == 1


def test_an_account_of_others_is_not_ours_to_lock(people):
    other = register.open_channel(people.school, platform="facebook", name="Friends", kind="associated", **by_system)
    with pytest.raises(UnableTo, match="run by others"):
        locks.lock(other, reason="", seat=people.carys, at=AT)


def test_steps_and_notes_stand_in_the_log_with_who_and_when(people):
    held = lock(people)
    kept.tick(people.channel, step="password", seat=people.carys, at=AT)
    kept.note(people.channel, says="Rang the platform.", seat=people.head, at=LATER)
    lines = [(row.step, row.says, row.by.name, row.at) for row in log_of(held).notes]
    assert lines == [("password", "Change the password", "Carys Vaughan", AT),
                     ("", "Rang the platform.", "Helen Achebe", LATER)]  # fmt: skip


def test_a_step_is_ticked_once_and_only_one_of_the_list(people):
    lock(people)
    kept.tick(people.channel, step="password", seat=people.carys, at=AT)
    for step, why in (("password", "done already"), ("google", "one of the steps")):
        with pytest.raises(UnableTo, match=why):
            kept.tick(people.channel, step=step, seat=people.head, at=AT)


SECRET = "The new password: Tr0ub4dor&3"  # noqa: S105 - of nobody


@pytest.mark.parametrize(
    "write",
    [
        lambda people: kept.note(people.channel, says=SECRET, seat=people.head, at=AT),
        lambda people: kept.tick(people.channel, step="password", says=SECRET, seat=people.head, at=AT),
        lambda people: kept.state(people.channel, words=SECRET, seat=people.head, at=AT),
        lambda people: unlock(people, says=SECRET, anyway=True),
    ],
    ids=["a note", "a step", "the words to families", "how it ended"],
)
def test_no_new_password_is_kept_anywhere(people, write):
    held = lock(people)
    with pytest.raises(UnableTo, match="Nothing of it was kept"):
        write(people)
    held.refresh_from_db()
    assert not LockNote.objects.of(people.school).exists()
    assert held.ended_at is None
    assert "Tr0ub4dor" not in held.statement


def test_an_account_is_locked_also_where_the_reason_gives_a_password_away_which_is_left_out(people):
    assert lock(people, reason=SECRET).reason == "(left out: it looked like a password)"
    assert lock_now(people.channel) is not None


def test_the_words_to_families_are_kept_as_they_were_changed(people):
    lock(people)
    assert kept.state(people.channel, words="Ring us.", seat=people.carys, at=AT).statement == "Ring us."
    with pytest.raises(UnableTo, match="what families are told"):
        kept.state(people.channel, words=" ", seat=people.carys, at=AT)


@pytest.mark.parametrize(
    ("before", "since"),
    [((), ()), ((), ("mfa",)), ((), ("password_changed",)), (("mfa", "password_changed"), ())],
    ids=["nothing", "no password", "no two-step sign-in", "both, before it was locked"],
)
def test_it_stays_locked_until_both_were_seen_since_the_lock(people, before, since):
    look(people, *before, at=AT - timedelta(minutes=1))
    lock(people)
    look(people, *since)
    with pytest.raises(UnableTo, match="Nobody has recorded since the lock"):
        unlock(people)
    assert lock_now(people.channel) is not None


def test_what_was_found_wrong_after_it_was_right_does_not_count(people):
    held = lock(people)
    look(people, "mfa", "password_changed", at=AT + timedelta(minutes=1))
    look(people, "mfa", found="not_in_order")
    assert [kind for kind, check in seen_since(held).items() if check is None] == ["mfa"]


def test_after_both_it_is_unlocked_its_task_is_done_and_posts_go_out_again(people):
    waiting = ready(people)
    lock(people)
    look(people, "mfa", "password_changed")
    assert unlock(people).ended_by == people.head.person
    assert (task(people).done_by, task(people).proof) == (people.head.person, "Unlocked. We have it back.")
    assert handover.claim(waiting, seat=people.amara, at=LATER).status == "claimed"


@pytest.mark.parametrize("anyway", [True, False])
def test_how_it_ended_has_to_be_said(people, anyway):
    lock(people)
    look(people, "mfa", "password_changed")
    with pytest.raises(UnableTo, match="how it ended"):
        unlock(people, says=" \u200b\u2060", anyway=anyway)


def test_without_the_checks_a_reason_unlocks_it(people):
    lock(people)
    assert unlock(people, says="A false alarm: it was Ben.", anyway=True).ending == "A false alarm: it was Ben."


@pytest.mark.parametrize("role", ["account_holder", "dsl", "dpo"])
def test_who_may_lock_it_and_does_not_keep_the_accounts_does_not_unlock_it(people, role):
    lock(people)
    with pytest.raises(NotAllowed):
        locks.unlock(people.channel, says="Fine.", anyway=True, seat=somebody(people, role), at=LATER)
    assert lock_now(people.channel) is not None


def test_what_is_not_locked_has_no_log_and_no_end(people):
    for act in (lambda: kept.note(people.channel, says="Odd.", seat=people.head, at=AT), lambda: unlock(people)):
        with pytest.raises(UnableTo, match="is not locked"):
            act()


def test_it_can_be_locked_again_and_begins_with_an_empty_log(people):
    lock(people)
    kept.note(people.channel, says="Odd.", seat=people.head, at=AT)
    unlock(people, anyway=True)
    again = locks.lock(people.channel, reason="", seat=people.carys, at=LATER)
    assert log_of(again).notes == ()


def test_the_record_says_what_was_done_and_repeats_nothing_that_was_written(people):
    lock(people, reason="Zofia Nowak was written to.")
    kept.tick(people.channel, step="evidence", says="From Zofia Nowak.", seat=people.carys, at=AT)
    kept.note(people.channel, says="Rang Zofia Nowak.", seat=people.carys, at=AT)
    kept.state(people.channel, words="Zofia Nowak.", seat=people.carys, at=AT)
    unlock(people, says="Zofia Nowak is fine.", anyway=True)
    told = [words_of(one) for one in Event.objects.filter(kind__startswith="lock.").order_by("number")]
    assert told == [
        "Carys Vaughan locked Brookfield Primary, since somebody else may have got into it.",
        "Carys Vaughan did what follows when somebody got into Brookfield Primary: Keep what you see.",
        "Carys Vaughan wrote in the log of the lock of Brookfield Primary.",
        "Carys Vaughan kept what families are told about Brookfield Primary.",
        "Helen Achebe unlocked Brookfield Primary.",
    ]
    assert not any("Nowak" in str(one.facts) for one in Event.objects.all())
