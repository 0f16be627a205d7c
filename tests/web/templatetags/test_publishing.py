from datetime import timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.web.templatetags.publishing import (
    answer_name,
    answer_to,
    channels_of,
    clause_name,
    clause_names,
    event_icon,
    event_words,
    post_key,
    task_about,
    time_taken,
    took,
)
from tests.cast import cast, waiting


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("southport 3.p1", "our policy, 3.p1"),
        ("baseline-england permission.looked_up", "law and guidance"),
        ("southport", "our policy"),
    ],
)
def test_a_clause_is_named_as_a_page_writes_it(kept, said):
    assert clause_name(kept) == said


@pytest.mark.parametrize(
    ("kind", "ref", "said"),
    [
        ("fix.applied", "southport 2.official.b6", "Ben put something right (our policy, 2.official.b6)."),
        ("waiver.given", "baseline-england permission.details", "Ben kept something and said why (law and guidance)."),
        ("post.drafted", None, "Ben started a draft."),
    ],
)
def test_an_event_names_a_clause_as_a_page_does(kind, ref, said):
    assert event_words(Event(kind=kind, actor_name="Ben", facts={"ref": ref} if ref else {})) == said


def test_clauses_stand_in_one_line_each_once():
    kept = ["southport 3.p1", "baseline-england a", "baseline-england b"]
    assert clause_names(kept) == "our policy, 3.p1; law and guidance"


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(seconds=20), "less than a minute"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(hours=2, minutes=5), "2 hours 5 minutes"),
        (timedelta(days=3), "3 days"),
        (timedelta(days=1, minutes=2), "1 day 2 minutes"),
        (timedelta(days=1, hours=2, minutes=3), "1 day 2 hours"),
        (timedelta(minutes=-5), "less than a minute"),
    ],
)
def test_a_length_of_time_is_said_in_its_two_largest_parts(length, said):
    assert took(length) == said


@pytest.mark.parametrize(("subject", "key"), [("post:17", 17), ("delivery:17", None), ("post:", None)])
def test_only_an_event_about_a_post_leads_to_one(subject, key):
    assert post_key(subject) == key


@pytest.mark.parametrize(
    ("kind", "icon"), [("post.sent", "send"), ("post.edited", "pen"), ("pack.opened", "copy"), ("later.kind", "doc")]
)
def test_an_event_has_its_own_icon_or_its_familys(kind, icon):
    assert event_icon(kind) == icon


def test_a_question_is_answered_by_a_field_that_names_it():
    assert (answer_name("a 1: Fine?"), answer_to({"a 1: Fine?": "yes"}, "a 1: Fine?")) == ("answer a 1: Fine?", "yes")
    assert answer_to({}, "a 1: Fine?") == ""


def test_there_is_no_task_about_what_nobody_asked_for():
    assert task_about({}, "delivery:1") is None


@pytest.mark.django_db
def test_a_version_says_where_it_goes_by_platform():
    people = cast()
    version = waiting(people)
    channels = {people.channel.pk: people.channel}
    assert (channels_of(version, channels), channels_of(version, {})) == ("Facebook", "")


class Task:
    def __init__(self, *, opened_at, done_at):
        self.opened_at, self.done_at = opened_at, done_at


def test_a_task_that_is_not_done_has_taken_no_time_yet():
    assert time_taken(Task(opened_at=None, done_at=None)) == ""
