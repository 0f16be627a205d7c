import re
from datetime import timedelta

import pytest
from django.test import Client

from gatepost.publishing.actions import signoff
from gatepost.publishing.models import Post
from tests.cast import AT, Cast, approved, cast, published, waiting
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, sibling, visitor

pytestmark = pytest.mark.django_db
EVERYBODY = {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch, AT + timedelta(minutes=30))


@pytest.fixture
def people() -> Cast:
    return cast()


def test_everybody_who_sees_posts_sees_the_archive_and_dev_does_not(people):
    version = published(people).version
    assert by_everybody(people, "archive/") == EVERYBODY
    assert by_everybody(people, f"versions/{version.pk}/") == EVERYBODY


def test_dev_finds_nothing_of_ours_in_his_own_archive(people):
    published(people, text="Museum trip")
    client, address = visitor(people.dev), f"/{people.other.slug}/archive/"
    assert "Museum trip" not in seen(client.get(address)) + seen(client.post(address, {"words": "museum"}))


def test_a_school_of_the_same_trust_does_not_find_a_version_of_ours(people):
    version = published(people).version
    assert visitor(people.dev).get(f"/{people.other.slug}/versions/{version.pk}/").status_code == 404
    assert visitor(people.head).get(f"/{sibling(people)}/versions/{version.pk}/").status_code == 404


def test_an_archive_without_posts_says_what_will_stand_there(people):
    assert "Nothing has gone out yet" in seen(get(people.amara, "archive/"))


def test_what_went_out_says_where_when_and_by_whom(people):
    published(people, text="Museum trip on Tuesday")
    page = seen(get(people.ben, "archive/"))
    assert ("Museum trip on Tuesday" in page, "Brookfield Primary on Facebook, yesterday" in page) == (True, False)
    assert "Brookfield Primary on Facebook, today at 10am, by Amara Begum" in page


def test_what_has_not_gone_out_is_not_in_it(people):
    approved(people, text="Museum trip on Tuesday")
    assert "Museum trip" not in seen(get(people.ben, "archive/"))


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ({"words": "MUSEUM trip"}, True),
        ({"words": "museum fair"}, False),
        ({"words": "facebook.example"}, True),
        ({"channel": "9999"}, False),
        ({"channel": "nonsense"}, True),
        ({"channel": "²"}, True),
    ],
)
def test_it_is_searched_by_words_and_by_account(people, search, found):
    published(people, text="Museum trip on Tuesday")
    assert ("on Tuesday" in seen(post(people.ben, "archive/", **search))) is found


def test_a_search_that_finds_nothing_keeps_the_words_and_says_what_to_try(people):
    page = seen(post(people.ben, "archive/", words="zeppelin"))
    assert ('value="zeppelin"' in page, "Try fewer words" in page) == (True, True)


def test_words_in_an_address_are_not_looked_for(people):
    published(people)
    page = seen(get(people.ben, "archive/", words="zeppelin"))
    assert ("zeppelin" in page, "science fair" in page) == (False, True)


def test_no_address_of_the_page_has_the_words_that_were_looked_for(people, monkeypatch):
    monkeypatch.setattr("gatepost.web.views.archive.PER_PAGE", 1)
    for _ in range(2):
        published(people)
    answer = post(people.ben, "archive/", words="science")
    assert (answer.status_code, re.findall(r'(?:href|src|action)="[^"]*science', seen(answer))) == (200, [])


def test_the_next_page_of_a_search_is_sent_for_with_its_words(people, monkeypatch):
    monkeypatch.setattr("gatepost.web.views.archive.PER_PAGE", 1)
    published(people, text="Museum trip, the first")
    published(people, text="Museum trip, the second")
    page = seen(post(people.ben, "archive/", words="museum", page="2"))
    assert ("the first" in page, "the second" in page, 'value="museum"' in page) == (True, False, True)


def test_a_search_that_another_site_sends_is_refused(people):
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.ben.person)
    assert client.post("/brookfield/archive/", {"words": "museum"}).status_code == 403


def test_a_search_looks_at_what_was_signed_off_and_not_at_the_draft_since(people):
    published(people, text="Museum trip on Tuesday")
    Post.objects.of(people.school).update(text="Something else")
    assert "Museum trip" in seen(post(people.ben, "archive/", words="museum"))


def test_a_version_names_who_approved_it_and_under_which_policy(people):
    version = published(people).version
    page = seen(get(people.amara, f"versions/{version.pk}/"))
    assert ("Ben Oduya" in page, "Social media policy" in page, version.fingerprint in page) == (True, True, True)


def test_a_version_that_was_sent_back_says_why(people):
    version = waiting(people)
    signoff.send_back(version, seat=people.ben, reason="Name the hall.", at=AT)
    page = seen(get(people.amara, f"versions/{version.pk}/"))
    assert ("This version no longer holds" in page, "Name the hall." in page) == (True, True)


def test_an_author_goes_on_from_there_with_the_draft_and_nobody_else_does(people):
    version = waiting(people)
    signoff.send_back(version, seat=people.ben, reason="Name the hall.", at=AT)
    pages = [seen(get(who, f"versions/{version.pk}/")) for who in (people.amara, people.ben)]
    assert ["Go on with the draft" in page for page in pages] == [True, False]


def test_what_was_kept_against_a_clause_stands_with_its_reason(people):
    version = waiting(people)
    content = {**version.content, "waivers": [{"clause": "southport 3.p1", "cause": "x", "reason": "It is ours."}]}
    version.__class__.objects.of(people.school).filter(pk=version.pk).update(content=content)
    page = seen(get(people.ben, f"versions/{version.pk}/"))
    assert ("It is ours." in page, "our policy, 3.p1" in page) == (True, True)


@pytest.mark.parametrize("many", [2, 12])
def test_the_archive_costs_the_same_however_much_went_out(people, many):
    for _ in range(many):
        published(people)
    assert queries_of(people.amara, "archive/") <= 12


def test_a_version_costs_twelve_queries_at_most(people):
    delivery = published(people, shown=(people.oliver,))
    assert queries_of(people.amara, f"versions/{delivery.version_id}/") <= 12
