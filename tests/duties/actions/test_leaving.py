"""Somebody leaves or changes jobs: one list, closed by hand or by itself, and nothing of theirs is left."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail

from gatepost.audit.models import Event
from gatepost.channels.actions import looking, register
from gatepost.channels.models import Administrator, Asking, Poster
from gatepost.channels.standings import standings
from gatepost.duties import tasks
from gatepost.duties.actions import closures, duties, leaving
from gatepost.duties.models import Duty, Leaving
from gatepost.duties.taking_over import takers
from gatepost.publishing.actions import handover
from gatepost.publishing.models import Delivery
from gatepost.schools.actions import people as staff
from gatepost.schools.actions import staffing
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import HeldRole, Person
from gatepost.schools.queries import seat
from tests.cast import AT, add_person, add_school, approved, by_system, cast, ready

pytestmark = pytest.mark.django_db
TODAY = AT.date()
TONIGHT = datetime(2026, 11, 21, 0, 5, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture(name="people")
def _people():
    """The cast; Amara administers and owns the page, and owes a task."""
    people = cast()
    looking.add_admin(people.channel, person=people.amara.person, seat=people.head, at=AT)
    register.amend(people.channel, said={"owner": people.amara.person}, **by_system)
    duties.open_duty(people.school, owner=people.amara.person, kind="check", what="Look at the page", about="channel:1",
                     due_at=AT + timedelta(days=9), **by_system)  # fmt: skip
    return people


def begin(people, who="amara", *, why="leaves", day=TODAY, by=None, at=AT, stays=()):
    person = getattr(people, who).person
    return leaving.begin(person, last_day=day, why=why, seat=by or people.head, at=at, stays=stays)


def items(row, *, still_open=True):
    return {item.what for item in row.items.filter(done_at__isnull=still_open, stays=False)}


def finish(row, people, *whats, **more):
    chosen = [item.pk for item in row.items.all() if item.what in whats]
    return leaving.finish(row, items=chosen, seat=people.head, at=AT, **more)


def owe_answer(people, route):
    """Amara owes the answer to a wish for an account that a policy routes to a role."""
    who = people.ben.person
    wish = Asking.objects.create(school=people.school, route=route, asked_by=who, asked_at=AT, first_admin=who,
                                 second_admin=people.head.person)  # fmt: skip
    Duty.objects.of(people.school).filter(kind="check").update(kind="asking", about=f"asking:{wish.pk}")


def stands(person):
    """Where somebody stands, read from the rows alone."""
    trust = person.trust
    return [
        *HeldRole.objects.filter(person=person, until__isnull=True),
        *Administrator.objects.of_trust(trust).filter(person=person, until__isnull=True),
        *Poster.objects.of_trust(trust).filter(person=person, until__isnull=True),
        *person.owns_channels.all(), *person.duties.filter(done_at__isnull=True),
    ]  # fmt: skip


def test_everything_that_they_can_reach_is_listed_with_what_only_a_person_knows(people):
    assert items(begin(people)) == {
        "role", "admin", "poster", "owner", "duty", "sign_in", "platform", "device", "passwords", "tools"
    }  # fmt: skip


def test_the_head_has_it_as_a_task_until_the_end_of_the_last_day_by_the_clock_of_the_school(people):
    row = begin(people, day=date(2027, 7, 21))
    task = Duty.objects.of(people.school).get(about=f"leaving:{row.pk}")
    assert (task.owner, task.due_at) == (people.head.person, datetime(2027, 7, 21, 22, 59, tzinfo=UTC))


def test_what_is_ticked_ends_in_gatepost_and_the_password_is_to_change(people):
    row = begin(people)
    finish(row, people, "admin", "poster", "role")
    look = standings([people.channel], of=people.school, policies={}, on=TODAY)[0].looks["password_changed"]
    assert look.state == "outstanding"
    assert [type(one).__name__ for one in stands(people.amara.person)] == ["Channel", "Duty"]


def test_whoever_keeps_the_account_is_to_change_the_password_at_once_and_never_the_leaver(people):
    people.channel.owner = people.amara.person
    people.channel.save(update_fields=["owner"])
    finish(begin(people), people, "admin")
    task = Duty.objects.of(people.school).get(about=f"channel:{people.channel.pk}:password_changed")
    assert (task.owner, task.due_at) == (people.head.person, datetime(2026, 11, 21, 16, tzinfo=UTC))


def test_accounts_and_tasks_go_to_whoever_is_named(people):
    finish(begin(people), people, "owner", "duty", to=people.head.person)
    people.channel.refresh_from_db()
    assert people.channel.owner == people.head.person
    assert Duty.objects.of(people.school).get(kind="check").owner == people.head.person


@pytest.mark.parametrize(
    ("kind", "about", "who"),
    [("check", "channel:1", "account holder, headteacher or central team"),
     ("lock", "channel:1", "account holder, headteacher, DSL, DPO or central team"),
     ("leaving", "leaving:0", "headteacher or central team"),
     ("take_down", "delivery:1", "poster, approver, account holder, headteacher, DSL, DPO or central team")],
)  # fmt: skip
def test_a_task_goes_to_nobody_who_may_not_do_it(people, kind, about, who):
    Duty.objects.of(people.school).filter(owner=people.amara.person).update(kind=kind, about=about)
    gwen = add_person(people.school, "Gwen Price", "staff", "governor")
    row = begin(people)
    with pytest.raises(UnableTo, match=f"Gwen Price may not do this: “Look at the page.* the role of {who}\\."):
        finish(row, people, "duty", to=gwen)
    assert "duty" in items(row)


def test_where_nobody_else_may_do_a_task_it_is_said_what_to_do_first(people):
    staffing.give(people.amara.person, role="headteacher", seat=people.head, at=AT)
    row = begin(people)
    HeldRole.objects.filter(person=people.head.person).update(role="office")
    found = takers(row, row.items.all(), at=AT)
    assert found.why.startswith("Nobody else at Brookfield may do this. Give somebody the role of account holder")
    assert people.amara.person not in found.people


def test_somebody_who_does_not_work_here_takes_nothing_over(people):
    row = begin(people)
    for to in (None, people.amara.person, people.dev.person):
        with pytest.raises(UnableTo, match="Choose"):
            finish(row, people, "owner", to=to)
    assert "owner" in items(row)


@pytest.mark.parametrize("nothing", [" ", "\u200b\u2060", "\u3164"])
def test_what_only_a_person_can_close_asks_how_one_can_tell(people, nothing):
    row = begin(people)
    with pytest.raises(UnableTo, match="how one can tell"):
        finish(row, people, "platform", proof=nothing)
    finish(row, people, "platform", proof="Seen in the list of people there.")
    assert row.items.get(what="platform").proof == "Seen in the list of people there."


def test_a_password_is_not_kept_as_a_proof(people):
    row = begin(people)
    with pytest.raises(UnableTo):
        finish(row, people, "passwords", proof="New password: Kx7!mQ92#vTz")
    assert "passwords" in items(row)


def test_what_is_ticked_beside_it_waits_until_it_is_said(people):
    row = begin(people)
    with pytest.raises(UnableTo):
        finish(row, people, "role", "device")
    assert HeldRole.objects.filter(person=people.amara.person, until__isnull=True).count() == 2


def test_one_form_closes_all_of_it_the_same_day(people):
    row = begin(people)
    row = leaving.finish(row, items=[one.pk for one in row.items.all()], proof="Seen.", to=people.head.person,
                         seat=people.head, at=AT)  # fmt: skip
    assert (row.done_at, stands(people.amara.person)) == (AT, [])
    assert not Duty.objects.of(people.school).filter(kind="leaving", done_at__isnull=True).exists()


# --- by itself ---


def test_after_the_last_day_it_ends_though_nobody_ticked_anything(people):
    row = begin(people)
    tasks.close_leavers(at=TONIGHT)
    people.amara.person.refresh_from_db()
    assert (stands(people.amara.person), people.amara.person.is_active) == ([], False)
    assert items(row) == {"platform", "device", "passwords", "tools"}


@pytest.mark.parametrize(("route", "who"), [("dsl", "carys"), ("headteacher", "head")])
def test_a_task_goes_by_itself_to_whoever_may_do_it(people, route, who):
    owe_answer(people, route)
    begin(people)
    tasks.close_leavers(at=TONIGHT)
    assert Duty.objects.of(people.school).get(kind="asking").owner == getattr(people, who).person


def test_a_task_of_another_school_goes_by_itself_to_whoever_may_do_it_there(people):
    there = add_school(people.trust, "oakfield", policy="southport")
    gwen = add_person(there, "Gwen Price", "headteacher")
    Duty.objects.of(people.school).filter(kind="check").update(school=there)
    begin(people)
    tasks.close_leavers(at=TONIGHT)
    assert Duty.objects.of(there).get(kind="check").owner == gwen


def test_a_task_that_nobody_may_do_stays_on_the_list_until_somebody_may(people):
    owe_answer(people, "ceo")
    row = begin(people)
    tasks.close_leavers(at=TONIGHT)
    events = Event.objects.count()
    again = tasks.close_leavers(at=TONIGHT + timedelta(hours=1))
    assert (again, Event.objects.count(), "duty" in items(row)) == (0, events, True)
    staff.give_role(people.carys.person, "ceo", school=people.school, **by_system)
    tasks.close_leavers(at=TONIGHT + timedelta(hours=2))
    assert Duty.objects.of(people.school).get(kind="asking").owner == people.carys.person
    assert "duty" not in items(row)


def test_on_the_last_day_itself_nothing_ends_by_itself(people):
    begin(people)
    tasks.close_leavers(at=datetime(2026, 11, 20, 23, 55, tzinfo=UTC))
    assert seat(people.amara.person, people.school, at=AT).roles == {"poster", "teacher"}


def test_in_summer_the_day_ends_at_midnight_in_the_school_and_not_in_greenwich(people):
    begin(people, day=date(2027, 7, 21))
    tasks.close_leavers(at=datetime(2027, 7, 21, 22, 58, tzinfo=UTC))
    before = bool(stands(people.amara.person))
    tasks.close_leavers(at=datetime(2027, 7, 21, 23, 1, tzinfo=UTC))
    assert (before, stands(people.amara.person)) == (True, [])


def test_a_last_day_that_is_over_ends_at_once(people):
    begin(people, day=TODAY - timedelta(days=3))
    assert stands(people.amara.person) == []


def test_what_they_were_given_since_it_was_listed_ends_too(people):
    row = begin(people)
    staff.give_role(people.amara.person, "approver", school=people.school, by=people.head.actor, at=AT)
    tasks.close_leavers(at=TONIGHT)
    assert stands(people.amara.person) == []
    assert row.items.filter(what="role").count() == 3


def test_the_last_of_the_central_team_does_not_leave_before_somebody_takes_the_role_over(people):
    staff.give_role(people.ben.person, "central_team", school=None, **by_system)
    central = seat(people.ben.person, people.school, at=AT)
    with pytest.raises(UnableTo, match="the last of the central team"):
        begin(people, "ben", day=TODAY + timedelta(days=9), by=central)
    staff.give_role(people.carys.person, "central_team", school=None, **by_system)
    assert begin(people, "ben", day=TODAY + timedelta(days=9), by=central).pk


def test_whoever_left_and_is_put_on_a_list_again_is_taken_off_it(people):
    begin(people, day=TODAY - timedelta(days=1))
    register.name_poster(people.channel, people.amara.person, **by_system)
    tasks.close_leavers(at=TONIGHT)
    assert stands(people.amara.person) == []


def test_ending_twice_changes_nothing_and_writes_nothing(people):
    begin(people)
    assert tasks.close_leavers(at=TONIGHT) == 1
    events = Event.objects.count()
    assert (tasks.close_leavers(at=TONIGHT), Event.objects.count()) == (0, events)


def test_the_password_of_a_role_changes_when_its_holder_leaves(people):
    looking.add_admin(people.channel, role="line_manager", seat=people.head, at=AT - timedelta(days=1))
    begin(people, "ben")
    tasks.close_leavers(at=TONIGHT)
    found = standings([people.channel], of=people.school, policies={}, on=TONIGHT.date())[0]
    assert found.looks["password_changed"].state == "outstanding"
    assert [row.role for row in found.admins if row.role] == ["line_manager"]


# --- overdue ---


def test_the_owner_is_written_to_when_something_is_left(people, django_capture_on_commit_callbacks):
    begin(people)
    with django_capture_on_commit_callbacks(execute=True):
        tasks.close_leavers(at=TONIGHT)
    assert {tuple(letter.to) for letter in mail.outbox} == {(people.head.person.email,)}
    letter = next(one for one in mail.outbox if "Close what Amara Begum can reach" in one.body)
    assert letter.subject == "Brookfield: overdue since Friday 20 November"
    assert "This was to be done by Friday 20 November: please do it now." in letter.body


def test_what_is_left_goes_to_the_dpo_on_the_next_school_day_and_not_at_the_weekend(people):
    dpo = add_person(people.school, "Priya Shah", "dpo")
    begin(people)
    for at in (TONIGHT, TONIGHT + timedelta(days=1)):
        tasks.close_leavers(at=at)
    before = Duty.objects.of(people.school).filter(kind="leaving.late").count()
    tasks.close_leavers(at=MONDAY)
    tasks.close_leavers(at=MONDAY)
    assert (before, [one.owner for one in Duty.objects.of(people.school).filter(kind="leaving.late")]) == (0, [dpo])


def test_a_closed_school_counts_no_day(people):
    add_person(people.school, "Priya Shah", "dpo")
    closures.add("INSET day", first_day=MONDAY.date(), last_day=MONDAY.date(), seat=people.head, at=AT)
    begin(people)
    tasks.close_leavers(at=TONIGHT)
    tasks.close_leavers(at=MONDAY)
    assert not Duty.objects.of(people.school).filter(kind="leaving.late").exists()


def test_once_the_rest_is_closed_nobody_owes_anything(people):
    add_person(people.school, "Priya Shah", "dpo")
    row = begin(people)
    for at in (TONIGHT, MONDAY):
        tasks.close_leavers(at=at)
    row = finish(row, people, "platform", "device", "passwords", "tools", proof="Seen.")
    assert row.done_at is not None
    assert not Duty.objects.of(people.school).filter(about=f"leaving:{row.pk}", done_at__isnull=True).exists()


# --- the gate ---


def test_a_leaver_posts_nothing_from_the_moment_their_access_ends(people):
    delivery = ready(people)
    begin(people)
    tasks.close_leavers(at=TONIGHT)
    with pytest.raises(NotAllowed):
        handover.claim(delivery, seat=seat(Person.objects.get(pk=people.amara.person.pk), people.school, at=TONIGHT),
                       at=TONIGHT)  # fmt: skip
    assert not Delivery.objects.of(people.school).filter(published_at__isnull=False).exists()


def test_what_a_leaver_signed_off_goes_back_and_is_not_posted(people):
    version = approved(people)
    signer = version.approvals.first().person
    delivery = Delivery.objects.of(people.school).get(version=version)
    if signer == people.head.person:
        staffing.give(people.carys.person, role="headteacher", seat=people.head, at=AT)
    leads = people.head if signer != people.head.person else seat(people.carys.person, people.school, at=AT)
    leaving.begin(signer, last_day=TODAY, why="leaves", seat=leads, at=AT)
    tasks.close_leavers(at=TONIGHT)
    with pytest.raises((NotAllowed, UnableTo)):
        handover.claim(delivery, seat=seat(people.amara.person, people.school, at=TONIGHT), at=TONIGHT)
    assert not Delivery.objects.of(people.school).filter(published_at__isnull=False).exists()


# --- changing jobs, coming back ---


def test_whoever_changes_jobs_keeps_what_was_chosen_and_nothing_else(people):
    held = HeldRole.objects.get(person=people.amara.person, role="teacher")
    row = begin(people, why="moves", stays={f"role:{held.pk}"})
    tasks.close_leavers(at=TONIGHT)
    people.amara.person.refresh_from_db()
    assert (stands(people.amara.person), people.amara.person.is_active) == ([held], True)
    assert "platform" in items(row)


def test_what_stays_needs_nothing_done_on_its_platform(people):
    admin = Administrator.objects.of(people.school).get(person=people.amara.person)
    row = begin(people, why="moves", stays={f"admin:{admin.pk}"})
    tasks.close_leavers(at=TONIGHT)
    assert ("platform" in items(row), stands(people.amara.person)) == (False, [admin])


def test_whoever_changes_jobs_and_is_given_a_new_role_keeps_it_after_the_day(people):
    begin(people, why="moves")
    tasks.close_leavers(at=TONIGHT)
    staff.give_role(people.amara.person, "office", school=people.school, by=people.head.actor, at=MONDAY)
    tasks.close_leavers(at=MONDAY)
    assert seat(people.amara.person, people.school, at=MONDAY).roles == {"office"}


def test_coming_back_is_a_new_start(people):
    begin(people, day=TODAY - timedelta(days=1))
    back = staffing.join(
        seat=people.head, name="Amara Begum", email=people.amara.person.email, role="teacher", at=MONDAY
    )
    tasks.close_leavers(at=MONDAY)
    assert (back.pk, back.is_active, back.has_usable_password()) == (people.amara.person.pk, True, False)
    assert [one.role for one in stands(back)] == ["teacher"]


def test_taken_back_nothing_ends(people):
    leaving.take_back(begin(people), seat=people.head, at=AT)
    tasks.close_leavers(at=TONIGHT)
    assert seat(people.amara.person, people.school, at=TONIGHT).roles == {"poster", "teacher"}


def test_what_has_ended_is_not_taken_back(people):
    row = begin(people, day=TODAY - timedelta(days=1))
    with pytest.raises(UnableTo, match="as somebody new"):
        leaving.take_back(row, seat=people.head, at=AT)


@pytest.mark.parametrize("why", ["leaves", "moves"])
def test_once_something_has_ended_it_is_not_taken_back_and_what_is_to_do_by_hand_stays_on_the_list(people, why):
    row = begin(people, why=why, day=TODAY + timedelta(days=30))
    finish(row, people, "admin")
    with pytest.raises(UnableTo, match=r"Close the rest of the list.*Then record anew, under People"):
        leaving.take_back(row, seat=people.head, at=AT)
    assert {"platform", "device"} <= items(row)
    assert Duty.objects.of(people.school).filter(about=f"leaving:{row.pk}", done_at__isnull=True).exists()


def test_somebody_else_says_that_a_leaver_stays_and_vouches_for_what_is_done_by_hand(people):
    staffing.give(people.ben.person, role="headteacher", seat=people.head, at=AT)
    ben = seat(people.ben.person, people.school, at=AT)
    row = begin(people, "head", by=ben, day=TODAY + timedelta(days=9))
    with pytest.raises(UnableTo, match=r"Ben Oduya recorded this of you.* Ask Ben Oduya to do it"):
        leaving.take_back(row, seat=people.head, at=AT)
    with pytest.raises(UnableTo, match=r"vouch for this yourself.* Ask Ben Oduya to do it"):
        finish(row, people, "device", proof="Handed in.")
    assert "device" in items(row)
    assert leaving.take_back(row, seat=ben, at=AT).withdrawn_by == ben.person


def test_whoever_recorded_themselves_that_they_leave_takes_it_back(people):
    staffing.give(people.ben.person, role="headteacher", seat=people.head, at=AT)
    row = begin(people, "head", day=TODAY + timedelta(days=9))
    assert leaving.take_back(row, seat=people.head, at=AT).withdrawn_at == AT


@pytest.mark.parametrize("rest", [(), ("platform", "device", "passwords", "tools")])
def test_whoever_was_let_go_early_and_recorded_anew_keeps_that_after_the_day_that_was_written_first(people, rest):
    row = begin(people)
    finish(
        row, people, "role", "admin", "poster", "owner", "duty", "sign_in", *rest, to=people.head.person, proof="Seen."
    )
    back = staffing.join(seat=people.head, name="Amara", email=people.amara.person.email, role="teacher", at=AT)
    tasks.close_leavers(at=TONIGHT)
    assert ([one.role for one in stands(back)], "device" in items(row)) == (["teacher"], not rest)


# --- who may ---


@pytest.mark.parametrize("who", ["amara", "ben", "carys", "dev"])
def test_whoever_does_not_manage_people_lets_nobody_go(people, who):
    with pytest.raises((NotAllowed, UnableTo)):
        begin(people, by=getattr(people, who))
    assert not Leaving.objects.of_trust(people.trust).exists()


def test_a_school_lets_nobody_go_from_another_school_of_the_trust(people):
    other = add_school(people.trust, "thornbeck", policy="southport")
    staff.give_role(people.amara.person, "poster", school=other, **by_system)
    with pytest.raises(NotAllowed, match="another school"):
        begin(people)
    begin(people, why="moves")
    tasks.close_leavers(at=TONIGHT)
    assert [one.school for one in stands(people.amara.person)] == [other]


def test_the_central_team_lets_somebody_go_from_every_school(people):
    other = add_school(people.trust, "thornbeck", policy="southport")
    staff.give_role(people.amara.person, "poster", school=other, **by_system)
    central = seat(add_person(people.school, "Nia Cole", "central_team"), people.school, at=AT)
    begin(people, by=central)
    tasks.close_leavers(at=TONIGHT)
    assert stands(people.amara.person) == []


def test_the_last_who_can_change_roles_does_not_leave_before_somebody_follows(people):
    with pytest.raises(UnableTo, match="whoever comes next"):
        begin(people, "head")
    staffing.give(people.ben.person, role="headteacher", seat=people.head, at=AT)
    assert begin(people, "head", day=TODAY + timedelta(days=1)).pk


def test_two_heads_do_not_let_each_other_go(people):
    staffing.give(people.ben.person, role="headteacher", seat=people.head, at=AT)
    begin(people, "ben")
    with pytest.raises(UnableTo, match="whoever comes next"):
        begin(people, "head")


@pytest.mark.parametrize(
    ("said", "why"),
    [({"why": "retires"}, "leave or change"), ({"day": date(2062, 7, 21)}, "Check its year")],
)
def test_what_cannot_be_right_is_refused(people, said, why):
    with pytest.raises(UnableTo, match=why):
        begin(people, **said)


def test_somebody_leaves_once(people):
    begin(people)
    with pytest.raises(UnableTo, match="recorded already"):
        begin(people)
