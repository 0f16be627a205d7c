"""Lists of pupils say can or can't, alike for all, and cost the same however long the roll."""

import pytest

from gatepost.consents.actions import answers, bases, wordings
from gatepost.consents.effective import looked_up
from gatepost.consents.elements import ELEMENTS, TIERS
from gatepost.consents.listing import cannot_be_shown, places, platforms_of, pupils_of
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """The cast: Oliver may be shown, Zofia not."""
    return cast()


def shown(people, pupil, **more):
    """The places of a pupil."""
    _, held = looked_up(people.school, [pupil.pk], at=AT)
    return places(held, pupil.pk, **more)


def test_every_place_and_every_element_stands_there_for_everybody(people):
    for pupil in (people.oliver, people.zofia):
        rows = shown(people, pupil)
        assert [one.tier for one in rows] == [*TIERS]
        assert all({*one.can, *one.cannot} == {*ELEMENTS} for one in rows)


def test_an_answer_about_a_platform_adds_no_place(people):
    answers.record(people.zofia, element="photo", tier="social", platform="facebook", state="refused",
                   given_by="parent", **by_system)  # fmt: skip
    assert len(shown(people, people.zofia)) == len(shown(people, people.oliver))


def test_a_platform_that_the_school_asks_about_is_a_place_of_its_own(people):
    wordings.publish(text="On Facebook?", tier="social", platform="facebook", seat=people.head, at=AT)
    more = {"tier": "social", "element": "photo", "basis": "consent", "platform": "instagram"}
    bases.set_basis(seat=people.head, at=AT, **more)
    answers.record(people.oliver, element="photo", tier="social", platform="facebook", state="refused",
                   given_by="parent", **by_system)  # fmt: skip
    split = platforms_of(people.school)
    can = {one.platform: one.can for one in shown(people, people.oliver, platforms=split) if one.tier == "social"}
    assert can == {"": (), "facebook": (), "instagram": ("photo",)}


def test_a_no_to_one_platform_is_on_the_list_of_who_cannot_be_shown_on_social_media(people):
    answers.record(people.oliver, element="photo", tier="social", platform="facebook", state="refused",
                   given_by="parent", **by_system)  # fmt: skip
    found = {platform: [one.first for one in cannot_be_shown(people.school, "4JM", tier="social", platform=platform,
                                                             at=AT)]
             for platform in ("", "facebook", "instagram")}  # fmt: skip
    assert found == {"": ["Oliver", "Zofia"], "facebook": ["Oliver", "Zofia"], "instagram": ["Zofia"]}


@pytest.mark.parametrize(("tier", "element", "names"), [
    ("social", "photo", ["Zofia"]), ("social", "name", ["Oliver", "Zofia"]), ("web", "photo", ["Oliver", "Zofia"]),
])  # fmt: skip
def test_who_cannot_be_shown_in_a_class(people, tier, element, names):
    found = cannot_be_shown(people.school, "4JM", tier=tier, element=element, at=AT)
    assert [one.first for one in found] == names


def test_another_class_and_another_school_have_nobody(people):
    found = [cannot_be_shown(people.school, "5A", tier="social", at=AT),
             cannot_be_shown(people.other, "4JM", tier="social", at=AT)]  # fmt: skip
    assert found == [[], []]


def test_the_question_about_a_class_costs_three_queries(people, django_assert_num_queries):
    with django_assert_num_queries(3):
        cannot_be_shown(people.school, "4JM", tier="social", at=AT)


def test_pupils_are_found_by_name_and_class(people):
    found = [[one.first for one in pupils_of(people.school, words=words, class_name=group, at=AT)]
             for words, group in (("har", ""), ("", "4JM"), ("har", "5A"))]  # fmt: skip
    assert found == [["Oliver"], ["Oliver", "Zofia"], []]
