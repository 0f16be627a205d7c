"""Pupils by the API: can or can't, answers that are recorded, and a flag that the DSL alone raises."""

import pytest

from gatepost.audit.models import Event
from gatepost.consents.actions import contacts
from gatepost.consents.models import Answer, Flag
from gatepost.schools.queries import seat
from tests import cast
from tests.api import calls
from tests.cast import AT, by_system

pytestmark = pytest.mark.django_db
FORM = {"about": {"photo": "refused"}, "tier": "social", "method": "paper"}


def call(who, path, body=None):
    """What a route about pupils answers: its status, and what it says."""
    return calls.call(who, f"pupils{path}", body)


def places(told):
    """What can be shown of a pupil, by tier."""
    return {one["tier"]: one["can"] for one in told["places"]}


def test_the_roll_says_what_can_be_shown_of_each(people):
    _, told = call(people.amara, "")
    assert {one["name"]: places(one)["social"] for one in told} == {"Oliver Hartley": ["photo"], "Zofia Nowak": []}


def test_one_pupil_is_looked_at_and_that_is_kept(people):
    _, told = call(people.amara, f"/{people.oliver.pk}")
    kept = Event.objects.order_by("-number").first().kind
    assert (told["name"], kept) == ("Oliver Hartley", "pupil.looked_at")


def test_who_cannot_be_shown_in_a_class_is_told_by_name_alone(people):
    assert call(people.amara, "/cannot?class_name=4JM") == (200, [{"id": people.zofia.pk, "name": "Zofia Nowak"}])


@pytest.mark.parametrize(("path", "count"), [
    ("", 2), ("?words=Zofia", 1), ("/cannot?class_name=4JM", 2), ("?page=2", None), ("/cannot?class_name=9Z", None),
])  # fmt: skip
def test_a_look_through_a_list_is_kept_with_how_many_it_tells_of(people, path, count):
    assert call(people.amara, path)[0] == 200
    kept = Event.objects.filter(kind="pupil.looked_through").first()
    assert (kept and kept.facts) == (count and {"count": count})


def test_an_answer_is_recorded_with_who_gave_it(people):
    mother = contacts.add(people.zofia, name="Ewa Nowak", relationship="Mother", **by_system)
    told = call(people.head, f"/{people.zofia.pk}/answers", {**FORM, "contact": mother.pk})
    last = Answer.objects.of(people.school).filter(pupil=people.zofia).get()
    assert (told, last.contact, last.state) == ((200, {"recorded": 1}), mother, "refused")


def test_an_answer_of_a_parent_without_a_name_says_who_that_is(people):
    told = call(people.head, f"/{people.zofia.pk}/answers", {**FORM, "relationship": "Mother"})
    last = Answer.objects.of(people.school).filter(pupil=people.zofia).get()
    assert (told[0], last.contact, last.relationship) == (200, None, "Mother")


@pytest.mark.parametrize(("changed", "status"), [
    ({"relationship": "Ewa Nowak"}, 409), ({"relationship": "Mother", "given_by": "pupil"}, 409),
    ({"contact": 999}, 409), ({"given_on": "2999-01-01"}, 409), ({"about": {}}, 422), ({"tier": "moon"}, 422),
    ({"platform": "facebook", "tier": "web"}, 409), ({"about": {"photo": "maybe"}}, 422),
])  # fmt: skip
def test_what_cannot_be_recorded_changes_nothing(people, changed, status):
    assert call(people.head, f"/{people.zofia.pk}/answers", {**FORM, **changed})[0] == status
    assert not Answer.objects.of(people.school).filter(pupil=people.zofia).exists()


def test_the_answers_are_for_the_dsl_and_the_dpo(people):
    dpo = seat(cast.add_person(people.school, "Dara Quinn", "dpo"), people.school, at=AT)
    told = [call(who, f"/{people.oliver.pk}/answers") for who in (people.head, people.carys, dpo)]
    assert [status for status, _ in told] == [403, 200, 200]
    assert told[1][1][0]["state"] == "granted"


def test_the_dsl_alone_raises_and_ends_a_flag(people):
    path, why = f"/{people.oliver.pk}/flag", {"reason": "A court has said so."}
    refused, raised = call(people.head, path, why)[0], call(people.carys, path, why)[0]
    during = places(call(people.amara, f"/{people.oliver.pk}")[1])["social"]
    call(people.carys, f"{path}/end", {})
    after = places(call(people.amara, f"/{people.oliver.pk}")[1])["social"]
    assert (refused, raised, during, after) == (403, 200, [], ["photo"])
    assert Flag.objects.of(people.school).get().reason == "A court has said so."


def test_who_answers_is_decided_by_those_who_may_read_the_answers(people):
    body = {"who": "both", "reason": "A court has said so."}
    (told, _), (refused, _) = (
        call(who, f"/{people.oliver.pk}/who-answers", body) for who in (people.carys, people.head)
    )
    people.oliver.refresh_from_db()
    assert (told, refused, people.oliver.who_answers) == (200, 403, "both")


def test_a_pupil_leaves_and_stays(people):
    call(people.head, f"/{people.oliver.pk}/leave", {"on": "2026-07-17"})
    people.oliver.refresh_from_db()
    left = people.oliver.left_on
    call(people.head, f"/{people.oliver.pk}/stay", {})
    people.oliver.refresh_from_db()
    assert (str(left), people.oliver.left_on) == ("2026-07-17", None)
