"""The one effective answer at a moment: the last one given by then, while it lasts, while the pupil is here."""

from datetime import date, timedelta

import pytest

from gatepost.consents.actions import answers
from gatepost.consents.effective import looked_up
from gatepost.consents.models import Asking, Basis, Flag, Pupil
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def told(*said, element="photo", tier="social", at=AT, **pupil):
    """What is held of Zofia after her family said all this: each as what differs from a parent's written yes, now."""
    zofia = cast().zofia
    for one in said:
        plain = {"element": element, "tier": tier, "state": "granted", "given_by": "parent", "given_at": AT - DAY}
        answers.record(zofia, **{**plain, **one}, **by_system)
    for name, value in pupil.items():
        setattr(zofia, name, value)
    zofia.save()
    _, tiers = looked_up(zofia.school, [zofia.pk], at=at)
    return tiers.get("social", {}).get(zofia.pk)


def flagged(**changed):
    """Whether a picture of Oliver may be shown, whose family has agreed, while a flag stands over him."""
    oliver = cast().oliver
    Flag.objects.create(pupil=oliver, **{"reason": "Any.", "since": AT, "recorded_at": AT, **changed})
    _, tiers = looked_up(oliver.school, [oliver.pk], at=AT)
    return not tiers["social"][oliver.pk].allows("photo")


NO, YES = {"state": "refused"}, {"state": "granted"}
TODAY = AT.date()
HELD = {
    "nobody answered": ([], {}, False),
    "a yes": ([YES], {}, True),
    "a no": ([NO], {}, False),
    "a yes and then a no": ([YES, NO], {}, False),
    "a no and then a yes": ([NO, YES], {}, True),
    "a no recorded late, given before the yes": ([YES, {"state": "refused", "given_at": AT - 2 * DAY}], {}, True),
    "a yes from tomorrow": ([{"given_at": AT + DAY}], {}, False),
    "a yes of this moment": ([{"given_at": AT}], {}, True),
    "a yes until today": ([{"expires_on": TODAY}], {}, True),
    "a yes until yesterday": ([{"expires_on": TODAY - DAY}], {}, False),
    "a newer yes that ran out": ([YES, {"expires_on": TODAY - DAY}], {}, False),
    "a yes to something else": ([{"element": "work"}], {}, False),
    "a yes for somewhere else": ([{"tier": "web"}], {}, False),
    "a no for somewhere else": ([YES, {"state": "refused", "tier": "web"}], {}, True),
    "a pupil's last day": ([YES], {"left_on": TODAY}, True),
    "a pupil who left yesterday": ([YES], {"left_on": TODAY - DAY}, False),
}


@pytest.mark.parametrize(("said", "pupil", "held"), HELD.values(), ids=HELD)
def test_what_is_held(said, pupil, held):
    found = told(*said, **pupil)
    assert (found is not None and found.allows("photo")) is held


GIVERS = {
    "a parent": ([{}], "parent", True),
    "a parent, by word of mouth": ([{"in_writing": False}], "parent", False),
    "the pupil as well, who is not asked": ([{"given_by": "pupil"}, {}], "parent", True),
    "one of two in writing": ([{}, {"element": "name", "in_writing": False}], "parent", False),
}


@pytest.mark.parametrize(("said", "giver", "written"), GIVERS.values(), ids=GIVERS)
def test_whoever_gave_it_and_how_is_known(said, giver, written):
    found = told(*said)
    assert (found.given_by, found.in_writing) == (giver, written)


def test_a_day_ends_at_midnight_here_and_not_in_greenwich():
    summer = AT.replace(month=7, day=1, hour=23, minute=30)  # half past midnight on 2 July, in Britain
    found = told({"given_at": summer - DAY, "expires_on": date(2026, 7, 1)}, at=summer)
    assert not found.allows("photo")


def test_pupils_of_another_school_are_not_looked_up():
    found = cast()
    assert looked_up(found.other, [found.oliver.pk], at=AT) == ({}, {})


def test_the_permissions_of_many_pupils_cost_two_queries(django_assert_num_queries):
    school = cast().school
    everybody = [pupil.pk for pupil in Pupil.objects.of(school)]
    with django_assert_num_queries(2):
        looked_up(school, everybody, at=AT)


def test_nobody_costs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert looked_up(None, [], at=AT) == ({}, {})


FLAGS = {
    "from this moment": ({}, True),
    "from a moment ago, on record a moment later": ({"since": AT + DAY, "recorded_at": AT + DAY}, True),
    "until tomorrow": ({"until": AT + DAY}, True),
    "until this moment": ({"since": AT - DAY, "until": AT}, False),
    "from tomorrow": ({"since": AT + DAY}, False),
}


@pytest.mark.parametrize(("changed", "holds"), FLAGS.values(), ids=FLAGS)
def test_while_a_flag_holds_a_pupil_is_not_shown_whatever_the_family_said(changed, holds):
    assert flagged(**changed) is holds


def test_a_flag_over_one_pupil_is_not_over_another():
    found = cast()
    Flag.objects.create(pupil=found.zofia, reason="Any.", since=AT, recorded_at=AT)
    _, tiers = looked_up(found.school, [found.oliver.pk, found.zofia.pk], at=AT)
    assert tiers["social"][found.oliver.pk].allows("photo")


def test_the_basis_of_this_moment_is_the_last_that_was_set():
    found = cast()
    for days, basis in ((3, "public_task"), (2, "consent"), (1, "public_task"), (-1, "consent")):
        Basis.objects.create(
            school=found.school, tier="in_school", element="work", basis=basis, note="So.", since=AT - days * DAY
        )
    _, tiers = looked_up(found.school, [found.zofia.pk], at=AT)
    assert tiers["in_school"][found.zofia.pk].held == {"work"}


@pytest.mark.parametrize(("from_year", "held"), [(4, False), (5, True)])
def test_who_is_asked_follows_from_what_the_school_set(from_year, held):
    oliver = cast().oliver  # in Year 4; a parent has answered
    Asking.objects.create(school=oliver.school, from_year=from_year, with_parent=True, changed_at=AT)
    _, tiers = looked_up(oliver.school, [oliver.pk], at=AT)
    assert tiers["social"][oliver.pk].allows("photo") is held


def test_a_row_of_the_pupil_is_whole():
    found = cast()
    pupils, _ = looked_up(found.school, [found.oliver.pk], at=AT)
    kept = Pupil.objects.of(found.school).get(pk=found.oliver.pk)
    assert {key: value for key, value in vars(pupils[found.oliver.pk]).items() if key != "_state"} == {
        key: value for key, value in vars(kept).items() if key != "_state"
    }


def test_a_no_to_facebook_stops_its_closed_group_and_no_page_for_parents_elsewhere():
    zofia = cast().zofia
    no_facebook = {"tier": "social", "platform": "facebook", "state": "refused"}
    for said in ({"tier": "parents", "state": "granted"}, no_facebook):
        answers.record(zofia, element="photo", given_by="parent", **said, **by_system)
    parents = looked_up(zofia.school, [zofia.pk], at=AT)[1]["parents"][zofia.pk]
    assert (parents.on("facebook").allows("photo"), parents.on("whatsapp").allows("photo")) == (False, True)


def test_there_is_nobody_of_a_number_that_no_database_takes():
    assert looked_up(cast().school, [10**24, -(10**24)], at=AT) == ({}, {})
