"""What ships in the library: five policies, whole, in our own words, each point carried by something."""

import hashlib
import re

import pytest

from gatepost import library
from gatepost.policy import PolicyError
from gatepost.policy.document import CARRIERS, Carrier, Point
from gatepost.policy.facts.fields import FIELDS
from gatepost.policy.outcomes import STRENGTHS

# Counted by hand in the texts of the five policies: references, then points.
SIZES = {
    "southport": (97, 150),
    "north-star": (47, 73),
    "true-learning": (101, 124),
    "littleover": (96, 154),
    "everyone-matters": (85, 126),
}
PEOPLE = {
    *("staff", "governor", "trustee", "volunteer", "pupil", "parent", "third_party", "all_members", "everyone"),
    *("school", "trust", "central_team", "trust_board", "people_committee", "elt", "slt", "managers", "line_leader"),
    *("headteacher", "principal", "ceo", "dpo", "safeguarding_team", "account_manager", "av_technician"),
    *("pa_to_headteacher", "senior_deputy_head", "school_operations_manager", "director_of_ict_and_networks"),
}
PLACES = {
    *("chair_of_governors", "dsl", "line_manager", "slt_member", "approved_user", "reporting_form"),
    *("complaints_policy", "complaints_procedure", "disciplinary_process", "safeguarding_team_via_cpoms"),
}
# The people whom the five texts name, as the first half of the SHA-256 of each name in lower case.
NAMED = {"ff02b161e7fa3736", "2c9d605fbfcca780", "3a6d64c24cf80b69", "b4e78f1caf934167"}
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Revd?) [A-Z]|\b[A-Z]\.? [A-Z][a-z]+ / [A-Z]\.? [A-Z]")

# One clause for each way that the texts put a demand, with its near neighbour in another strength.
PRINTED = {
    ("southport", "8.p3", 1): "will",
    ("southport", "8.p3", 6): "will_not",
    ("southport", "5.professional.b1", 1): "must_not",
    ("southport", "2.official.b1", 1): "definition",
    ("southport", "6.p1", 3): "should",
    ("north-star", "3.p3", 1): "should",
    ("north-star", "3.p4", 1): "must_not",
    ("north-star", "4.p2", 2): "should_not",
    ("north-star", "4.guidance.b2", 1): "may",
    ("true-learning", "2.1.will.b1", 1): "will",
    ("true-learning", "2.1.willnot.b5", 1): "will_not",
    ("true-learning", "3.mustnot.b2", 1): "must_not",
    ("true-learning", "3.p5", 1): "should_not",
    ("littleover", "cover.p1", 1): "will",
    ("littleover", "2.p3", 4): "will_not",
    ("littleover", "2.p5", 1): "information",
    ("everyone-matters", "7.3", 1): "must_not",
    ("everyone-matters", "7.4", 1): "strongly_advised",
    ("everyone-matters", "7.2", 1): "should_not",
    ("everyone-matters", "1.9", 1): "must",
    ("everyone-matters", "1.9", 2): "may",
}


def points(name: str) -> tuple[Point, ...]:
    return library.document(name).points


def carriers(name: str, kind: str) -> list[Carrier]:
    return [carrier for point in points(name) for carrier in point.carriers if carrier.kind == kind]


def listed(value: object) -> list[object]:
    """A body's value as a list, whether it was written as one or as a single word."""
    return [*value] if isinstance(value, list) else [value]


@pytest.mark.parametrize("name", library.IDS)
def test_a_policy_has_every_reference_and_every_point(name):
    whole = library.document(name)
    assert (len(whole.clauses), len(whole.points)) == SIZES[name]


def test_the_five_policies_make_627_points_under_426_references():
    sizes = [(len(library.document(name).clauses), len(library.document(name).points)) for name in library.IDS]
    assert [sum(column) for column in zip(*sizes, strict=True)] == [426, 627]


@pytest.mark.parametrize("name", library.IDS)
def test_a_policy_says_its_own_name(name):
    assert library.document(name).head.id == name


@pytest.mark.parametrize("name", library.IDS)
def test_the_note_calls_it_our_paraphrase_and_lets_the_owner_s_text_govern(name):
    note = library.document(name).head.note
    assert re.search(r"[Oo]ur paraphrase of a public document dated", note)
    assert re.search(r"the text of its owner,\s+which governs", note)


@pytest.mark.parametrize("name", library.IDS)
def test_no_person_is_named(name):
    found = re.findall(r"[a-z]+", library.text(name).lower())
    assert {hashlib.sha256(word.encode()).hexdigest()[:16] for word in found} & NAMED == set()
    assert TITLED.findall(library.text(name)) == []


@pytest.mark.parametrize("name", library.IDS)
def test_no_wording_of_the_owner_ships(name):
    assert [point.ref for point in points(name) if point.wording] == []


@pytest.mark.parametrize("name", library.IDS)
def test_every_point_is_carried_by_something(name):
    assert [(point.ref, point.number) for point in points(name) if not point.carriers] == []


@pytest.mark.parametrize("name", library.IDS)
def test_every_kind_of_carrier_is_in_use(name):
    assert [kind for kind in CARRIERS if not carriers(name, kind)] == []


@pytest.mark.parametrize("name", library.IDS)
def test_a_point_binds_people_that_the_library_knows(name):
    assert {who for point in points(name) for who in point.who} - PEOPLE == set()
    assert [point.ref for point in points(name) if not point.who] == []


@pytest.mark.parametrize("name", library.IDS)
def test_only_a_policy_that_covers_families_sends_points_to_them(name):
    covered = {"pupil", "parent"} & set(library.document(name).head.people)
    # 9.p2 speaks of people's free expression, whoever they are, and asks nothing of families.
    bound = {who for point in points(name) if point.ref != "9.p2" for who in point.who}
    assert bound & {"pupil", "parent"} == covered


@pytest.mark.parametrize("name", library.IDS)
def test_a_strength_is_one_of_the_ten(name):
    assert {point.strength for point in points(name)} <= set(STRENGTHS)


@pytest.mark.parametrize("clause", PRINTED, ids=lambda clause: "-".join(map(str, clause)))
def test_a_strength_is_the_one_printed(clause):
    name, ref, number = clause
    (point,) = [point for point in points(name) if (point.ref, point.number) == (ref, number)]
    assert point.strength == PRINTED[clause]


@pytest.mark.parametrize("name", library.IDS)
def test_a_question_can_be_put_to_an_approver(name):
    asked = carriers(name, "question")
    assert [carrier.body["ask"] for carrier in asked if not re.fullmatch(r"[A-Z][^?]+\?", carrier.body["ask"])] == []


@pytest.mark.parametrize("name", [*library.IDS, library.BASELINE])
def test_a_question_is_raised_by_facts_that_there_are(name):
    when = [fact for carrier in carriers(name, "question") for fact in listed(carrier.body.get("when", []))]
    paths = {fact.partition("=")[0] for fact in when}
    assert paths - set(FIELDS) == set()


@pytest.mark.parametrize("name", library.IDS)
def test_guidance_answers_in_whole_sentences(name):
    answers = [carrier.body["answers"] for carrier in carriers(name, "guidance")]
    assert [answer for answer in answers if not re.fullmatch(r"[A-Z][^“]+\.", answer)] == []


@pytest.mark.parametrize("name", library.IDS)
def test_what_people_accept_is_a_sentence_put_to_somebody(name):
    notes = [(carrier.body.get("note", ""), listed(carrier.body["by"])) for carrier in carriers(name, "acknowledge")]
    assert [note for note, by in notes if not note.endswith(".") or set(by) - PEOPLE] == []


@pytest.mark.parametrize("name", library.IDS)
def test_a_duty_has_an_owner_and_a_route_somewhere_to_go(name):
    owners = {carrier.body.get("owner") for carrier in carriers(name, "duty")}
    ways = {way for carrier in carriers(name, "route") for way in listed(carrier.body["to"])}
    assert (owners | ways) - PEOPLE - PLACES == set()


@pytest.mark.parametrize("name", library.IDS)
def test_two_clauses_that_conflict_are_noted_among_the_slips(name):
    noted = [set(slip.refs) for slip in library.document(name).slips]
    assert [
        pair for pair in library.document(name).conflicts if not any({*pair.between} <= refs for refs in noted)
    ] == []


@pytest.mark.parametrize(
    ("name", "leftovers", "contradictions", "gaps"),
    [
        ("southport", 2, 2, 4),
        ("north-star", 0, 4, 4),
        ("true-learning", 0, 5, 1),
        ("littleover", 2, 1, 4),
        ("everyone-matters", 2, 6, 3),
    ],
)
def test_the_slips_of_each_policy_are_told_apart(name, leftovers, contradictions, gaps):
    kinds = [slip.kind for slip in library.document(name).slips]
    assert [kinds.count(kind) for kind in ("leftover", "contradiction", "gap")] == [leftovers, contradictions, gaps]


@pytest.mark.parametrize(("name", "dated"), [("southport", 6), ("true-learning", 1), ("littleover", 5)])
def test_what_time_has_overtaken_is_noted(name, dated):
    assert [slip.kind for slip in library.document(name).slips].count("dated") == dated


def test_a_policy_is_found_by_its_path_too(tmp_path):
    path = tmp_path / "ours.yaml"
    path.write_text(library.text("north-star"), encoding="utf-8")
    assert library.resolve(str(path)).id == "north-star"


def test_a_policy_that_is_nowhere_gets_the_list_of_those_there_are():
    with pytest.raises(PolicyError, match="no policy “south”"):
        library.resolve("south")
