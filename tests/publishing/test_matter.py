import pytest

from gatepost.consents.actions import pupils
from gatepost.policy import Reason
from gatepost.policy.verdict import Cause, Span
from gatepost.publishing.asking import assess_post
from gatepost.publishing.matter import matters_of
from tests.cast import AT, Cast, by_system, cast, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def reason(*because: Cause, where: Span | None = None, control: str = "any") -> Reason:
    return Reason("allowed", "block", "southport", "1", "must", "No.", because, where, control=control)


def test_what_stands_beside_the_cause_is_no_part_of_it(people):
    assessment = assess_post(draft(people), at=AT)
    (one,) = matters_of(reason(Cause("post_type", "opinion"), Cause("approved_by", ("dsl",))), assessment)
    assert one.cause == "post_type=opinion"


def test_without_a_cause_it_is_called_by_its_control(people):
    (one,) = matters_of(reason(control="second_channel"), assess_post(draft(people), at=AT))
    assert one.cause == "second_channel"


def test_words_are_part_of_the_cause_so_that_keeping_some_keeps_no_others(people):
    assessment = assess_post(draft(people, text="Ring 07700 900118"), at=AT)
    (one,) = matters_of(reason(Cause("text", "phone"), where=Span("text", 5, 17)), assessment)
    assert (one.cause, one.words, one.nth) == ("text=phone “07700 900118”", "07700 900118", 0)


def test_a_long_cause_is_cut_and_still_differs_from_another(people):
    assessment = assess_post(draft(people, text="a" * 900), at=AT)
    (one,) = matters_of(reason(Cause("text", "abuse"), where=Span("text", 0, 800)), assessment)
    (other,) = matters_of(reason(Cause("text", "abuse"), where=Span("text", 0, 801)), assessment)
    assert len(one.cause) <= 300
    assert one.cause != other.cause


def test_a_permission_that_the_wrong_person_gave_is_missing_for_each_use(people):
    post = draft(people, text="Well done, Oliver Hartley.", shown=(people.oliver,))
    found = [*matters_of(reason(Cause("people[0].consents.given_by", "friend")), assess_post(post, at=AT))]
    assert [(one.element, one.answer) for one in found] == [("photo", "lawful"), ("name", "lawful")]


def test_a_name_that_several_go_by_leaves_a_doubt(people):
    pupils.add([{"legal_first": "Oliver", "legal_last": "Ng", "year": 5}], school=people.school, **by_system)
    assessment = assess_post(draft(people, text="Well done to Oliver for his volcano."), at=AT)
    asked = [one for found in assessment.reasons for one in matters_of(found, assessment) if one.element]
    assert {(one.words, len(one.doubt)) for one in asked} == {("Oliver", 2)}
