"""Closing an account by the API: the day, the steps, the end, or not after all."""

import pytest

from gatepost.channels.actions import register
from gatepost.channels.closing import BEFORE_LAST, LAST
from gatepost.channels.models import Channel, ClosingStep
from gatepost.duties.models import Duty
from tests.api.calls import call
from tests.cast import AT, by_system
from tests.web.visits import set_clock

pytestmark = pytest.mark.django_db
TODAY = f"{AT:%Y-%m-%d}"


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


def ask(people, part="", body=None, *, by=None, channel=None):
    """What a route of the closing answers the head, or somebody else."""
    path = f"channels/{(channel or people.channel).pk}/closing{part and '/' + part}"
    return call(by or people.head, path, body)


def stored(people):
    return Channel.objects.of(people.school).get(pk=people.channel.pk)


def test_an_account_is_closed_from_the_first_day_to_the_last(people):
    assert ask(people)[1]["closing_on"] is None
    assert ask(people, "start", {"day": TODAY})[1]["missing"] == [*BEFORE_LAST]
    assert Duty.objects.of(people.school).get(kind="closing").owner == people.head.person
    for step in BEFORE_LAST:
        ask(people, "step", {"step": step, "proof": "Looked at it."})
    status, told = ask(people, "close", {"day": TODAY})
    assert (status, told["closed_on"], stored(people).closed_on) == (200, TODAY, AT.date())
    assert {one["step"]: one["state"] for one in told["steps"]} == dict.fromkeys((*BEFORE_LAST, LAST), "done")
    assert Duty.objects.of(people.school).get(kind="closing").done_by == people.head.person


def test_it_is_not_closed_past_its_steps(people):
    ask(people, "start", {"day": TODAY})
    status, told = ask(people, "close", {"day": TODAY})
    assert (status, told["why"].startswith("Still to be done: "), stored(people).closed_on) == (409, True, None)


def test_a_step_that_may_be_left_out_is_with_its_reason_and_one_that_may_not_is_refused(people):
    ask(people, "start", {"day": TODAY})
    told = ask(people, "step", {"step": "handle", "proof": "The platform is gone.", "skipped": True})[1]
    row = next(one for one in told["steps"] if one["step"] == "handle")
    assert (row["state"], row["proof"], row["done_by"]) == ("skipped", "The platform is gone.", "Helen Achebe")
    assert "can’t be left out" in ask(people, "step", {"step": "website", "proof": "No.", "skipped": True})[1]["why"]


@pytest.mark.parametrize(
    ("part", "body", "why"),
    [("start", {}, "Choose a day, such as 2027-07-16."), ("close", {}, "Choose a day, such as 2027-07-16."),
     ("start", {"day": "2026-11-19"}, "Choose that day or a later one"), ("step", {"step": "archive"}, "how one can"),
     ("step", {"step": "archive", "proof": "Drive, password: Tr0ub4dor&3"}, "Nothing of it was kept"),
     ("stop", {"reason": " "}, "why it stays open"), ("step", {"step": "date", "proof": "x"}, "one of the steps")],
)  # fmt: skip
def test_what_the_page_refuses_is_refused_in_the_same_words_and_nothing_is_kept(people, part, body, why):
    ask(people, "start", {"day": TODAY})
    status, told = ask(people, part, body)
    assert (status, why in told["why"], "Tr0ub4dor" in str(told)) == (409, True, False)
    assert not ClosingStep.objects.of(people.school).exists()


def test_it_stays_open_after_all_and_what_was_done_is_kept(people):
    ask(people, "start", {"day": TODAY})
    ask(people, "step", {"step": "archive", "proof": "On the server."})
    told = ask(people, "stop", {"reason": "Parents asked for it."})[1]
    assert (told["closing_on"], {one["state"] for one in told["steps"]}) == (None, {"open"})
    assert [(row["step"], row["proof"]) for one in told["earlier"] for row in one["steps"]] == [
        ("archive", "On the server.")
    ]
    assert ask(people, "step", {"step": "archive", "proof": "x"})[0] == 409


@pytest.mark.parametrize("who", ["amara", "ben", "carys"])
def test_whoever_does_not_keep_the_accounts_reads_and_closes_nothing(people, who):
    seat = getattr(people, who)
    ask(people, "start", {"day": TODAY})
    answers = [ask(people, part, {"day": TODAY}, by=seat)[0] for part in ("start", "step", "close", "stop")]
    assert (ask(people, by=seat)[0], answers) == (200, [403] * 4)


def test_an_account_of_others_is_not_ours_to_close(people):
    other = register.open_channel(people.school, platform="facebook", name="Friends", kind="associated", **by_system)
    assert "Only they can close it" in ask(people, "start", {"day": TODAY}, channel=other)[1]["why"]
