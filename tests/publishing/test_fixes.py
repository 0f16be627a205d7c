import pytest

from gatepost.consents.actions import pupils
from gatepost.publishing.asking import assess_post
from gatepost.publishing.findings import findings
from gatepost.publishing.fixes import Remedy, remedies
from tests.cast import AT, Cast, by_system, cast, draft

pytestmark = pytest.mark.django_db
OURS = ["01632 960417", "office@brookfield.example"]


@pytest.fixture
def people() -> Cast:
    return cast()


def offered(people: Cast, *, answer: str = "", **of_draft) -> list[Remedy]:
    assessment = assess_post(draft(people, **of_draft), at=AT)
    found = (one for one in findings(assessment) if not answer or one.answer == answer)
    return [remedy for one in found for remedy in remedies(one, assessment, contacts=OURS)]


def labels(found: list[Remedy]) -> list[str]:
    return [one.label for one in found]


def test_a_name_that_cannot_be_used_becomes_a_pupil(people):
    found = offered(people, answer="lawful", text="Well done to Zofia Nowak.")
    assert labels(found) == ["Say “one of our pupils”", "Take the name out"]


def test_a_pupil_who_begins_a_sentence_has_a_capital(people):
    assert labels(offered(people, answer="lawful", text="Zofia Nowak won."))[0] == "Say “One of our pupils”"


def test_a_full_name_becomes_a_first_name(people):
    found = offered(cast(policy="north-star", slug="brook"), answer="allowed", text="Well done, Oliver Hartley.")
    assert ("write", "Use “Oliver”", "Oliver") in {(one.kind, one.label, one.text) for one in found}


def test_a_private_number_may_become_the_schools(people):
    found = offered(people, answer="allowed", text="Ring Jo on 07700 900118.")
    assert labels(found) == ["Use the school’s: 01632 960417", "Take the phone number out"]


def test_whoever_cannot_be_shown_leads_to_another_picture(people):
    found = offered(people, shown=(people.zofia,))
    assert [one.kind for one in found] == ["drop", "go"]


def test_a_recognisable_face_leads_to_its_reason_before_the_picture_goes(people):
    found = offered(people, shown=(people.oliver,), face_shown="recognisable")
    assert [one.kind for one in found] == ["go", "drop"]
    assert found[0].anchor.endswith("-reason")


def test_a_doubtful_name_offers_everybody_who_goes_by_it(people):
    pupils.add([{"legal_first": "Oliver", "legal_last": "Ng", "class_name": "5A"}], school=people.school, **by_system)
    found = offered(people, text="Well done to Oliver for his volcano.")
    assert labels(found)[:2] == ["Oliver Hartley, 4JM", "Oliver Ng, 5A"]


def test_a_clause_that_leaves_room_lets_a_finding_be_kept(people):
    found = offered(people, shown=(people.oliver,), names_visible="first")
    assert {one.label for one in found if one.kind == "keep"} <= {"Keep, and say why"}


def test_keys_are_the_findings_own(people):
    found = offered(people, text="Ring Jo on 07700 900118, or 07700 900119.")
    assert len({one.key for one in found}) == len(found)
