"""What families read about a place is written, looked at first, and kept with the answers that were given on it."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from gatepost.consents.actions import answers, links, wordings
from gatepost.consents.models import Answer, Wording
from tests import cast
from tests.cast import AT, by_system

pytestmark = pytest.mark.django_db
TEXT = "Anybody can copy what is on our pages, and we cannot call it back."


@pytest.fixture
def people(client):
    """The cast, with the head signed in."""
    made = cast.cast()
    client.force_login(made.head.person)
    return made


def address(name):
    return reverse(name, kwargs={"school": "brookfield"})


def write(client, place, text=TEXT, what="publish"):
    return client.post(address("wording_write"), {"place": place, "text": text, "what": what}, follow=True)


def family(people, pupil=None):
    """The address of a page of a pupil's own."""
    made = links.make(pupil or people.oliver, contact=None, seat=people.head, at=timezone.now())
    return reverse("family", kwargs={"token": made.token})


def test_what_is_published_is_what_a_family_reads_once_above_the_place(client, people):
    write(client, "web")
    assert client.get(family(people)).content.decode().count(TEXT) == 1


def test_looking_at_it_first_shows_it_and_publishes_nothing(client, people):
    page = write(client, "web", what="look").content.decode()
    assert ("So a family would see it" in page, page.count(TEXT), Wording.objects.of(people.school).count()) == (
        True, 2, 0,
    )  # fmt: skip


def test_the_newest_counts_and_an_answer_keeps_the_version_it_was_given_on(client, people):
    first = wordings.publish(text="First.", tier="web", seat=people.head, at=AT)
    given = answers.record(people.oliver, element="photo", tier="web", state="granted", given_by="parent",
                           wording=first, **by_system)  # fmt: skip
    write(client, "web", "Second.")
    page = client.get(family(people)).content.decode()
    kept = Answer.objects.of(people.school).get(pk=given.pk).wording
    assert ("Second." in page, "First." in page, kept.text) == (True, False, "First.")


def test_words_of_a_place_stand_also_where_somebody_answered_on_ours_before(client, people):
    """What Gatepost keeps of its own words is no wording of the school's, and hides none."""
    wordings.keep(people.school, tier="web", element="photo", text="Ours.", **by_system)
    write(client, "web")
    page = client.get(family(people)).content.decode()
    assert (TEXT in page, "Ours." in page) == (True, False)


def test_our_own_words_are_kept_once_for_each_text(people):
    for text in ("Ours.", "Ours.", "Ours, changed."):
        wordings.keep(people.school, tier="web", element="photo", text=text, **by_system)
    assert list(Wording.objects.of(people.school).values_list("number", "text")) == [
        (1, "Ours."),
        (2, "Ours, changed."),
    ]


def test_a_platform_has_words_of_its_own(client, people):
    write(client, "social-facebook")
    made = Wording.objects.of(people.school).get()
    page = client.get(address("wordings")).content.decode()
    assert (made.tier, made.platform, "version 1" in page) == ("social", "facebook", True)


def test_nothing_is_no_text(client, people):
    found = write(client, "web", "  ")
    assert (found.status_code, "Write what families are told." in found.content.decode()) == (422, True)


def test_a_place_that_is_none_is_not_found(client, people):
    assert write(client, "moon").status_code == 404


def test_an_office_that_records_a_form_chooses_which_words_stood_on_it(client, people):
    write(client, "social-facebook")
    page = client.get(reverse("pupil_answer", kwargs={"school": "brookfield", "pupil": people.oliver.pk}))
    assert re.search(r"Facebook[^<]*: version 1, used from", page.content.decode())


def test_a_platform_without_words_of_its_own_is_asked_about_in_those_about_all_social_media(client, people):
    wordings.publish(text="Only of Instagram.", tier="social", platform="instagram", seat=people.head, at=AT)
    wordings.publish(text=TEXT, tier="social", seat=people.head, at=AT)
    page = client.get(family(people)).content.decode()
    # Facebook, where the school has an account, and all others.
    assert (page.count(TEXT), page.count("Only of Instagram.")) == (2, 1)
