"""Law and guidance for England as a document: cited, dated, marked, and each clause with something that carries it."""

import re

import pytest

from gatepost import library
from gatepost.policy.facts import Found
from tests.policy.controls.baseline.drafts import HELD, judged, outcomes, photo, post, pupil

HEAD = library.document(library.BASELINE).head
CLAUSES = {clause.ref: clause for clause in library.document(library.BASELINE).clauses}
SOURCES = [(ref, source) for ref, clause in CLAUSES.items() for source in clause.sources]
SEARCH = {"action": "online_search", "subject": {"role": "candidate", "shortlisted": False}, "candidate_told": True}
UNTOLD = {"action": "online_search", "subject": {"role": "candidate", "shortlisted": True}}

# A verdict that rests on the clause alone, for every clause that a control carries.
DECIDES = {
    "permission.holds": (lambda: post(people=pupil(consents={})), "block"),
    "permission.looked_up": (lambda: post(people=None, media=photo(face_shown="blurred")), "required"),
    "permission.details": (lambda: post(personal_data=["phone"]), "block"),
    "image.face": (lambda: post(media=photo(face_shown="recognisable")), "needs_approval"),
    "image.name": (lambda: post(people=pupil(named_in_text="full"), media=photo(face_shown=None)), "needs_approval"),
    "image.location": (lambda: post(media=photo(location=True)), "block"),
    "image.ahead": (lambda: post(found=(Found("future_place_time", 0, 4),)), "needs_approval"),
    "imagery.refusal": (lambda: judged("report", {"imagery_of_child": True}), "report"),
    "concerns.warning": (lambda: post(post_type="warning"), "needs_approval"),
    "staff.candidate_told": (lambda: judged("question", UNTOLD), "required"),
    "staff.candidate_shortlisted": (lambda: judged("question", SEARCH), "block"),
    "staff.devices": (lambda: post(media=photo(capture_device="personal_device")), "needs_approval"),
    "staff.monitoring": (lambda: judged("question", {"monitoring": {"covert": True}}), "block"),
    "content.claims": (lambda: post(claims=True), "required"),
    "content.alt_text": (lambda: post(media=photo(alt_text="")), "required"),
}


def carried(ref):
    """Return the kinds of carriers of a clause."""
    return {carrier.kind for point in CLAUSES[ref].points for carrier in point.carriers}


def test_every_clause_with_a_control_has_a_verdict_that_rests_on_it():
    assert {ref for ref in CLAUSES if "control" in carried(ref)} == {*DECIDES, "permission.nobody"}


@pytest.mark.parametrize("ref", DECIDES)
def test_a_clause_decides(ref):
    judge, outcome = DECIDES[ref]
    verdict = judge()
    assert (verdict.refs, verdict.outcome) == ((ref,), outcome)


def test_the_clause_on_nobody_decides_alone_that_a_post_is_lawful():
    verdict = post(people=[], media=None)
    assert verdict.answers["lawful"] == "allow"
    assert [reason.ref for reason in verdict.reasons if reason.answer == "lawful"] == ["permission.nobody"]


def test_every_point_is_carried_by_something():
    assert [point.ref for point in library.document(library.BASELINE).points if not point.carriers] == []


# What decides nothing by itself asks, reminds or records.
CARRIED = {
    "content.politics": "question",
    "content.fundraising": "question",
    "content.under_16": "guidance",
    "staff.conduct": "question",
    "concerns.reasons": "record",
    "data.complaints": "duty",
    "data.breach": "duty",
    "review.citations": "duty",
    "review.kcsie": "duty",
    "imagery.refusal": "guidance",
}


@pytest.mark.parametrize(("ref", "kind"), CARRIED.items())
def test_a_clause_is_carried_as_it_should_be(ref, kind):
    assert kind in carried(ref)


def duty(ref):
    """Return the one duty of a clause."""
    bodies = [carrier.body for point in CLAUSES[ref].points for carrier in point.carriers if carrier.kind == "duty"]
    assert len(bodies) == 1
    return bodies[0]


DUTIES = {
    "data.breach": ("clock", "72 hours"),
    "data.complaints": ("clock", "30 days"),
    "review.citations": ("every", "6 months"),
    "review.kcsie": ("due", "2027-09-01"),
}


@pytest.mark.parametrize(("ref", "part"), DUTIES.items())
def test_a_duty_has_its_time(ref, part):
    assert part[1] in str(duty(ref)[part[0]])


def test_it_says_what_it_is_and_is_not():
    assert "not legal advice" in re.sub(r"\s+", " ", HEAD.note)
    assert (HEAD.body, HEAD.nation, HEAD.people) == ("law", "england", ())


@pytest.mark.parametrize("ref", CLAUSES)
def test_a_clause_answers_whether_something_is_lawful_or_safe(ref):
    assert CLAUSES[ref].answer in ("lawful", "safe")
    assert CLAUSES[ref].sources


def test_every_source_was_looked_up_on_the_day_that_the_note_gives():
    assert {str(source.checked) for _, source in SOURCES} == {"2026-11-21"}


def test_paragraphs_at_second_hand_say_so():
    cited = [source for _, source in SOURCES if "Keeping children safe" in source.title]
    assert {source.confidence for source in cited} <= {"notes", "secondary"}
    assert [s.paragraph for s in cited if s.paragraph and not re.search("second hand|not found", s.paragraph)] == []


def test_every_clause_that_rests_on_another_is_there():
    controls = [carrier.control for point in library.document(library.BASELINE).points for carrier in point.carriers]
    assert {ref for control in controls for ref in getattr(control, "rests_on", ())} <= set(CLAUSES)


def test_an_ordinary_permitted_post_is_lawful_and_safe():
    verdict = post()
    assert (verdict.answers["lawful"], verdict.answers["safe"]) == ("allow", "allow")
    assert verdict.unknown == ()


@pytest.mark.parametrize("policy", library.IDS)
def test_a_line_of_text_is_never_silenced_by_the_law(policy):
    verdict = post(policy=policy, people=[], media=None)
    assert (verdict.answers["lawful"], verdict.answers["safe"]) == ("allow", "allow")


SPORTS_DAY = {
    "channel": "facebook",
    "account": "official",
    "text": "Oliver Hartley takes the 1500m record!",
    "media": [{"type": "photo", "file": "sports-day.jpg", "names_visible": "none"}],
    "people": [
        {
            "name": "Oliver Hartley",
            "role": "pupil",
            "year": 9,
            "in_photo": True,
            "named_in_text": "full",
            "consents": {**HELD, "given_by": "parent", "written": True},
        }
    ],
    "author": {"role": "account_manager", "approved_poster": True},
    "approved_by": ["headteacher"],
    "today": "2026-11-21",
}


def test_the_contract_s_example_gets_the_contract_s_answers():
    verdict = judged("post", SPORTS_DAY, policy="littleover")
    assert dict(verdict.answers) == {"lawful": "allow", "safe": "needs_approval", "allowed": "allow"}
    assert (verdict.outcome, verdict.route, verdict.basis) == ("needs_approval", "headteacher", "express")


def test_the_contract_s_example_asks_for_what_could_change_it():
    verdict = judged("post", SPORTS_DAY, policy="littleover")
    assert set(verdict.unknown) == {f"media[0].{fact}" for fact in ("capture_device", "face_shown", "location")}
    assert outcomes(verdict, "image.face") == ["required"]
