"""Locking an account by the API, its log, and unlocking it."""

from datetime import timedelta

import pytest

from gatepost.channels.actions import register
from gatepost.channels.models import Check, LockNote
from gatepost.publishing.actions import handover
from gatepost.schools.errors import NotAllowed
from gatepost.schools.queries import seat
from tests.api.calls import call
from tests.cast import AT, add_person, by_system, ready
from tests.web.visits import set_clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


def ask(people, part="", body=None, *, by=None, channel=None):
    """What a route of the lock answers the head, or somebody else."""
    path = f"channels/{(channel or people.channel).pk}/lock{part and '/' + part}"
    return call(by or people.head, path, body)


def test_an_account_is_locked_its_log_kept_and_unlocked_once_it_was_looked_at(people, monkeypatch):
    waiting = ready(people)
    assert ask(people, body={"reason": "A strange post."})[1]["locked_by"] == "Helen Achebe"
    with pytest.raises(NotAllowed, match="is locked"):
        handover.claim(waiting, seat=people.amara, at=AT)
    ask(people, "step", {"step": "password"})
    told = ask(people, "note", {"says": "Rang the trust."})[1]
    assert [(one["step"], one["by"]) for one in told["log"]] == [("password", "Helen Achebe"), ("", "Helen Achebe")]
    assert [one["step"] for one in told["steps"] if one["done"]] == ["password"]
    set_clock(monkeypatch, AT + timedelta(minutes=5))
    for kind in ("password_changed", "mfa"):
        told = ask(people, "look", {"kind": kind})[1]
    assert told["seen"] == {"password_changed": True, "mfa": True}
    assert ask(people, "end", {"says": "A false alarm."}) == (200, ask(people)[1])
    assert handover.claim(waiting, seat=people.amara, at=AT + timedelta(minutes=6)).status == "claimed"


def test_it_is_not_unlocked_without_a_look_unless_somebody_says_why(people):
    ask(people, body={})
    status, told = ask(people, "end", {"says": "All is well."})
    assert (status, "Nobody has recorded since the lock" in told["why"]) == (409, True)
    assert ask(people, "end", {"says": "It was a joke of ours.", "anyway": True})[1]["locked"] is False


@pytest.mark.parametrize(
    ("part", "body", "why"),
    [("", {}, "is locked already"), ("step", {"step": "party"}, "Choose one of the steps"),
     ("note", {"says": " "}, "Write what you saw"), ("look", {"kind": "name"}, "Choose what you looked at"),
     ("note", {"says": "The password: Tr0ub4dor&3"}, "Nothing of it was kept"),
     ("statement", {"words": "The password: Tr0ub4dor&3"}, "Nothing of it was kept"),
     ("end", {"says": "password: Tr0ub4dor&3", "anyway": True}, "Nothing of it was kept")],
)  # fmt: skip
def test_what_the_page_refuses_is_refused_in_the_same_words_and_nothing_is_kept(people, part, body, why):
    before = ask(people, body={})[1]
    status, told = ask(people, part, body)
    assert (status, why in told["why"], "Tr0ub4dor" in str(told)) == (409, True, False)
    assert (ask(people)[1], LockNote.objects.of(people.school).count()) == (before, 0)


def test_a_secret_in_the_reason_is_left_out_which_is_said_and_the_account_is_locked(people):
    status, told = ask(people, body={"reason": "They have the password: Tr0ub4dor&3"})
    assert (status, told["locked"], told["reason"]) == (200, True, "(left out: it looked like a password)")
    assert "Tr0ub4dor" not in str(told)


def test_what_is_not_locked_has_no_log(people):
    assert ask(people, "note", {"says": "So."})[1]["why"] == "Brookfield Primary on Facebook is not locked."


def test_nobody_writes_down_that_they_looked_while_it_was_locked_where_it_is_not(people):
    status, told = ask(people, "look", {"kind": "mfa"}, by=people.head)
    assert (status, "is not locked" in told["why"]) == (409, True)
    assert not Check.objects.of(people.school).filter(kind="mfa", how__startswith="Looked").exists()


def test_what_families_are_told_is_kept(people):
    assert ask(people, body={})[1]["statement"]
    assert ask(people, "statement", {"words": "Not ours."})[1]["statement"] == "Not ours."


def test_whoever_only_reads_is_told_that_it_is_locked_and_what_families_are_told_and_no_more(people):
    ask(people, body={"reason": "Seen by a parent."})
    told = ask(people, by=people.amara)[1]
    assert (told["locked"], bool(told["statement"])) == (True, True)
    assert (told["reason"], told["steps"], told["log"], told["seen"]) == ("", [], [], {})


@pytest.mark.parametrize(
    ("role", "part", "status"),
    [("poster", "", 403), ("dsl", "", 200), ("dsl", "end", 403), ("approver", "note", 403)],
)
def test_a_role_does_there_what_it_may_do_on_the_page(people, role, part, status):
    if part:
        ask(people, body={})
    by = seat(add_person(people.school, "Rowan Ellis", role), people.school, at=AT)
    body = {"says": "So.", "anyway": True} if part else {}
    assert ask(people, part, body, by=by)[0] == status


def test_a_check_is_recorded_only_by_whoever_may_record_one(people):
    before = Check.objects.of(people.school).count()
    ask(people, body={})
    assert ask(people, "look", {"kind": "mfa"}, by=people.amara)[0] == 403
    assert Check.objects.of(people.school).count() == before


def test_an_account_of_others_is_not_locked(people):
    other = register.open_channel(people.school, platform="facebook", name="Friends", kind="associated", **by_system)
    assert "run by others" in ask(people, body={}, channel=other)[1]["why"]
    assert ask(people, channel=other)[1] == {**ask(people)[1], "account": other.pk}
