"""Reported accounts on their pages: reported by anybody, decided by those who keep the accounts."""

import pytest

from gatepost.channels.actions import sightings
from gatepost.channels.deciding import Account
from gatepost.channels.models import Sighting
from gatepost.channels.told import ACCOUNTS
from gatepost.duties.actions import sightings as decided
from gatepost.schools.queries import seat
from tests.cast import AT, add_person, cast
from tests.web.visits import by_everybody, get, post, seen, set_clock

pytestmark = pytest.mark.django_db
FORM = {"platform": "instagram", "name": "Brookfield Geography", "uses_name": "yes", "master_rights": "individual",
        "editorial_oversight": "no", "admins": "1", "note": "It has our badge."}  # fmt: skip


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


@pytest.fixture
def people():
    return cast(policy="littleover")


@pytest.fixture
def row(people):
    post(people.amara, "accounts/sightings/report/", **FORM)
    return Sighting.objects.of(people.school).get()


def test_somebody_who_reported_sees_what_was_decided(people, row):
    assert "Not decided yet" in seen(get(people.amara, "accounts/sightings/report/"))
    post(people.head, f"accounts/sightings/{row.pk}/decide/", decision="quasi", reason="It is a teacher’s.")
    assert "It looks like ours and is not" in seen(get(people.amara, "accounts/sightings/report/"))


def test_all_staff_report_and_nobody_of_another_school(people):
    assert by_everybody(people, "accounts/sightings/report/")["dev"] == 404
    staff = cast_seat(people)
    assert post(staff, "accounts/sightings/report/", **FORM).status_code == 302
    assert get(staff, "accounts/sightings/").status_code == 403


def test_a_form_that_is_refused_loses_nothing(people):
    answer = post(people.amara, "accounts/sightings/report/", **{**FORM, "note": "The password is Tr0ub4dor&3."})
    assert answer.status_code == 422
    assert 'value="Brookfield Geography"' in seen(answer)


def test_the_page_says_what_the_policy_makes_of_it(people, row):
    page = seen(get(people.head, f"accounts/sightings/{row.pk}/"))
    assert ACCOUNTS["not_official"].headline in page
    assert "2.official.b1" in page


def test_the_next_step_stands_on_the_page_and_among_the_duties_of_whoever_decided(people, row):
    post(
        people.head,
        f"accounts/sightings/{row.pk}/decide/",
        decision="quasi",
        reason="A teacher’s.",
        by_day="2026-12-04",
    )
    assert "Friday 4 December at 5pm" in seen(get(people.head, f"accounts/sightings/{row.pk}/"))
    assert f"accounts/sightings/{row.pk}/" in seen(get(people.head, ""))
    post(people.head, f"accounts/sightings/{row.pk}/done/", proof="It is closed.")
    assert "It is closed." in seen(get(people.head, f"accounts/sightings/{row.pk}/"))


def test_the_letter_has_the_clause_what_must_change_and_the_day(people, row):
    assert get(people.head, f"accounts/sightings/{row.pk}/letter/").status_code == 302
    decided.decide(row, decision="quasi", reason="A teacher’s.", seat=people.head, at=AT)
    letter = seen(get(people.head, f"accounts/sightings/{row.pk}/letter/"))
    assert "2.official.b1" in letter
    assert "By 4 December 2026 one of two things" in letter


def test_the_letter_to_a_parents_association_has_the_words_for_its_page(people, row):
    decided.decide(row, decision="associated", reason="The PTA’s.", seat=people.head, at=AT)
    assert "not by Brookfield" in seen(get(people.head, f"accounts/sightings/{row.pk}/letter/"))


def test_a_refused_decision_says_why_and_keeps_what_was_written(people, row):
    answer = post(people.head, f"accounts/sightings/{row.pk}/decide/", decision="quasi", reason="")
    assert answer.status_code == 422
    assert "Say in a sentence why" in seen(answer)
    assert "checked" in seen(answer)


def test_the_head_lists_a_fake_and_takes_it_off_again(people, row):
    decided.decide(row, decision="impostor", reason="Not ours.", seat=people.head, at=AT)
    for said, shown in (("yes", True), ("no", False)):
        post(people.head, f"accounts/sightings/{row.pk}/show/", shown=said)
        assert Sighting.objects.of(people.school).get().shown is shown


def test_a_report_of_another_school_is_absent(people):
    far = cast(slug="thornbeck")
    row = sightings.report(Account("x", "Thornbeck"), note="", seat=far.amara, at=AT)
    assert get(people.head, f"accounts/sightings/{row.pk}/").status_code == 404


def cast_seat(people):
    """Somebody who works at the school and has no other role."""
    return seat(add_person(people.school, "Sam Reed", "staff"), people.school, at=AT)
