"""Somebody who has left is on no roll by which names are found, and still goes out in nothing."""

from datetime import timedelta

import pytest

from gatepost.consents.models import Pupil
from gatepost.publishing import tasks
from gatepost.publishing.actions import handover, signoff
from gatepost.publishing.actions.withdrawals import record_answer
from gatepost.publishing.asking import assess_version
from gatepost.publishing.models import Post
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
