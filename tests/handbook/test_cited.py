"""A clause as it is shown and cited."""

from gatepost import library
from gatepost.handbook.cited import each_cited
from gatepost.policy import evaluate, parse_situation

POLICIES = (library.compiled("north-star"), library.compiled(library.BASELINE))
ASKED = {"channel": "instagram", "uses_org_name": True, "requested_by": {"role": "teacher"}, "on_register": False}


def test_each_clause_is_cited_once_with_its_strength_and_whose_words_it_is_in():
    verdict = evaluate(POLICIES, parse_situation({"kind": "account", "facts": ASKED}))
    cited = each_cited((*verdict.reasons, *verdict.reasons), policies=POLICIES)
    assert len(cited) == len(set(cited)) > 0
    assert {(one.source, one.own, one.wording) for one in cited} == {("north-star", True, "")}
    assert all(one.says and one.strength for one in cited)


def test_what_law_and_guidance_says_is_cited_by_its_document_and_never_by_our_own_reference():
    facts = {"channel": "facebook", "text": "Ring 07700 900123.", "people": [], "media": []}
    baseline = POLICIES[1]
    verdict = evaluate([baseline], parse_situation({"kind": "post", "facts": facts}))
    refs = {clause.ref for clause in baseline.document.clauses}
    cited = each_cited(verdict.reasons, policies=[baseline])
    assert cited
    assert not {one.ref for one in cited if not one.own} & refs
