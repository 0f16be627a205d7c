import pytest
from django.http import QueryDict

from gatepost.channels.actions import register
from gatepost.publishing.actions import drafts
from gatepost.publishing.actions.composing import Written
from gatepost.web.forms.compose_page import FIRST, page_of
from tests.cast import AT, Cast, by_system, cast, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def page(people: Cast, post, **more):
    return page_of(post, people.amara, at=AT, data=QueryDict(), **more)


def accounts(people: Cast, post) -> list[tuple[str, bool]]:
    return [(one.channel.platform, one.chosen) for one in page(people, post)["accounts"]]


def test_a_closed_account_is_offered_only_where_it_is_chosen_already(people):
    x = register.open_channel(people.school, platform="x", name="Brookfield", **by_system)
    register.close_channel(x, **by_system)
    post = draft(people)
    assert accounts(people, post) == [("facebook", True)]
    drafts.edit(post, seat=people.amara, at=AT, channels=[x.pk])
    assert accounts(people, post) == [("facebook", False), ("x", True)]


def test_words_too_long_for_an_account_are_told_before_they_are_sent(people):
    x = register.open_channel(people.school, platform="x", name="Brookfield", **by_system)
    post = draft(people, text="a" * 300)
    post = drafts.edit(post, seat=people.amara, at=AT, channels=[x.pk])
    told = {one.channel.platform: one.too_much for one in page(people, post)["accounts"]}
    assert told["x"][0].startswith("The words are 20 characters too long")


def test_what_could_not_be_saved_is_shown_again(people):
    shown = page(people, draft(people), typed=Written("Mine."))
    assert (shown["now"].text, shown["saved"]) == ("Mine.", False)


def test_all_that_keeps_a_draft_from_being_sent_is_listed_with_its_place(people):
    post = drafts.edit(draft(people, text="Ring 07700 900118."), seat=people.amara, at=AT, channels=[])
    shown = page(people, post, problems={FIRST: "Put it right."})
    assert [place for place, _ in shown["problems"]] == ["f1", "channels"]


def test_with_nothing_to_do_it_leads_to_the_words(people):
    assert page(people, draft(people), problems={FIRST: "Nobody signs."})["problems"] == [("text", "Nobody signs.")]


def test_classes_are_listed_for_whoever_says_who_is_in_a_picture(people):
    assert page(people, draft(people))["classes"] == []
    assert page(people, draft(people, shown=(people.oliver,)))["classes"] == ["4JM"]
