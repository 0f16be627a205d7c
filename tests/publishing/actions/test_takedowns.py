from datetime import timedelta

import pytest

from gatepost.duties.queries import about, owed_by
from gatepost.publishing.actions import takedowns
from gatepost.publishing.models import Delivery
from gatepost.schools.errors import UnableTo
from tests import cast
from tests.cast import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return cast.cast()


@pytest.fixture
def live(school):
    return cast.published(school)


def test_whoever_posted_it_is_asked_to_take_it_down_by_a_time(school, live):
    takedowns.ask(live, seat=school.carys, reason="A family asked.", at=AT)
    (duty,) = owed_by(school.amara.person, school.school).filter(kind=takedowns.KIND)
    assert (duty.about, duty.due_at - AT) == (
        live.subject,
        timedelta(days=4, hours=6),
    )  # Friday at ten, Tuesday at four


def test_asking_twice_leaves_one_task_at_the_sooner_time(school, live):
    takedowns.ask(live, seat=school.carys, reason="A family asked.", at=AT)
    takedowns.ask(live, seat=school.head, reason="And again.", at=AT + timedelta(hours=3))
    (duty,) = about(school.school, live.subject)
    assert duty.due_at == takedowns.due_at(school.school, at=AT)


def test_taking_it_down_is_told_with_proof_and_ends_the_task(school, live):
    takedowns.ask(live, seat=school.carys, reason="A family asked.", at=AT)
    takedowns.done(live, seat=school.amara, proof="The address says that it is gone.", at=AT + timedelta(hours=1))
    (duty,) = about(school.school, live.subject)
    assert (duty.done_by, duty.proof) == (school.amara.person, "The address says that it is gone.")


def test_the_archive_can_tell_how_long_it_took(school, live):
    takedowns.ask(live, seat=school.carys, reason="A family asked.", at=AT)
    takedowns.done(live, seat=school.amara, proof="Gone.", at=AT + timedelta(hours=5))
    down = Delivery.objects.of(school.school).get(pk=live.pk)
    assert (down.status, down.down_at - AT) == ("down", timedelta(hours=5))


@pytest.mark.parametrize("reason", ["", "   "])
def test_asking_needs_a_reason(school, live, reason):
    with pytest.raises(UnableTo, match="why it should come down"):
        takedowns.ask(live, seat=school.carys, reason=reason, at=AT)


def test_done_needs_a_proof(school, live):
    with pytest.raises(UnableTo, match="how one can tell"):
        takedowns.done(live, seat=school.amara, proof="", at=AT)


def test_what_is_not_live_is_not_taken_down(school):
    with pytest.raises(UnableTo, match="not live"):
        takedowns.ask(cast.ready(school), seat=school.carys, reason="A family asked.", at=AT)
