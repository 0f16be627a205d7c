import pytest
from django.db.models import QuerySet

from gatepost.publishing.actions import stops
from gatepost.publishing.models import Stop
from gatepost.publishing.queries import stop_at
from gatepost.schools.errors import NotAllowed, UnableTo
from tests import cast
from tests.cast import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return cast.cast()


@pytest.mark.parametrize(("who", "may"), [("head", True), ("carys", True), ("amara", False), ("ben", False)])
def test_who_can_stop_everything(school, who, may):
    try:
        stops.start(seat=getattr(school, who), reason="A wrong post.", at=AT)
    except NotAllowed:
        assert not may
    else:
        assert may


def test_a_stop_holds_until_it_is_ended_with_a_note(school):
    stop = stops.start(seat=school.head, reason="A wrong post.", at=AT)
    with pytest.raises(UnableTo, match="why publishing may go on"):
        stops.end(stop, seat=school.head, note="", at=AT)
    stops.end(stop, seat=school.carys, note="It was put right.", at=AT)
    assert stop_at(school.school, at=AT) is None


def test_there_is_one_stop_at_a_time(school):
    stops.start(seat=school.head, reason="A wrong post.", at=AT)
    with pytest.raises(UnableTo, match="stopped already"):
        stops.start(seat=school.carys, reason="Another.", at=AT)


def test_of_two_who_stop_it_at_once_the_second_is_told_so(school, monkeypatch):
    stops.start(seat=school.head, reason="A wrong post.", at=AT)
    monkeypatch.setattr(QuerySet, "exists", lambda _rows: False)  # as when the first was not there yet
    with pytest.raises(UnableTo, match="stopped already"):
        stops.start(seat=school.carys, reason="Another.", at=AT)
    assert Stop.objects.count() == 1


def test_a_head_does_not_stop_the_whole_trust(school):
    with pytest.raises(NotAllowed, match="Only the central team"):
        stops.start(seat=school.head, reason="A wrong post.", at=AT, whole_trust=True)


def test_a_stop_of_another_trust_is_not_ended_from_here(school):
    stop = stops.start(seat=school.head, reason="A wrong post.", at=AT)
    with pytest.raises(Stop.DoesNotExist):
        stops.end(stop, seat=school.dev, note="Go on.", at=AT)


def test_a_stop_at_one_school_leaves_the_others_alone(school):
    stops.start(seat=school.head, reason="A wrong post.", at=AT)
    assert stop_at(school.other, at=AT) is None
