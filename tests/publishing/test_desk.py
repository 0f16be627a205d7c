import pytest

from gatepost.consents.actions import answers
from gatepost.publishing.actions import drafts
from gatepost.publishing.asking import Known, assess_post
from gatepost.publishing.desk import Desk, desk, desk_of
from gatepost.publishing.steps import steps, still_open
from tests.cast import AT, Cast, by_system, cast, draft

pytestmark = pytest.mark.django_db
POLICIES = ["southport", "north-star", "true-learning", "littleover", "everyone-matters"]


@pytest.fixture
def people() -> Cast:
    return cast()


def beside(people: Cast, **of_draft) -> Desk:
    return desk(draft(people, **of_draft), at=AT, known=Known(seat=people.amara))


def test_an_empty_draft_is_asked_for_words_and_for_nothing_else(people):
    post = drafts.start(seat=people.amara, at=AT)
    empty = desk(post, at=AT, known=Known())
    assert (empty.says, empty.asks, empty.open) == ("Nothing to check yet", (), False)


def test_a_draft_that_nothing_keeps_can_be_sent(people):
    ready = beside(people)
    assert (ready.open, ready.says, ready.more) == (True, "Ready to send", "All three answers are clear.")


def test_three_answers_stand_in_their_order(people):
    answers_now = beside(people, text="Ring Jo on 07700 900118.", shown=(people.zofia,)).answers
    assert [(one.key, one.kind, one.words) for one in answers_now] == [
        ("lawful", "stop", "Not yet"), ("safe", "clear", "Clear"), ("allowed", "fix", "Fix 1"),
    ]  # fmt: skip


def test_how_much_is_left_is_counted(people):
    post = drafts.edit(draft(people), seat=people.amara, at=AT, text="Ring 07700 900118.", channels=[])
    assert desk(post, at=AT, known=Known()).more == "1 thing to put right and 1 thing to tell us. Most take one tap."


def test_the_same_words_under_two_answers_are_one_thing(people):
    ready = beside(people, text="Ring 07700 900118.")
    assert [one.finding.answer for one in ready.shown if one.finding.stops] == ["lawful", "allowed"]
    assert ready.more == "1 thing to put right. Most take one tap."


def test_nothing_is_said_of_taps_where_none_will_do(people):
    post = drafts.edit(draft(people), seat=people.amara, at=AT, channels=[])
    assert not desk(post, at=AT, known=Known()).more.endswith("one tap.")


def test_an_empty_draft_has_nothing_to_check_under_any_answer(people):
    empty = desk(drafts.start(seat=people.amara, at=AT), at=AT, known=Known())
    assert {(one.kind, one.words) for one in empty.answers} == {("none", "Nothing to check yet")}


def test_an_answer_that_waits_for_its_author_is_not_clear(people):
    post = drafts.edit(draft(people), seat=people.amara, at=AT, channels=[])
    allowed = desk(post, at=AT, known=Known()).answers[-1]
    assert (allowed.key, allowed.kind, allowed.words) == ("allowed", "decide", "Tell us first")


def test_nobody_in_a_picture_and_a_pupil_in_it_contradict(people):
    (ask, *_) = beside(people, shown=(people.oliver,), face_shown="no_people").asks
    assert ask.label == "You chose that nobody is in the picture, and ticked who is in it. Change one"


def test_the_schools_own_clause_comes_first_with_its_reference(people):
    (zofia,) = beside(people, shown=(people.zofia,)).shown
    assert (zofia.clauses[0].source, zofia.clauses[0].ref) == ("southport", "2.official.b6")
    assert zofia.clauses[0].strength == "will_not"


def test_a_clause_of_the_law_is_cited_by_its_document_and_never_by_ours(people):
    phone = next(one for one in beside(people, text="Ring 07700 900118.").shown if one.finding.answer == "lawful")
    assert phone.clauses[0].source == "UK GDPR"
    assert phone.clauses[0].ref.startswith("Article 5")


@pytest.mark.parametrize("policy", POLICIES)
def test_the_same_clauses_stand_below_whoever_cannot_be_shown(policy):
    people = cast(policy=policy)
    post = draft(people, shown=(people.zofia,))
    (before,) = [one.clauses for one in desk(post, at=AT, known=Known()).shown if one.finding.cannot_be_shown]
    answers.record(people.zofia, element="photo", tier="social", state="granted", given_by="other", **by_system)
    after = [one.clauses for one in desk(post, at=AT, known=Known()).shown if one.finding.cannot_be_shown]
    assert after in ([before], [])


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("device", ["", "school_device", "personal_device"])
def test_nothing_is_left_open_that_nobody_is_asked(policy, device):
    people = cast(policy=policy)
    post = draft(people, shown=(people.oliver,), capture_device=device, names_visible="")
    assessment = assess_post(post, at=AT)
    if still_open(assessment, steps(assessment)):
        assert desk_of(assessment, contacts=[]).asks


def test_where_the_policy_names_nobody_the_signer_is_ours():
    people = cast(policy="north-star")
    signing = beside(people)
    assert (signing.ours, [one.clauses for one in signing.signers]) == (True, [()])


def test_who_signs_is_named_with_the_clause_that_says_so(people):
    (signer,) = beside(people).signers
    assert signer.who == "an approver"
    assert signer.clauses[0].startswith("our policy, 2.official.b")


def test_a_finding_that_leads_to_a_field_is_not_asked_a_second_time(people):
    shown = beside(people, shown=(people.oliver,), face_shown="")
    anchors = [remedy.anchor for one in shown.shown for remedy in one.remedies]
    assert [ask.anchor for ask in shown.asks if ask.anchor in anchors] == []
    assert any(one.endswith("face_shown") for one in anchors)
