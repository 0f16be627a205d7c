"""Where a school posts is read from its open accounts, and is the same whoever is looked at."""

from datetime import timedelta

import pytest

from gatepost.channels.actions import register
from gatepost.consents.actions import answers, wordings
from gatepost.publishing.outlets import Outlets, outlets, platforms_named
from gatepost.publishing.situations import tier_of
from tests.cast import AT, Cast, by_system, cast

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.fixture
def people() -> Cast:
    made = cast()
    for platform, audience in (("website", "public"), ("whatsapp", "parents"), ("bluesky", "public")):
        register.open_channel(made.school, platform=platform, name="Brookfield", audience=audience, **by_system)
    return made


def test_every_open_account_counts_with_the_tier_that_it_posts_to(people):
    wanted = Outlets(frozenset({"social", "web", "parents"}), frozenset({"facebook", "bluesky"}))
    assert outlets(people.school, on=TODAY) == wanted


def test_a_group_of_staff_alone_is_nothing_that_families_are_asked_about(people):
    before = outlets(people.school, on=TODAY)
    group = register.open_channel(people.school, platform="teams", name="Staff", audience="staff", **by_system)
    assert (outlets(people.school, on=TODAY), tier_of(group)) == (before, "in_school")


def test_an_account_counts_from_its_first_day(people):
    assert outlets(people.school, on=TODAY - timedelta(days=1)) == Outlets(frozenset(), frozenset())


def test_pages_name_the_schools_platforms_and_those_it_asks_about_and_none_that_a_family_brought_up(people):
    wordings.publish(text="On YouTube?", tier="social", platform="youtube", seat=people.head, at=AT)
    answers.record(people.oliver, element="photo", tier="social", platform="tiktok", state="refused",
                   given_by="parent", **by_system)  # fmt: skip
    assert platforms_named(people.school, on=TODAY) == ("bluesky", "facebook", "youtube")
