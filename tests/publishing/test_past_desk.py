"""One earlier post, judged whole."""

import pytest

from gatepost.publishing.asking import policy_now
from gatepost.publishing.past_desk import PastDesk, past_desk
from gatepost.publishing.wording import NEVER_WHICH
from tests.cast import AT, Cast, cast
from tests.publishing.looking_back import leaver, one

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def desk(people: Cast, text: str, *shown, shows: str = "") -> PastDesk:
    post = one(people, text)
    post.shows, post.people_said = shows, bool(shown)
    ids = frozenset(pupil.pk for pupil in shown)
    return past_desk(post, ids, policy=policy_now(people.school, at=AT), at=AT)


def test_the_words_are_read_as_in_a_draft_and_each_thing_stands_once(people):
    found = desk(people, "Ring 07700 900417 to book.").found
    assert [(one.title, one.words, len(one.clauses)) for one in found] == [
        ("A personal phone number", "07700 900417", 2)
    ]


def test_whoever_cannot_be_shown_stands_there_without_a_clause_and_without_why(people):
    judged = desk(people, "", people.zofia, shows="back_or_distance")
    assert [(one.title, one.clauses) for one in judged.found] == [("Zofia can’t be shown here", ())]
    assert (judged.never_which, judged.cannot) == (NEVER_WHICH, frozenset({people.zofia.pk}))


def test_who_wrote_it_and_on_what_is_not_held_against_it(people):
    assert desk(people, "Sports day was sunny.", people.oliver, shows="back_or_distance").found == ()


def test_whoever_is_or_may_be_named_is_offered_leavers_too(people):
    gone = leaver(people)
    judged = desk(people, "Rosalie Thackeray and Oliver sang.")
    assert {*judged.pupils} == {gone, people.oliver}
    assert judged.others == ("Somebody in it has left the school",)
