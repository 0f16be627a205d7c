"""The steps of closing an account, and the day that a policy prints."""

from datetime import date

import pytest

from gatepost import library
from gatepost.channels.closing import BEFORE_LAST, LAST, STEPS, open_steps, printed

ASKED = {
    "on the account": "announce_there", "another way": "announce_elsewhere", "redirect": "redirect",
    "export": "archive", "website": "website", "privacy notice": "privacy_notice", "handle": "handle",
    "administrators and apps": "access", "date": "date",
}  # fmt: skip
"""What closing an account in good order asks for → the step that is it."""


def test_every_step_that_is_asked_for_is_in_the_list_once_and_the_day_comes_last():
    assert sorted(STEPS) == sorted(ASKED.values())
    assert list(STEPS)[-1] == LAST


@pytest.mark.parametrize("slug", STEPS)
def test_a_step_says_what_to_do_and_what_shows_that_it_is_done_and_fits_the_column(slug):
    step = STEPS[slug]
    assert len(slug) <= 30
    assert step.does.endswith(".")
    assert step.proof
    assert not step.proof.endswith(".")


def test_what_keeps_strangers_and_old_links_out_cannot_be_left_out():
    needed = {slug for slug, step in STEPS.items() if not step.optional}
    assert needed == {"website", "privacy_notice", "access", "date"}


def test_the_day_is_in_the_way_of_nothing_and_everything_else_is():
    assert open_steps([]) == BEFORE_LAST
    assert open_steps(BEFORE_LAST) == ()
    assert open_steps([slug for slug in BEFORE_LAST if slug != "handle"]) == ("handle",)


@pytest.mark.parametrize(
    ("policy", "platform", "day", "ref"),
    [("southport", "x", date(2025, 11, 1), "3.channels.b5"), ("southport", "facebook", None, None),
     ("littleover", "x", None, None)],
)  # fmt: skip
def test_the_day_that_a_policy_prints_is_found_with_its_clause(policy, platform, day, ref):
    found = printed(platform, "Brookfield on X", policies=[library.compiled(policy)])
    assert (found.day if found else None, found.clause.ref if found else None) == (day, ref)
