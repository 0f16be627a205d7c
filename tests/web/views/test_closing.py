"""The page on which an account is closed: the day, the steps, the posts that stay in, and what is left of it."""

from datetime import date, timedelta

import pytest

from gatepost.channels.actions import looking, register
from gatepost.channels.closing import BEFORE_LAST, STEPS
from gatepost.channels.models import Channel, ClosingStep
from gatepost.duties.actions import chasing, closing
from tests.cast import AT, add_school, by_system, cast, ready
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, visitor

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


@pytest.fixture
def people():
    return cast()


def page(people, part="", channel=None):
    """The address of the page, or of one of its forms."""
    return f"accounts/{(channel or people.channel).pk}/closing/{part}"


def step(people, slug, done="done", proof="Looked at it."):
    """The head sends the form of a step."""
    return post(people.head, page(people, "step/"), step=slug, done=done, proof=proof)


def begin(people, day=TODAY):
    """The head sends the day."""
    return post(people.head, page(people, "start/"), **{"start-day": f"{day:%Y-%m-%d}"})


def test_an_account_is_closed_from_the_first_page_to_the_last(people):
    assert "Begin to close it" in seen(get(people.head, page(people)))
    assert begin(people).status_code == 302
    for slug in BEFORE_LAST:
        assert step(people, slug).status_code == 302
    assert post(people.head, page(people, "close/"), **{"close-day": f"{TODAY:%Y-%m-%d}"}).status_code == 302
    told = seen(get(people.amara, page(people)))
    assert "Closed on 20 November 2026" in told
    assert all(step.name in told for step in STEPS.values())


def test_before_it_begins_the_steps_that_come_are_shown_and_none_can_be_sent(people):
    told = seen(get(people.head, page(people)))
    assert STEPS["handle"].name in told
    assert step(people, "website").status_code == 422


@pytest.mark.parametrize("day", ["", "soon", "2026-11-19"])
def test_a_day_that_cannot_be_is_answered_with_what_to_do_and_nothing_is_kept(people, day):
    answer = post(people.head, page(people, "start/"), **{"start-day": day})
    assert answer.status_code == 422
    assert "Choose a day" in seen(answer) or "Choose that day" in seen(answer)
    assert Channel.objects.of(people.school).get(pk=people.channel.pk).closing_on is None


def test_the_day_that_the_policy_prints_is_offered_with_its_clause(people):
    x = register.open_channel(people.school, platform="x", name="brookfield", opened_on=date(2020, 1, 1), **by_system)
    told = seen(get(people.head, page(people, channel=x)))
    assert "It names 1 November 2025 as the day" in told
    assert "3.channels.b5" in told
    assert 'value="2025-11-01"' in told
    assert "What our policy says" not in seen(get(people.head, page(people)))


def test_a_policy_without_a_day_offers_none():
    people = cast(policy="littleover")
    x = register.open_channel(people.school, platform="x", name="brookfield", **by_system)
    assert "What our policy says" not in seen(get(people.head, page(people, channel=x)))


def test_the_posts_that_stay_in_are_listed_and_those_that_go_out_before_are_not(people):
    ready(people, text="Our harvest festival was a joy.")
    begin(people, TODAY + timedelta(days=30))
    assert "harvest festival" not in seen(get(people.head, page(people)))
    begin(people, TODAY)
    assert "Our harvest festival was a joy." in seen(get(people.head, page(people)))


def test_a_step_without_a_proof_is_asked_for_it_at_its_place(people):
    begin(people)
    answer = step(people, "archive", proof=" ")
    assert answer.status_code == 422
    assert "Say how one can tell" in seen(answer)
    assert 'href="#proof-archive"' in seen(answer)


def test_a_login_is_refused_and_what_was_typed_can_be_corrected(people):
    begin(people)
    answer = step(people, "archive", proof="Drive, password: Tr0ub4dor&3")
    assert answer.status_code == 422
    assert "Nothing of it was kept" in seen(answer)
    assert not ClosingStep.objects.of(people.school).exists()


def test_a_step_that_is_left_out_says_so_with_the_reason(people):
    begin(people)
    assert step(people, "handle", done="skipped", proof="The platform lets nobody keep it.").status_code == 302
    told = seen(get(people.head, page(people)))
    assert "Left out" in told
    assert "The platform lets nobody keep it." in told


def test_it_cannot_be_closed_while_a_step_is_missing(people):
    begin(people)
    answer = post(people.head, page(people, "close/"), **{"close-day": f"{TODAY:%Y-%m-%d}"})
    assert answer.status_code == 422
    assert "Still to be done: say it on the account" in seen(answer)


def test_it_is_kept_after_all_with_a_reason_and_posts_go_on(people):
    begin(people)
    step(people, "archive", proof="On the server.")
    assert post(people.head, page(people, "stop/"), reason="\u200b").status_code == 422
    answer = visitor(people.head).post(
        f"/brookfield/{page(people, 'stop/')}", {"reason": "Parents asked."}, follow=True
    )
    assert "No post is held back any more for its closing" in seen(answer)
    assert "posts go out there again" not in seen(answer)
    assert Channel.objects.of(people.school).get(pk=people.channel.pk).closing_on is None
    told = seen(get(people.head, page(people)))
    assert ("Begin to close it" in told, "On the server." in told, "Given up, today" in told) == (True,) * 3
    assert "It stays open. Parents asked." in told


def test_whoever_reads_the_register_reads_it_and_the_head_alone_sends_it(people):
    reads = by_everybody(people, page(people))
    assert reads == {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}
    writes = {who: post(getattr(people, who), page(people, "start/")).status_code for who in reads}
    assert writes == {"amara": 403, "ben": 403, "carys": 403, "head": 422, "dev": 404}


def test_an_account_of_another_school_is_absent(people):
    far = add_school(people.trust, "thornbeck", policy="southport")
    other = register.open_channel(far, platform="facebook", name="Thornbeck", **by_system)
    assert get(people.head, page(people, channel=other)).status_code == 404
    assert post(people.head, page(people, "start/", channel=other)).status_code == 404


def test_the_page_of_the_account_says_that_it_is_being_closed_and_leads_there(people):
    account = f"accounts/{people.channel.pk}/"
    assert f"/brookfield/{page(people)}" in seen(get(people.head, account))
    begin(people)
    assert "It is being closed." in seen(get(people.amara, account))


def test_an_account_of_others_is_not_ours_to_close(people):
    other = register.open_channel(people.school, platform="facebook", name="Friends", kind="associated", **by_system)
    told = seen(get(people.head, page(people, channel=other)))
    assert "Only they can close it" in told
    assert "Begin to close it" not in told


def test_it_takes_few_queries_with_everything_on_it(people):
    for _ in range(3):
        ready(people)
    closing.start(people.channel, closing_on=TODAY, seat=people.head, at=AT)
    for slug in BEFORE_LAST[:4]:
        step(people, slug)
    post(people.head, page(people, "stop/"), reason="Parents asked.")
    begin(people)
    step(people, "archive")
    assert queries_of(people.head, page(people)) <= 12


def test_the_page_of_a_closed_account_asks_for_the_password_that_a_leaver_knows(people):
    admin = looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    looking.record_check(people.channel, kind="password_changed", found="in_order", seat=people.head, at=AT)
    begin(people)
    for slug in BEFORE_LAST:
        step(people, slug)
    post(people.head, page(people, "close/"), **{"close-day": f"{TODAY:%Y-%m-%d}"})
    account = f"accounts/{people.channel.pk}/"
    before = "The password of what is left of it" in seen(get(people.head, account))
    chasing.remove_admin(admin, left=True, seat=people.head, at=AT + timedelta(minutes=1))
    told = seen(get(people.head, account))
    assert (before, "The password of what is left of it" in told, told.count("Record that you looked")) == (
        False,
        True,
        1,
    )
