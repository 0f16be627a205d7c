import pytest

from gatepost import library
from gatepost.publishing.actions import drafts, fixes, signoff
from gatepost.publishing.actions.withdrawals import record_answer
from gatepost.publishing.asking import Known
from gatepost.publishing.desk import desk
from gatepost.publishing.models import Change, Post, Version
from gatepost.publishing.queries import version as version_of
from gatepost.publishing.sheet import Sheet, righted, sheet
from gatepost.schools.seat import Seat
from tests.cast import AT, Cast, by_system, cast, draft, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def read(version: Version, seat: Seat) -> Sheet:
    found = version_of(seat.school, version.pk, at=AT)
    assert found is not None
    return sheet(found, seat, at=AT)


def test_everybody_in_it_is_there_by_first_name_and_can_be_shown(people):
    shown = read(waiting(people, shown=(people.oliver,)), people.ben)
    assert [(one.name, one.can) for one in shown.people] == [("Oliver", True)]
    assert shown.all_can_be_shown


def test_of_somebody_who_is_only_named_it_is_not_said_that_they_can_be_shown(people):
    record_answer(people.oliver, element="name", tier="social", state="granted", given_by="parent", **by_system)
    both = waiting(people, shown=(people.oliver,), text="Oliver built a volcano.")
    named = waiting(people, text="Oliver built a volcano.")
    told = [[one.can_be for one in read(version, people.ben).people] for version in (both, named)]
    assert told == [["Can be shown and named"], ["Can be named"]]


def test_somebody_whose_permission_goes_while_it_waits_cannot_be_shown_and_stops_it(people):
    version = waiting(people, shown=(people.oliver,))
    record_answer(people.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    shown = read(version, people.ben)
    assert [one.can for one in shown.people] == [False]
    assert shown.stopping


def test_the_three_answers_stand_in_their_order(people):
    assert [one.key for one in read(waiting(people), people.ben).answers] == ["lawful", "safe", "allowed"]


def test_the_questions_are_those_of_the_clauses_on_these_facts(people):
    shown = read(waiting(people, shown=(people.oliver,)), people.ben)
    assert any("compared the picture with the permissions" in question.ask for question in shown.questions)


def test_a_face_is_left_to_a_person_with_the_authors_reason(people):
    post = draft(people, shown=(people.oliver,), face_shown="recognisable", reason="First prize")
    shown = read(signoff.send(post, seat=people.amara, at=AT), people.head)
    assert [one.title for one in shown.deciding] == ["A face can be recognised"]


def test_it_says_where_it_goes_and_what_that_platform_will_not_take(people):
    version = waiting(people, text="So " * 100)
    people.channel.platform = "x"
    people.channel.save(update_fields=["platform"])
    assert read(version, people.ben).going[0].too_much[0].startswith("The words are 20 characters too long")


def test_each_approval_says_who_has_given_it(people):
    version = waiting(people)
    assert [one.approval for one in read(version, people.ben).signed] == [None] * len(version.steps)


def tapped(people: Cast, *, text: str) -> Post:
    """A draft in which the first tap on offer has been made."""
    post = draft(people, text=text)
    shown = desk(post, at=AT, known=Known()).shown
    remedy = next(one for finding in shown for one in finding.remedies if one.kind == "write")
    fixes.apply(post, key=remedy.key, seat=people.amara, at=AT)
    return Post.objects.of(people.school).select_related("author", "school__trust").get(pk=post.pk)


def test_the_approver_reads_the_words_before_and_after_and_what_the_clause_says(people):
    (done,) = read(signoff.send(tapped(people, text="Ring 07700 900118."), seat=people.amara, at=AT), people.ben).done
    assert (done.change.was.strip(), done.words, done.later) == ("07700 900118", True, False)
    assert "such as a telephone number" in done.says


def test_words_that_were_changed_again_are_said_to_be(people):
    post = tapped(people, text="Thank you to Zofia Nowak.")
    post = drafts.edit(post, seat=people.amara, at=AT, text="Thank you to everybody.")
    (done,) = read(signoff.send(post, seat=people.amara, at=AT), people.ben).done
    assert done.later


def test_a_clause_that_is_in_force_no_more_says_nothing(people):
    version = waiting(people)
    assert righted(Change(clause="southport 99.9"), version, [library.compiled("southport")], words=True).says == ""
