"""Leavers by the API: recorded, listed, closed with proof, or taken back."""

import pytest

from gatepost.channels.actions import looking, register
from gatepost.duties.models import Duty, Leaving
from gatepost.schools.models import HeldRole
from gatepost.schools.queries import seat
from tests.api.calls import call
from tests.cast import AT, Cast, add_person, add_school, by_system, cast
from tests.web.visits import set_clock, visitor

pytestmark = pytest.mark.django_db
TODAY = f"{AT:%Y-%m-%d}"
ROLES_THERE = {"central_team": ["brookfield"], "headteacher": []}


@pytest.fixture
def people(monkeypatch) -> Cast:
    """The cast; Amara owns and administers the account."""
    set_clock(monkeypatch)
    found = cast()
    looking.add_admin(found.channel, person=found.amara.person, seat=found.head, at=AT)
    register.amend(found.channel, said={"owner": found.amara.person}, **by_system)
    return found


def begin(people, *, by=None, **said):
    """Somebody records that Amara leaves today."""
    path = f"people/{people.amara.person.pk}/leaving"
    return call(by or people.head, path, {"why": "leaves", "last_day": TODAY, **said})


def ids(told, **of):
    """The items of a list of which all this is true."""
    return [one["id"] for one in told["items"] if all(one[name] == value for name, value in of.items())]


def test_a_leaver_is_recorded_listed_and_closed_with_proof(people):
    status, told = begin(people)
    assert (status, told["name"], told["overdue"]) == (200, "Amara Begum", False)
    row = call(people.head, "leavings")[1][0]
    assert (row["id"], row["left"], row["school"]) == (told["id"], len(told["items"]), "brookfield")
    body = {"items": ids(told), "proof": "Looked there.", "to": people.ben.person.pk}
    closed = call(people.head, f"leavings/{told['id']}/close", body)[1]
    assert ({one["state"] for one in closed["items"]}, closed["done_at"] is None) == ({"closed"}, False)
    assert {one["proof"] for one in closed["items"] if not one["by_itself"]} == {"Looked there."}
    assert not HeldRole.objects.filter(person=people.amara.person, until__isnull=True).exists()
    assert call(people.head, "leavings")[1] == []


@pytest.mark.parametrize(
    ("of", "body", "why"),
    [({}, {"items": []}, "Tick what is closed now."), ({"by_itself": False}, {}, "Say how one can tell"),
     ({"hands_over": True}, {}, "Choose who takes over"), ({"hands_over": True}, {"to": 1}, "Choose who takes over"),
     ({"by_itself": False}, {"proof": "password: Tr0ub4dor&3"}, "Nothing of it was kept")],
)  # fmt: skip
def test_what_the_page_refuses_is_refused_in_the_same_words_and_nothing_is_closed(people, of, body, why):
    told = begin(people)[1]
    body = {"items": ids(told, **of), **body, "to": body.get("to") and people.dev.person.pk}
    status, answer = call(people.head, f"leavings/{told['id']}/close", body)
    assert (status, why in answer["why"], "Tr0ub4dor" in str(answer)) == (409, True, False)
    assert {one["state"] for one in call(people.head, f"leavings/{told['id']}")[1]["items"]} == {"open"}


@pytest.mark.parametrize(
    ("said", "why"),
    [({"last_day": None}, "Write the last day"), ({"why": "retires"}, "Choose whether they leave or change jobs"),
     ({"last_day": "2036-01-01"}, "more than two years away")],
)  # fmt: skip
def test_a_day_or_a_reason_that_cannot_be_records_nothing(people, said, why):
    status, told = begin(people, **said)
    assert (status, why in told["why"], Leaving.objects.of(people.school).exists()) == (409, True, False)


def test_with_a_day_that_is_over_it_ends_at_once_and_only_for_whoever_is_sure(people):
    status, told = begin(people, last_day="2026-11-19")
    assert (status, "ends at once" in told["why"], Leaving.objects.of(people.school).exists()) == (409, True, False)
    assert begin(people, last_day="2026-11-19", sure=True)[1]["ended_at"]
    assert not HeldRole.objects.filter(person=people.amara.person, until__isnull=True).exists()


def test_the_last_who_leads_is_not_recorded_as_leaving(people):
    path = f"people/{people.head.person.pk}/leaving"
    status, told = call(people.head, path, {"why": "leaves", "last_day": "2026-11-19"})
    assert (status, "is the last who can change roles" in told["why"]) == (409, True)


def test_whoever_changes_jobs_keeps_what_was_offered_and_nothing_else(people):
    offered = call(people.head, f"people/{people.amara.person.pk}/leaving")[1]["things"]
    role = next(one["about"] for one in offered if one["about"].startswith("role:"))
    told = begin(people, why="moves", stays=[role, f"platform:{people.channel.pk}", "device"])[1]
    kept = {one["what"] for one in told["items"] if one["state"] == "stays"}
    assert (kept, begin(people)[0]) == ({"role"}, 409)


def test_it_is_taken_back(people):
    told = begin(people)[1]
    back = call(people.head, f"leavings/{told['id']}/take-back", {})[1]
    assert (back["withdrawn_at"] is None, call(people.head, "leavings")[1]) == (False, [])
    assert Duty.objects.of(people.school).filter(kind="leaving", done_at__isnull=True).count() == 0


def test_the_dpo_reads_and_closes_nothing_and_others_do_not_read(people):
    told = begin(people)[1]
    dpo = seat(add_person(people.school, "Priya Shah", "dpo"), people.school, at=AT)
    assert [call(dpo, path)[0] for path in ("leavings", f"leavings/{told['id']}")] == [200, 200]
    assert call(dpo, f"leavings/{told['id']}/close", {"items": ids(told), "proof": "Seen."})[0] == 403
    assert [begin(people, by=one)[0] for one in (dpo, people.ben, people.carys)] == [403] * 3
    assert [call(people.ben, path)[0] for path in ("leavings", f"leavings/{told['id']}")] == [403, 403]


def test_the_central_team_is_told_of_every_school_and_a_head_of_her_own(people):
    begin(people)
    there = add_school(people.trust, "hollins", policy="southport")
    listed = {role: visitor(_with(there, role)).get("/api/hollins/leavings").json() for role in ROLES_THERE}
    assert {role: [one["school"] for one in rows] for role, rows in listed.items()} == ROLES_THERE


def _with(school, role):
    return seat(add_person(school, f"{role} Ellis", role), school, at=AT)
