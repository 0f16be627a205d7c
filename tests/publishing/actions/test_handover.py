import pytest
from django.db import IntegrityError, transaction

from gatepost.publishing.actions import handover
from gatepost.publishing.models import Delivery
from gatepost.schools.errors import NotAllowed, UnableTo
from tests import cast
from tests.cast import AT

pytestmark = pytest.mark.django_db
LIVE = "https://facebook.example/brookfield/posts/1"


@pytest.fixture
def school():
    return cast.cast()


@pytest.fixture
def ready(school):
    return cast.ready(school)


def status(delivery):
    """Where a delivery stands in the database."""
    return Delivery.objects.of(delivery.version.post.school_id).get(pk=delivery.pk).status


def test_taking_it_on_keeps_two_people_from_posting_it(school, ready):
    handover.claim(ready, seat=school.amara, at=AT)
    with pytest.raises(UnableTo, match="taken this on already"):
        handover.claim(ready, seat=school.head, at=AT)


def test_it_is_live_once_its_address_is_given(school, ready):
    handover.claim(ready, seat=school.amara, at=AT)
    live = handover.mark_live(ready, address=LIVE, seat=school.amara, at=AT)
    assert (status(ready), live.address, live.published_by) == ("published", LIVE, school.amara.person)


@pytest.mark.parametrize(
    "address", ["", "facebook.com/posts/1", "javascript:alert(1)", "it is on the page", "https://"]
)
def test_an_address_that_leads_nowhere_is_not_taken(school, ready, address):
    handover.claim(ready, seat=school.amara, at=AT)
    with pytest.raises(UnableTo, match="begins with https"):
        handover.mark_live(ready, address=address, seat=school.amara, at=AT)


def test_nothing_is_live_that_nobody_took_on(school, ready):
    with pytest.raises(UnableTo, match="Take it on first"):
        handover.mark_live(ready, address=LIVE, seat=school.amara, at=AT)


def test_whoever_took_it_on_says_that_it_is_live(school, ready):
    handover.claim(ready, seat=school.amara, at=AT)
    with pytest.raises(NotAllowed, match="took this on"):
        handover.mark_live(ready, address=LIVE, seat=school.head, at=AT)


def test_it_can_be_given_back(school, ready):
    handover.claim(ready, seat=school.amara, at=AT)
    handover.give_back(ready, seat=school.amara, at=AT)
    handover.claim(ready, seat=school.head, at=AT)
    assert status(ready) == "claimed"


def test_the_head_gives_back_what_somebody_sat_on_and_the_office_does_not(school, ready):
    handover.claim(ready, seat=school.amara, at=AT)
    with pytest.raises(NotAllowed, match="They or the head"):
        handover.give_back(ready, seat=school.ben, at=AT)
    handover.give_back(ready, seat=school.head, at=AT)
    assert status(ready) == "ready"


def test_what_is_pulled_does_not_go_out(school, ready):
    handover.pull(ready, seat=school.amara, reason="The fair was cancelled.", at=AT)
    with pytest.raises(NotAllowed, match="not waiting"):
        handover.claim(ready, seat=school.amara, at=AT)


def test_pulling_needs_a_reason(school, ready):
    with pytest.raises(UnableTo, match="should not go out"):
        handover.pull(ready, seat=school.amara, reason="  ", at=AT)


def test_what_is_live_is_not_pulled_but_taken_down(school, ready):
    handover.claim(ready, seat=school.amara, at=AT)
    handover.mark_live(ready, address=LIVE, seat=school.amara, at=AT)
    with pytest.raises(UnableTo, match="taken down"):
        handover.pull(ready, seat=school.amara, reason="A mistake.", at=AT)


def test_somebody_looks_at_the_live_post(school):
    delivery = cast.published(school)
    handover.verify(delivery, seat=school.ben, at=AT)
    assert status(delivery) == "verified"


@pytest.mark.parametrize("stood", ["published", "verified", "stray", "down"])
def test_the_database_too_refuses_a_post_that_is_out_nowhere(school, ready, stood):
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.of(school.school).filter(pk=ready.pk).update(status=stood)
