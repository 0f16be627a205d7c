"""Reminders and what is overdue over a school year, with its holidays and both changes of the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from gatepost.audit.actor import SYSTEM
from gatepost.audit.models import Event
from gatepost.channels.actions import looking, register
from gatepost.channels.models import Channel, Check
from gatepost.duties import accounts_told
from gatepost.duties.actions import chasing, closures
from gatepost.duties.models import Duty
from gatepost.handbook.actions import policies
from gatepost.handbook.models import Adoption
from gatepost.schools.errors import NotAllowed
from tests.cast import AT, add_person, by_system, cast

pytestmark = pytest.mark.django_db
HOLIDAYS = {
    "Autumn half term": (date(2026, 10, 26), date(2026, 10, 30)),
    "Christmas": (date(2026, 12, 21), date(2027, 1, 1)),
    "Spring half term": (date(2027, 2, 15), date(2027, 2, 19)),
    "Easter": (date(2027, 3, 26), date(2027, 4, 9)),
    "Summer half term": (date(2027, 5, 31), date(2027, 6, 4)),
    "Summer": (date(2027, 7, 22), date(2027, 8, 31)),
}
MADE = {date(2027, 2, 26): "privacy_settings", date(2027, 5, 26): "privacy_settings"}
"""The only looks of the year after those of 20 November: each holds for three months."""


@pytest.fixture
def people():
    """The cast, whose head keeps the account, with a DPO and a calendar."""
    found = cast()
    add_person(found.school, "Ingrid Solheim", "dpo")
    for name, (first, last) in HOLIDAYS.items():
        closures.add(name, first_day=first, last_day=last, seat=found.head, at=AT)
    return found


def year(people, *, until=date(2027, 11, 30)):
    """What opened on which day, by what it is about and for whom, as the nightly task runs each morning at seven."""
    seen = {}
    for number in range(1, (until - AT.date()).days + 1):
        day = AT.date() + timedelta(days=number)
        at = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
        chasing.look_round(people.school, by=SYSTEM, at=at)
        for duty in Duty.objects.of(people.school).exclude(pk__in=seen).select_related("owner"):
            seen[duty.pk] = (
                day,
                duty.kind,
                duty.about.partition(":")[2].partition(":")[2],
                duty.owner.name,
                duty.due_at,
            )
        if day in MADE:
            found = {"kind": MADE[day], "found": "in_order", "how": "Went through them"}
            chasing.record_check(people.channel, seat=people.head, at=at + timedelta(hours=2), **found)
    return [row for row in seen.values() if row[2] in {"privacy_settings", "mfa"}]


def test_a_year_reminds_in_time_and_tells_the_dpo_what_is_late(people):
    head, dpo, privacy = "Helen Achebe", "Ingrid Solheim", "privacy_settings"
    friday = datetime(2027, 2, 12, 16, tzinfo=UTC)  # the Saturday on which it runs out ends half term
    in_summer_time = datetime(2027, 5, 26, 15, tzinfo=UTC)  # four o'clock by the clock of the school
    end_of_term = datetime(2027, 7, 21, 15, tzinfo=UTC)  # 26 August lies in the holiday
    in_winter_time = datetime(2027, 11, 19, 16, tzinfo=UTC)
    assert year(people) == [
        (date(2027, 1, 29), "check", privacy, head, friday),
        (date(2027, 2, 26), "check.late", privacy, dpo, friday),  # half term does not count
        (date(2027, 5, 12), "check", privacy, head, in_summer_time),
        (date(2027, 7, 7), "check", privacy, head, end_of_term),
        (date(2027, 9, 7), "check.late", privacy, dpo, end_of_term),
        (date(2027, 11, 5), "check", "mfa", head, in_winter_time),
        (date(2027, 11, 26), "check.late", "mfa", dpo, in_winter_time),
    ]


def test_where_there_is_no_dpo_somebody_else_who_keeps_the_accounts_is_told_of_what_is_late():
    found = cast()
    late = Duty.objects.of(found.school).filter(kind="check.late", about__endswith=":privacy_settings")
    chasing.look_round(found.school, by=SYSTEM, at=AT + timedelta(days=110))
    alone = [one.owner for one in late]
    late.delete()
    central = add_person(found.school, "Ingrid Solheim", "central_team")
    chasing.look_round(found.school, by=SYSTEM, at=AT + timedelta(days=110))
    assert (alone, [one.owner for one in late.all()]) == ([found.head.person], [central])


def test_a_look_finishes_the_tasks_that_asked_for_it_with_its_evidence(people):
    at = AT + timedelta(days=100)
    chasing.look_round(people.school, by=SYSTEM, at=at)
    chasing.record_check(people.channel, kind="privacy_settings", found="in_order", evidence="Settings page, printed",
                         seat=people.head, at=at)  # fmt: skip
    done = Duty.objects.of(people.school).filter(about__endswith=":privacy_settings", done_at=at)
    assert {duty.proof for duty in done} == {"Settings page, printed"}


def test_what_is_found_wrong_stays_to_be_done(people):
    at = AT + timedelta(days=100)
    chasing.look_round(people.school, by=SYSTEM, at=at)
    chasing.record_check(people.channel, kind="privacy_settings", found="not_in_order", seat=people.head, at=at)
    assert (
        Duty.objects.of(people.school).filter(about__endswith=":privacy_settings", done_at=None, kind="check").exists()
    )


def test_whoever_is_reminded_gets_a_letter_that_names_the_account(
    people, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        chasing.look_round(people.school, by=SYSTEM, at=AT + timedelta(days=75))
    [letter] = [one for one in mailoutbox if "Privacy settings" in one.body]
    assert (letter.to, "Brookfield Primary on Facebook" in letter.body) == (["helen@brookfield.example"], True)


def left(people):
    """The tasks about the password of the account, of whose administrators one has left."""
    row = looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    chasing.remove_admin(row, left=True, seat=people.head, at=AT + timedelta(hours=1))
    return Duty.objects.of(people.school).filter(about=f"channel:{people.channel.pk}:password_changed")


def test_advice_is_asked_for_and_told_as_advice_and_goes_to_nobody_else_where_it_is_late():
    people = cast(policy="true-learning")
    add_person(people.school, "Ingrid Solheim", "dpo")
    for days in (1, 60):
        chasing.look_round(people.school, by=SYSTEM, at=AT + timedelta(days=days))
    asked = Duty.objects.of(people.school).filter(about=f"channel:{people.channel.pk}:third_party_apps")
    assert [(duty.kind, "as our policy advises" in duty.what) for duty in asked] == [("check", True)]
    told = accounts_told.accounts(people.school, private=True, at=AT + timedelta(days=60))[0]["duties"]
    assert {one["word"] for one in told if one["kind"] == "third_party_apps"} == {"Advised, and overdue"}


@pytest.mark.parametrize("made", [True, False])
def test_the_list_of_administrators_is_asked_for_where_nobody_looked_lately_or_ever(people, made):
    looks = Check.objects.of(people.school).filter(channel=people.channel, kind="administrators")
    looks.update(expires_on=date(2026, 11, 1)) if made else looks._raw_delete("default")
    chasing.look_round(people.school, by=SYSTEM, at=AT + timedelta(days=30))
    asked = Duty.objects.of(people.school).filter(about=f"channel:{people.channel.pk}:administrators", kind="check")
    assert [duty.owner for duty in asked] == [people.head.person]


@pytest.mark.parametrize("policy", ["southport", "everyone-matters"])
def test_a_password_that_a_leaver_knows_is_asked_for_whatever_the_policy_says(policy):
    found = cast(policy=policy)
    add_person(found.school, "Ingrid Solheim", "dpo")
    asked = left(found)
    assert [(one.kind, one.owner.name) for one in asked] == [("check", "Helen Achebe")]
    chasing.look_round(found.school, by=SYSTEM, at=AT + timedelta(days=10))
    late = ("check.late", "Ingrid Solheim")
    assert {(one.kind, one.owner.name) for one in asked.all()} == {("check", "Helen Achebe"), late}


def test_a_password_that_a_leaver_knows_is_asked_for_where_no_policy_was_adopted(people):
    Adoption.objects.all().delete()
    assert [(one.kind, one.owner.name) for one in left(people)] == [("check", "Helen Achebe")]
    chasing.look_round(people.school, by=SYSTEM, at=AT + timedelta(days=400))
    assert {one.kind for one in Duty.objects.of(people.school)} == {"check", "check.late"}
    assert {one.about.rpartition(":")[2] for one in Duty.objects.of(people.school)} == {"password_changed"}


def test_a_password_that_was_changed_is_asked_for_no_more(people):
    asked, look = left(people), {"kind": "password_changed", "found": "in_order", "how": "Changed, and kept there"}
    chasing.record_check(people.channel, seat=people.head, at=AT + timedelta(days=1), **look)
    chasing.look_round(people.school, by=SYSTEM, at=AT + timedelta(days=10))
    assert [one.proof for one in asked.all()] == ["Changed, and kept there"]
    assert not asked.filter(done_at=None).exists()


def test_somebody_who_no_longer_needs_it_and_stays_is_no_reason_for_a_new_password(people):
    row = looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    chasing.remove_admin(row, left=False, seat=people.head, at=AT + timedelta(hours=1))
    chasing.look_round(people.school, by=SYSTEM, at=AT + timedelta(days=2))
    assert not Duty.objects.of(people.school).filter(about__endswith=":password_changed").exists()


@pytest.mark.parametrize("policy", ["north-star", "everyone-matters"])
def test_where_the_policy_asks_for_no_check_nobody_is_chased(policy):
    found = cast(policy=policy)
    assert chasing.look_round(found.school, by=SYSTEM, at=AT + timedelta(days=800)) == 0


def test_nobody_is_chased_about_an_account_that_is_closed(people):
    register.close_channel(people.channel, **by_system)
    assert chasing.look_round(people.school, by=SYSTEM, at=AT + timedelta(days=100)) == 0


def test_somebody_from_another_school_records_no_check(people):
    before = Check.objects.of(people.school).count()
    with pytest.raises((NotAllowed, people.channel.DoesNotExist)):
        chasing.record_check(people.channel, kind="mfa", found="in_order", seat=people.dev, at=AT)
    assert Check.objects.of(people.school).count() == before


def test_the_end_of_a_trial_is_a_task_until_somebody_keeps_the_account(people):
    Channel.objects.of(people.school).update(trial_until=AT.date() + timedelta(days=13))
    chasing.look_round(people.school, by=SYSTEM, at=AT)
    asked = Duty.objects.of(people.school).filter(about__endswith=":trial")
    before = [duty.what for duty in asked]
    Channel.objects.of(people.school).update(trial_until=None)
    chasing.look_round(people.school, by=SYSTEM, at=AT + timedelta(hours=1))
    assert (before, list(asked.all())) == (
        ["The trial of Brookfield Primary on Facebook ends: keep it and take the day away, or close it"], [],
    )  # fmt: skip


def test_a_task_whose_clause_is_gone_is_taken_back_and_on_record(people):
    later = AT + timedelta(days=100)
    chasing.look_round(people.school, by=SYSTEM, at=later)
    policies.adopt(trust=people.trust, school=people.school, source="north-star", effective_from=later.date(),
                   by=SYSTEM, at=later)  # fmt: skip
    chasing.look_round(people.school, by=SYSTEM, at=later)
    left = Duty.objects.of(people.school).filter(about__startswith="channel:", done_at=None)
    assert (left.count(), Event.objects.filter(kind="duty.dropped").exists()) == (0, True)
