import pytest

from gatepost.consents.actions import pupils
from gatepost.publishing.actions import boxes, pictures
from gatepost.publishing.asking import assess_post
from gatepost.publishing.findings import findings
from gatepost.publishing.fixes import remedies
from gatepost.publishing.models import Post
from gatepost.publishing.pictures.pointing import boxes_of
from tests.cast import AT, Cast, by_system, cast, draft
from tests.publishing.pictures.seeing import BADGE, FACE, OTHER, looked, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def judged(people, picture):
    return assess_post(Post.objects.of(people.school).get(pk=picture.post_id), at=AT)


def pointed(people, picture):
    """By the title of its person or control, the boxes that a finding points at."""
    assessment = judged(people, picture)
    content = assessment.content["pictures"][0]
    found = {(one.matter.element or one.reason.control): boxes_of(one, content, assessment)
             for one in findings(assessment)}  # fmt: skip
    return {key: [spot.key for spot in spots] for key, spots in found.items() if spots}


def test_whoever_cannot_be_shown_is_pointed_at_by_the_box_that_is_said_to_be_theirs(people, settings, monkeypatch):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(FACE, OTHER)))
    boxes.say(picture, box="f2", said="pupil", pupil=people.zofia.pk, seat=people.amara, at=AT)
    assert pointed(people, picture)["photo"] == ["f2"]


def test_a_name_that_can_be_read_names_somebody_who_is_not_even_ticked(people, settings, monkeypatch):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(), words=[(BADGE, "Zofia Nowak")]))
    (pictures.describe(picture, pupils=[], seat=people.amara, at=AT))
    named = [one for one in findings(judged(people, picture)) if one.matter.element == "name"]
    assert ([one.matter.pupil for one in named], named[0].matter.picture) == ([people.zofia.pk], picture.pk)
    assert pointed(people, picture)["name"] == ["w1"]


def test_the_likeliest_remedy_is_to_blur_just_what_is_pointed_at(people, settings, monkeypatch):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(FACE,), words=[(BADGE, "Zofia Nowak")]))
    assessment = judged(people, picture)
    finding = next(one for one in findings(assessment) if one.matter.element == "name")
    first = remedies(finding, assessment)[0]
    assert (first.kind, first.label, first.text, first.pk) == ("blur", "Blur the name", "w1", picture.pk)


def test_a_name_in_the_picture_is_no_question_any_more(people, settings, monkeypatch):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(), words=[(BADGE, "Zofia Nowak")]))
    media = judged(people, picture).judged[0].situation.facts.items("media")[0]
    assert media.get("names_visible") == "full"


def test_what_an_author_said_outweighs_what_was_found(people, settings, monkeypatch):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(), words=[(BADGE, "Zofia Nowak")]))
    pictures.describe(picture, names_visible="none", seat=people.amara, at=AT)
    facts = judged(people, picture).judged[0].situation.facts
    assert (facts.items("media")[0].get("names_visible"), facts.items("people")) == ("none", ())


def test_nothing_found_is_no_answer(people, settings, monkeypatch):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=()))
    assert judged(people, picture).judged[0].situation.facts.items("media")[0].get("names_visible") is None


def test_a_recognisable_face_is_pointed_at_and_a_far_one_is_not(people, settings, monkeypatch):
    far = (10, 10, 8, 9)
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(FACE, far)))
    pictures.describe(picture, face_shown="recognisable", pupils=[people.oliver.pk], seat=people.amara, at=AT)
    assert len(pointed(people, picture)["face_shown"]) == 1


def test_two_who_share_a_name_are_both_protected_until_it_is_said_who_is_meant(people, settings, monkeypatch):
    pupils.add([{"legal_first": "Zofia", "legal_last": "Adeyemi", "year": 4, "class_name": "4JM"}],
               school=people.school, **by_system)  # fmt: skip
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(), words=[(BADGE, "Well done Zofia")]))
    pictures.describe(picture, pupils=[], seat=people.amara, at=AT)
    assert any(one.stops for one in findings(judged(people, picture)))
