"""What was put up and may not stand: said to be up, never published, and on the list of what comes down."""

import pytest

from gatepost.duties.models import Duty
from gatepost.publishing import queries
from gatepost.publishing.actions import handover, signoff, strays, takedowns, withdrawals
from gatepost.publishing.models import Delivery
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.queries import seat
from tests import cast
from tests.cast import AT, SYSTEM

pytestmark = pytest.mark.django_db
UP = "https://facebook.example/brookfield/posts/1"


@pytest.fixture
def school():
    return cast.cast()


@pytest.fixture
def claimed(school):
    """Signed off with Oliver in the picture, and taken on by Amara."""
    return handover.claim(cast.ready(school, shown=(school.oliver,)), seat=school.amara, at=AT)


def family_says_no(school):
    withdrawals.record_answer(school.oliver, element="photo", tier="social", state="withdrawn", given_by="parent",
                              by=SYSTEM, at=AT)  # fmt: skip


def now(delivery):
    return Delivery.objects.of(delivery.version.post.school_id).get(pk=delivery.pk)


def tasks(school):
    return list(Duty.objects.of(school.school).filter(kind="take_down", done_at__isnull=True))


def test_what_was_up_before_a_family_said_no_is_never_published_and_comes_down(school, claimed):
    family_says_no(school)
    with pytest.raises(NotAllowed, match="delete it there"):
        handover.mark_live(claimed, address=UP, seat=school.amara, at=AT)
    held = now(claimed)
    assert (held.status, held.address, held.published_at, held.found_by) == ("stray", UP, None, school.amara.person)
    assert [(one.owner, one.about) for one in tasks(school)] == [(school.amara.person, held.subject)]


def test_what_the_gate_stops_as_it_is_marked_live_comes_down_too(school, claimed):
    withdrawals.answers.record(school.oliver, element="photo", tier="social", state="refused", given_by="parent",
                               by=SYSTEM, at=AT)  # fmt: skip
    with pytest.raises(NotAllowed, match="can’t be shown any more"):
        handover.mark_live(claimed, address=UP, seat=school.amara, at=AT)
    assert (now(claimed).status, len(tasks(school))) == ("stray", 1)


def test_whoever_never_took_it_on_does_not_say_by_chance_that_it_is_up(school, claimed):
    family_says_no(school)
    with pytest.raises(NotAllowed, match="not waiting"):
        handover.mark_live(claimed, address=UP, seat=school.head, at=AT)
    assert (now(claimed).status, tasks(school)) == ("pulled", [])


def test_anybody_who_may_have_a_post_taken_down_says_that_it_is_up_and_whoever_had_it_takes_it_down(school, claimed):
    family_says_no(school)
    strays.report(claimed, address=UP, seat=school.carys, at=AT)
    assert [one.owner for one in tasks(school)] == [school.amara.person]


def test_where_nobody_had_taken_it_on_it_comes_down_by_whoever_found_it(school):
    delivery = cast.ready(school)
    signoff.recall(delivery.version.post, seat=school.amara, at=AT)
    strays.report(delivery, address=UP, seat=school.ben, at=AT)
    assert [one.owner for one in tasks(school)] == [school.ben.person]


def test_somebody_who_only_reads_does_not_say_it(school, claimed):
    family_says_no(school)
    governor = seat(cast.add_person(school.school, "Gwen Hughes", "governor"), school.school, at=AT)
    with pytest.raises(NotAllowed):
        strays.report(claimed, address=UP, seat=governor, at=AT)
    assert now(claimed).status == "pulled"


@pytest.mark.parametrize("stood", ["ready", "claimed", "published", "down", "stray"])
def test_only_what_was_stopped_can_be_up_all_the_same(school, stood):
    delivery = standing(school, stood)
    with pytest.raises(UnableTo, match="was not stopped"):
        strays.report(delivery, address=UP, seat=school.amara, at=AT)
    assert (now(delivery).status, len(tasks(school))) == (stood, int(stood == "stray"))


def standing(school, stood):
    """A delivery that stands so."""
    if stood in {"published", "down"}:
        delivery = cast.published(school)
        if stood == "down":
            takedowns.done(delivery, seat=school.amara, proof="Gone.", at=AT)
        return delivery
    delivery = cast.ready(school)
    if stood == "claimed":
        handover.claim(delivery, seat=school.amara, at=AT)
    if stood == "stray":
        handover.pull(delivery, seat=school.amara, reason="The date changed.", at=AT)
        strays.report(delivery, address=UP, seat=school.amara, at=AT)
    return delivery


def test_it_is_down_with_proof_and_stands_in_the_archive_from_the_first(school, claimed):
    family_says_no(school)
    strays.report(claimed, address=UP, seat=school.amara, at=AT)
    before = [one.status for one in queries.archive(school.school)]
    takedowns.done(claimed, seat=school.amara, proof="The page is missing.", at=AT)
    assert (before, [one.status for one in queries.archive(school.school)], tasks(school)) == (["stray"], ["down"], [])


def test_it_is_never_looked_at_and_found_as_signed_off(school, claimed):
    family_says_no(school)
    strays.report(claimed, address=UP, seat=school.amara, at=AT)
    with pytest.raises(UnableTo, match="not live"):
        handover.verify(claimed, seat=school.ben, at=AT)


def test_the_post_can_be_put_right_and_go_out_anew_while_the_stray_comes_down(school, claimed):
    family_says_no(school)
    strays.report(claimed, address=UP, seat=school.amara, at=AT)
    post = queries.post(school.school, claimed.version.post_id)
    assert (post.status, now(claimed).status) == ("draft", "stray")
    withdrawals.record_answer(school.oliver, element="photo", tier="social", state="granted", given_by="parent",
                              by=SYSTEM, at=AT)  # fmt: skip
    assert signoff.send(post, seat=school.amara, at=AT).number == 2
    assert len(tasks(school)) == 1
