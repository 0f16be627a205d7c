import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest

from gatepost.channels.actions import register
from gatepost.publishing.actions import handover, signoff, stops
from gatepost.publishing.actions.withdrawals import record_answer
from gatepost.publishing.models import Delivery, Post
from gatepost.publishing.platform_limits import LIMITS
from gatepost.schools.actions import people as staff
from gatepost.schools.models import HeldRole
from tests.cast import AT, Cast, by_system, cast, ready
from tests.web.visits import by_everybody, get, queries_of, seen, set_clock, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch, AT + timedelta(minutes=30))


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def delivery(people) -> Delivery:
    return handover.claim(ready(people, shown=(people.oliver,)), seat=people.amara, at=AT)


def stop(people: Cast, delivery: Delivery) -> None:
    stops.start(seat=people.head, reason="A mistake.", at=AT)


def withdraw(people: Cast, delivery: Delivery) -> None:
    record_answer(people.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)


def take_back(people: Cast, delivery: Delivery) -> None:
    signoff.recall(Post.objects.of(people.school).get(pk=delivery.version.post_id), seat=people.amara, at=AT)


def end_the_approvers_role(people: Cast, delivery: Delivery) -> None:
    staff.end_role(HeldRole.objects.get(person=people.ben.person, role="approver"), **by_system)


def close_the_account(people: Cast, delivery: Delivery) -> None:
    register.close_channel(people.channel, **by_system)


def take_off_the_list(people: Cast, delivery: Delivery) -> None:
    register.remove_poster(people.channel.posters.get(person=people.amara.person), **by_system)


def mark_live(people: Cast, delivery: Delivery) -> None:
    handover.mark_live(delivery, address="https://facebook.example/1", seat=people.amara, at=AT)


def pull(people: Cast, delivery: Delivery) -> None:
    handover.pull(delivery, seat=people.head, reason="Not now.", at=AT)


ENDINGS = [stop, withdraw, take_back, end_the_approvers_role, close_the_account, take_off_the_list, mark_live, pull]


def test_who_posts_may_open_it_and_dev_may_not(people, delivery):
    everybody = {"amara": 200, "ben": 403, "carys": 403, "head": 200, "dev": 404}
    assert by_everybody(people, f"packs/{delivery.key}/") == everybody


@pytest.mark.parametrize("part", ["", "pack.zip", "pictures/1/"])
def test_dev_finds_no_part_of_it_at_his_own_school(people, delivery, part):
    assert visitor(people.dev).get(f"/{people.other.slug}/packs/{delivery.key}/{part}").status_code == 404


def test_the_page_has_the_words_the_description_and_how_to_post_it(people, delivery):
    page = seen(get(people.amara, f"packs/{delivery.key}/"))
    assert delivery.version.content["text"] in page
    assert ("Pupils with a model" in page, "From the school’s account, not your own" in page) == (True, True)


def test_words_and_descriptions_are_copied_by_a_button_where_scripts_run(people, delivery):
    page = seen(get(people.amara, f"packs/{delivery.key}/"))
    copied = re.findall(r'data-needs-script hidden>\s*<button[^>]*data-copy="#([\w-]+)"', page)
    assert copied == ["words", "description-1"]
    assert all(f'<textarea class="govuk-textarea" id="{one}"' in page for one in copied)


def test_the_page_says_that_a_copy_already_taken_cannot_be_seen(people, delivery):
    assert "cannot see a copy that you have already taken" in seen(get(people.amara, f"packs/{delivery.key}/"))


def test_the_zip_holds_what_was_signed_off(people, delivery):
    answer = get(people.amara, f"packs/{delivery.key}/pack.zip")
    with ZipFile(BytesIO(answer.content)) as archive:
        assert archive.read("words.txt").decode() == delivery.version.content["text"]
    assert answer["Cache-Control"] == "private, no-store"


def test_a_single_picture_can_be_saved_under_a_name_that_says_nothing_of_it(people, delivery):
    answer = get(people.amara, f"packs/{delivery.key}/pictures/1/")
    assert (answer["Content-Type"], answer.content[:2]) == ("image/jpeg", b"\xff\xd8")
    assert answer["Content-Disposition"] == f'attachment; filename="post-{delivery.version.post_id}-facebook-1.jpg"'


@pytest.mark.parametrize("number", [0, 2])
def test_there_is_no_picture_that_there_is_not(people, delivery, number):
    assert get(people.amara, f"packs/{delivery.key}/pictures/{number}/").status_code == 404


def test_a_key_that_was_never_given_opens_nothing(people, delivery):
    assert get(people.amara, "packs/nonsense/").status_code == 404


@pytest.mark.parametrize("end", ENDINGS)
@pytest.mark.parametrize("part", ["", "pack.zip", "pictures/1/"])
def test_the_link_dies_at_once_and_says_why(people, delivery, end, part):
    end(people, delivery)
    answer = get(people.amara, f"packs/{delivery.key}/{part}")
    page = seen(answer)
    assert (answer.status_code, "This copy pack is closed" in page) == (403, True)
    assert delivery.version.content["text"] not in page.replace(delivery.version.title, "")


def test_a_pack_that_is_too_long_for_its_platform_says_so_and_is_not_cut(people, delivery, monkeypatch):
    monkeypatch.setitem(LIMITS, "facebook", replace(LIMITS["facebook"], characters=10))
    page = seen(get(people.amara, f"packs/{delivery.key}/"))
    assert ("Facebook will not take all of it" in page, delivery.version.content["text"] in page) == (True, True)


def test_it_costs_twelve_queries_at_most(people, delivery):
    assert queries_of(people.amara, f"packs/{delivery.key}/") <= 12
