"""The page for the moment when somebody got into an account."""

from datetime import date, timedelta

import pytest

from gatepost.channels.actions import looking, register
from gatepost.channels.locks import lock_now
from gatepost.channels.models import Channel, Lock, LockNote
from gatepost.channels.playbook import PLAYBOOKS
from gatepost.duties.actions import locks
from gatepost.schools.queries import seat
from tests.cast import AT, add_person, add_school, by_system, cast
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, visitor

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch, LATER)


@pytest.fixture
def people():
    return cast()


def page(people, part="", channel=None):
    """The address of the page, or of one of its forms."""
    return f"accounts/{(channel or people.channel).pk}/lock/{part}"


def lock(people):
    """The DSL locks it."""
    return locks.lock(people.channel, reason="Odd posts.", seat=people.carys, at=AT)


def test_the_button_comes_first_and_needs_no_words(people):
    told = seen(get(people.carys, page(people)))
    assert told.index("Lock Brookfield Primary now") < told.index("Whom to ring") < told.index("What comes then")
    assert post(people.carys, page(people, "begin/")).status_code == 302
    assert lock_now(people.channel).locked_by == people.carys.person


def test_it_is_locked_whatever_was_typed_and_who_typed_a_secret_is_told_that_it_was_left_out(people):
    typed = {"words": "They set the password: Tr0ub4dor&3"}
    told = seen(visitor(people.carys).post(f"/brookfield/{page(people, 'begin/')}", typed, follow=True))
    assert ("What you wrote was left out: it looked like a password." in told, "Tr0ub4dor" in told) == (True, False)
    assert Lock.objects.of(people.school).count() == 1


def test_whoever_may_not_lock_it_is_told_whom_to_ring(people):
    told = seen(get(people.ben, page(people)))
    assert "Carys Vaughan" in told
    assert "Helen Achebe" in told
    assert "Lock Brookfield Primary now" not in told


def test_while_it_is_locked_those_who_see_to_it_read_steps_and_log_and_others_do_not(people):
    lock(people)
    post(people.carys, page(people, "note/"), words="Rang the mother of Z.")
    assert "Rang the mother of Z." in seen(get(people.head, page(people)))
    other = seen(get(people.ben, page(people)))
    assert "Nothing goes out on it" in other
    assert "Rang the mother" not in other
    assert "Odd posts." not in other


def test_a_step_is_ticked_with_who_and_when_and_stands_in_the_log(people):
    lock(people)
    assert post(people.carys, page(people, "step/"), step="password").status_code == 302
    told = seen(get(people.head, page(people)))
    assert "Done: Change the password" in told
    assert post(people.carys, page(people, "step/"), step="password").status_code == 422
    assert LockNote.objects.of(people.school).count() == 1


@pytest.mark.parametrize(("form", "words"), [("note/", ""), ("note/", "pin 4417"), ("words/", ""), ("end/", "Fine.")])
def test_what_cannot_be_done_is_said_in_a_sentence_and_what_was_typed_stays(people, form, words):
    lock(people)
    answer = post(people.head, page(people, form), words=words)
    assert answer.status_code == 422
    assert "There’s a problem" in seen(answer)
    assert words in seen(answer)


def test_the_words_to_families_are_drafted_and_kept_as_changed(people):
    lock(people)
    assert "Somebody else may be using Brookfield Primary on Facebook" in seen(get(people.head, page(people)))
    assert post(people.head, page(people, "words/"), words="Ring the office.").status_code == 302
    assert "Ring the office." in seen(get(people.ben, page(people)))


def test_it_is_unlocked_after_both_checks_are_recorded_on_the_page(people):
    lock(people)
    assert post(people.head, page(people, "end/"), words="We have it.").status_code == 422
    for kind in ("password_changed", "mfa"):
        assert post(people.head, page(people, "look/"), kind=kind).status_code == 302
    assert post(people.head, page(people, "end/"), words="We have it.").status_code == 302
    assert lock_now(people.channel) is None
    assert "We have it." in seen(get(people.head, page(people)))


def test_a_false_alarm_is_unlocked_with_a_reason(people):
    lock(people)
    assert post(people.head, page(people, "end/"), words="It was Ben.", anyway="yes").status_code == 302
    assert lock_now(people.channel) is None


def unlock(people):
    """The head unlocks it, and reads what the page says then."""
    form = {"words": "It was Ben.", "anyway": "yes"}
    return seen(visitor(people.head).post(f"/{people.school.slug}/{page(people, 'end/')}", form, follow=True))


def test_the_message_says_whether_posts_go_out_there_again(people):
    lock(people)
    assert "is unlocked. Posts go out there again." in unlock(people)


@pytest.mark.parametrize(
    ("change", "why"),
    [({"closing_on": AT.date()}, "it is being closed"), ({"closed_on": AT.date()}, "was closed on 20 November 2026"),
     ({"trial_until": date(2026, 11, 1)}, "The trial of Brookfield Primary on Facebook ended"),
     ({}, "Two-step sign-in: not in order.")],
)  # fmt: skip
def test_it_says_why_none_goes_out_where_something_else_stops_them(people, change, why):
    lock(people)
    Channel.objects.of(people.school).filter(pk=people.channel.pk).update(opened_on=date(2026, 9, 1), **change)
    if not change:
        looking.record_check(people.channel, kind="mfa", found="not_in_order", seat=people.head, at=LATER)
    told = unlock(people)
    assert "is unlocked. Still, no post goes out there." in told
    assert why in told
    assert "Posts go out there again" not in told


def test_only_the_two_checks_are_recorded_there(people):
    lock(people)
    assert post(people.head, page(people, "look/"), kind="dpia").status_code == 422


def test_the_ico_is_counted_from_the_lock_and_the_dpo_decides(people):
    add_person(people.school, "Dana Price", "dpo")
    lock(people)
    told = seen(get(people.head, page(people)))
    assert "72 hours" in told
    assert "23 November" in told
    assert "Dana Price" in told


@pytest.mark.parametrize(("platform", "says"), [("x", "read on 21 November 2026 in an archived copy"),
                                                ("bluesky", "We have not checked these steps"),
                                                ("facebook", "read on 21 November 2026 in an archived copy of"),
                                                ("threads", "We have not checked these steps")])  # fmt: skip
def test_the_page_says_what_its_steps_rest_on(people, platform, says):
    channel = register.open_channel(people.school, platform=platform, name="brookfield", **by_system)
    told = seen(get(people.head, page(people, channel=channel)))
    assert says in told
    assert PLAYBOOKS[platform].help in told if platform in PLAYBOOKS else "ncsc.gov.uk" in told


def test_whoever_reads_the_register_reads_the_page_and_few_lock(people):
    reads = by_everybody(people, page(people))
    assert reads == {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}
    writes = {who: post(getattr(people, who), page(people, "begin/")).status_code for who in reads}
    assert writes == {"amara": 403, "ben": 403, "carys": 302, "head": 422, "dev": 404}


def test_the_dsl_locks_it_and_the_head_unlocks_it(people):
    lock(people)
    assert post(people.carys, page(people, "end/"), words="Fine.", anyway="yes").status_code == 403
    assert "Whoever keeps the accounts unlocks it" in seen(get(people.carys, page(people)))


def test_an_account_of_another_school_is_absent(people):
    far = add_school(people.trust, "thornbeck", policy="southport")
    other = register.open_channel(far, platform="facebook", name="Thornbeck", **by_system)
    assert get(people.head, page(people, channel=other)).status_code == 404
    assert post(people.head, page(people, "begin/", channel=other)).status_code == 404


def test_the_register_and_the_page_of_the_account_say_that_it_is_locked(people):
    for address in ("accounts/", f"accounts/{people.channel.pk}/"):
        assert "is locked." not in seen(get(people.ben, address))
    lock(people)
    for address in ("accounts/", f"accounts/{people.channel.pk}/"):
        assert "Brookfield Primary on Facebook is locked." in seen(get(people.ben, address))


def test_it_takes_few_queries_with_a_long_log(people):
    lock(people)
    holder = seat(add_person(people.school, "Rowan Ellis", "account_holder"), people.school, at=AT)
    for _ in range(20):
        post(people.head, page(people, "note/"), words="Rang them.")
    assert max(queries_of(one, page(people)) for one in (people.head, holder)) <= 12


def test_the_page_of_an_account_leads_those_there_who_may_lock_it(people):
    account, link = f"accounts/{people.channel.pk}/", f'href="/brookfield/{page(people)}"'
    assert link in seen(get(people.carys, account))
    assert link not in seen(get(people.ben, account))


def test_the_task_on_the_home_page_leads_to_the_steps(people):
    lock(people)
    assert f'href="/brookfield/{page(people)}"' in seen(get(people.head, ""))
