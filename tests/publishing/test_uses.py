"""Every use of a pupil stands in one list: live, scheduled, waiting and past, found by an index."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gatepost.consents.models import Pupil
from gatepost.duties.models import Duty
from gatepost.publishing import tasks
from gatepost.publishing.actions import handover, signoff, takedowns
from gatepost.publishing.actions.withdrawals import record_answer
from gatepost.publishing.asking import assess_version
from gatepost.publishing.models import Post, Use
from gatepost.publishing.uses import uses_of, waiting_that_may_not
from gatepost.schools.errors import NotAllowed, UnableTo
from tests import cast
from tests.cast import AT, Cast, by_system

pytestmark = pytest.mark.django_db
WORDS = "Oliver built a volcano."
TOMORROW = AT + timedelta(days=1)


@pytest.fixture
def school() -> Cast:
    made = cast.cast()
    record_answer(made.oliver, element="name", tier="social", state="granted", given_by="parent", **by_system)
    return made


def stands(school: Cast) -> list[str]:
    return [one.stands for one in uses_of(school.school, school.oliver)]


def test_a_version_is_written_down_when_it_is_frozen_and_not_before(school):
    post = cast.draft(school, shown=(school.oliver,))
    before = Use.objects.of(school.school).count()
    signoff.send(post, seat=school.amara, at=AT)
    assert (before, [use.how for use in Use.objects.of(school.school)]) == (0, ["picture"])


def test_what_is_live_comes_first_then_scheduled_then_waiting(school):
    cast.waiting(school, shown=(school.oliver,))
    cast.ready(school, text="Oliver built a volcano.")
    cast.published(school, shown=(school.oliver,))
    assert stands(school) == ["live", "scheduled", "waiting"]


def test_what_was_taken_down_or_sent_back_stays_on_the_list(school):
    takedowns.done(cast.published(school, shown=(school.oliver,)), seat=school.amara, proof="Gone.", at=AT)
    back = cast.waiting(school, text="Oliver built a volcano.")
    signoff.send_back(back, seat=school.ben, reason="Say when.", at=AT)
    assert stands(school) == ["down", "stopped"]


def test_another_pupil_and_another_school_have_nothing_of_it(school):
    cast.published(school, shown=(school.oliver,))
    assert (uses_of(school.school, school.zofia), uses_of(school.other, school.oliver)) == ([], [])


def test_the_list_costs_the_same_whatever_its_length(school):
    cast.published(school, shown=(school.oliver,))
    with CaptureQueriesContext(
        connection,
    ) as one:
        uses_of(school.school, school.oliver)
    for _ in range(3):
        cast.published(school, shown=(school.oliver,))
    with CaptureQueriesContext(connection) as four:
        uses_of(school.school, school.oliver)
    assert len(one) == len(four) <= 3


def test_what_waits_is_marked_while_somebody_in_it_cannot_be_shown(school):
    waiting = cast.waiting(school, shown=(school.oliver,))
    channels = {school.channel.pk: school.channel}
    before = waiting_that_may_not(school.school, [waiting], channels=channels, at=AT)
    record_answer(school.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    after = waiting_that_may_not(school.school, [waiting], channels=channels, at=AT)
    assert (before, after) == (frozenset(), {waiting.pk})


# --- leavers: on no roll by which names are found ---


def leave(school: Cast) -> None:
    Pupil.objects.of(school.school).filter(pk=school.oliver.pk).update(left_on=AT.date(), changed_at=TOMORROW)


def test_a_signed_off_post_that_names_them_does_not_go_out(school):
    ready = cast.ready(school, text=WORDS)
    leave(school)
    with pytest.raises(NotAllowed, match="can’t be shown any more"):
        handover.claim(ready, seat=school.amara, at=TOMORROW)


def test_the_sweep_gives_it_back(school):
    ready = cast.ready(school, text=WORDS)
    leave(school)
    tasks.sweep(at=TOMORROW)
    assert Post.objects.of(school.school).get(pk=ready.version.post_id).status == "draft"


def test_on_their_last_day_it_still_may(school):
    ready = cast.ready(school, text=WORDS)
    leave(school)
    assert handover.claim(ready, seat=school.amara, at=AT).status == "claimed"


def test_what_waits_is_not_signed_off_any_more(school):
    waiting = cast.waiting(school, text=WORDS)
    leave(school)
    yes = {question.key: "yes" for question in assess_version(waiting, at=TOMORROW).questions()}
    with pytest.raises(UnableTo, match="can’t be shown any more"):
        signoff.approve(waiting, seat=school.ben, seen=waiting.digest, answers=yes, at=TOMORROW)


def test_the_same_words_cannot_be_sent_anew(school):
    post = cast.ready(school, text=WORDS).version.post
    leave(school)
    tasks.sweep(at=TOMORROW)
    with pytest.raises(UnableTo, match="Take the name out"):
        signoff.send(Post.objects.of(school.school).get(pk=post.pk), seat=school.amara, at=TOMORROW)


def by_work(school: Cast, *elements: str) -> dict[str, Any]:
    """What a post is that shows Oliver's work alone, where these were answered yes beside the picture."""
    for element in elements:
        record_answer(school.oliver, element=element, tier="social", state="granted", given_by="parent", **by_system)
    return {"shown": (school.oliver,), "face_shown": "hands_or_work"}


def test_a_picture_of_work_does_not_go_to_sign_off_by_the_yes_to_a_picture_alone(school):
    with pytest.raises(UnableTo):
        cast.waiting(school, **by_work(school))
    assert cast.waiting(school, **by_work(school, "work")).number == 1


def test_a_no_to_work_stops_what_waits_and_has_what_is_live_taken_down_and_no_other_picture(school):
    live, ready = (make(school, **by_work(school, "work")) for make in (cast.published, cast.ready))
    other = cast.ready(school, shown=(school.oliver,))
    record_answer(school.oliver, element="work", tier="social", state="refused", given_by="parent", **by_system)
    for one in (live, ready, other):
        one.refresh_from_db()
    asked = Duty.objects.of(school.school).get(kind="take_down").about
    assert (ready.status, other.status, asked) == ("pulled", "ready", live.subject)
