import pytest

from gatepost.policy.facts.vocabulary import VALUES
from gatepost.publishing.asking import Known
from gatepost.publishing.desk import desk
from gatepost.web.forms.compose import Search
from gatepost.web.forms.compose_pictures import CHOICES, Part, parts
from tests.cast import AT, Cast, cast, draft


@pytest.fixture
def people() -> Cast:
    return cast()


def part(people: Cast, *, sent=None, search=None, **of_draft) -> Part:
    post = draft(people, **{"shown": (people.oliver,), **of_draft})
    pictures = list(post.pictures.all())
    beside = desk(post, at=AT, known=Known())
    typed = {pictures[0].pk: sent} if sent else {}
    if search:
        search = Search(pictures[0].pk, *search)
    return parts(pictures, beside, sent=typed, search=search, school=people.school, at=AT)[0]


@pytest.mark.parametrize("field", CHOICES)
def test_every_choice_is_a_value_of_the_fact(field):
    assert set(CHOICES[field]) <= VALUES[field]


@pytest.mark.django_db
def test_whoever_is_chosen_can_be_shown_or_not_and_nothing_more_is_said(people):
    chosen = part(people, shown=(people.oliver, people.zofia)).chosen
    assert [(one.pupil.first, one.words) for one in chosen] == [
        ("Oliver", "Can be shown"), ("Zofia", "Can’t be shown"),
    ]  # fmt: skip


@pytest.mark.django_db
def test_what_could_not_be_saved_stands_in_the_fields_again(people):
    shown = part(people, sent={"alt_text": "Mine", "pupils": [people.zofia.pk]})
    assert shown.values["alt_text"] == "Mine"
    assert [(one.pupil, one.words) for one in shown.chosen] == [(people.zofia, "Not checked yet")]


@pytest.mark.django_db
@pytest.mark.parametrize(("search", "found"), [(("4JM", ""), ["Zofia"]), (("", "no"), ["Zofia"]), (("5A", ""), [])])
def test_a_search_leaves_out_whoever_is_chosen(people, search, found):
    assert [one.first for one in part(people, search=search).found] == found


@pytest.mark.django_db
def test_an_empty_search_finds_nobody(people):
    assert part(people, search=("", "")).found == ()
