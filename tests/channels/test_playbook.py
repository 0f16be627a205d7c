"""What to do when somebody got into an account: every platform has a list, and says honestly what it rests on."""

from datetime import date
from urllib.parse import urlsplit

import pytest

from gatepost.channels.actions.locks import STATEMENT
from gatepost.channels.playbook import GENERAL, PLAYBOOKS, holding_statement, playbook
from gatepost.channels.secrets import holds_secret

ASKED = ("facebook", "instagram", "linkedin", "x", "youtube", "tiktok", "whatsapp", "bluesky", "mastodon",
         "threads")  # fmt: skip
HOSTS = {
    "facebook": "facebook.com", "instagram": "instagram.com", "linkedin": "linkedin.com", "x": "x.com",
    "youtube": "google.com", "tiktok": "tiktok.com", "whatsapp": "whatsapp.com", "bluesky": "bsky.social",
    "mastodon": "joinmastodon.org", "threads": "instagram.com",
}  # fmt: skip
BOOKS = {**PLAYBOOKS, "any other": GENERAL}


@pytest.mark.parametrize("platform", ASKED)
def test_a_platform_has_a_list_of_its_own_with_a_page_of_help_on_its_own_site(platform):
    address = urlsplit(PLAYBOOKS[platform].help)
    assert address.scheme == "https"
    assert address.hostname == HOSTS[platform] or str(address.hostname).endswith(f".{HOSTS[platform]}")


def test_any_other_platform_gets_the_general_list():
    assert playbook("signal") is GENERAL


def test_threads_leads_to_the_instagram_account_and_claims_to_rest_on_no_page():
    book = playbook("threads")
    assert (list(book.steps)[1], book.checked) == ("instagram", None)


@pytest.mark.parametrize("platform", BOOKS)
def test_a_list_that_nobody_checked_claims_nothing_of_the_platform(platform):
    book = BOOKS[platform]
    theirs = [slug for slug, step in book.steps.items() if step.theirs]
    assert bool(theirs) == (book.checked is not None)
    assert book.checked is None or book.checked <= date(2026, 11, 21)


@pytest.mark.parametrize(
    ("platform", "says"), [("facebook", "2018"), ("linkedin", "another site"), ("mastodon", "documentation")]
)
def test_a_list_that_rests_on_an_old_copy_or_one_elsewhere_says_so(platform, says):
    assert says in PLAYBOOKS[platform].copy


@pytest.mark.parametrize("platform", BOOKS)
def test_every_list_begins_with_keeping_what_one_sees_and_has_nobody_left_inside(platform):
    steps = BOOKS[platform].steps
    assert next(iter(steps)) == "evidence"
    assert {"password", "sessions", "admins", "mfa", "undo", "report", "tell"} <= set(steps)
    assert all(len(slug) <= 30 and step.does.endswith(".") for slug, step in steps.items())


@pytest.mark.parametrize("platform", BOOKS)
def test_no_step_of_ours_would_be_refused_as_a_secret(platform):
    assert [slug for slug, step in BOOKS[platform].steps.items() if holds_secret(f"{step.name}. {step.does}")] == []


def test_the_words_to_families_name_account_and_school_and_can_be_kept_as_they_are():
    words = holding_statement(school="Brookfield Primary", account="Brookfield News on Facebook")
    assert "Brookfield Primary" in words
    assert "Brookfield News on Facebook" in words
    assert len(words) <= STATEMENT
    assert not holds_secret(words)
