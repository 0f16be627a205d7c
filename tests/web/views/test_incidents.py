from datetime import timedelta

import pytest
from django.utils.html import escape

from gatepost import library
from gatepost.handbook.incidents import has_incident_mode, incident_clauses
from gatepost.publishing.actions import incidents, stops
from gatepost.publishing.asking import policy_now
from gatepost.publishing.models import Incident, Stop
from gatepost.schools.queries import seat
from gatepost.schools.seat import Seat
from tests.cast import AT, Cast, add_person, cast
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch, AT + timedelta(minutes=30))


@pytest.fixture
def people() -> Cast:
    return cast()


def central(people: Cast) -> Seat:
    return seat(add_person(people.school, "Dana Cole", "central_team"), people.school, at=AT)


def stopped(people: Cast) -> Stop:
    return stops.start(seat=people.head, reason="A mistake.", at=AT)


def declared(people: Cast) -> Incident:
    return incidents.declare(
        seat=people.head, reason="A flood.", channels=[people.channel], people=[people.head.person], at=AT
    )


def test_every_member_of_staff_sees_how_things_stand_and_dev_does_not(people):
    everybody = {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}
    assert by_everybody(people, "incident/") == everybody


@pytest.mark.parametrize("policy", library.IDS)
def test_only_where_the_policy_says_who_speaks_can_an_incident_be_declared(policy):
    people = cast(policy=policy)
    page = seen(get(people.head, "incident/"))
    has = has_incident_mode(policy_now(people.school, at=AT).policy)
    assert ("Declare an incident" in page, "says nothing of who speaks" in page) == (has, not has)


def test_where_the_policy_is_silent_the_stop_is_offered():
    silent = next(one for one in library.IDS if not _has_mode(one))
    page = seen(get(cast(policy=silent, slug="brookfield").head, "incident/"))
    assert ("You can stop all publishing instead" in page, "Stop all publishing</button>" in page) == (True, True)


def _has_mode(policy: str) -> bool:
    return has_incident_mode(library.compiled(policy))


def test_whoever_may_not_is_told_who_can(people):
    page = seen(get(people.amara, "incident/"))
    assert ("Who can stop publishing" in page, "<textarea" in page) == (True, False)


@pytest.mark.parametrize(("act", "who"), [("stop", "amara"), ("stop", "ben"), ("declare", "amara"), ("declare", "ben")])
def test_neither_the_author_nor_the_approver_stops_or_declares(people, act, who):
    assert post(getattr(people, who), f"incident/{act}/", words="Now").status_code == 403
    assert (Stop.objects.exists(), Incident.objects.exists()) == (False, False)


def test_the_stop_is_started_and_ended_with_words(people):
    post(people.head, "incident/stop/", words="A mistake.")
    assert "Publishing is stopped" in seen(get(people.amara, "incident/"))
    post(people.head, f"incident/stop/{Stop.objects.get().pk}/end/", words="Put right.")
    assert "All is as usual" in seen(get(people.amara, "incident/"))


def test_a_stop_without_a_reason_is_refused(people):
    answer = post(people.head, "incident/stop/", words="  ")
    assert (answer.status_code, "There’s a problem" in seen(answer), Stop.objects.exists()) == (422, True, False)


def test_only_the_central_team_stops_the_whole_trust_and_what_was_typed_stays(people):
    answer = post(people.head, "incident/stop/", words="A mistake.", whole_trust="yes")
    assert (answer.status_code, "A mistake." in seen(answer), Stop.objects.exists()) == (422, True, False)
    assert post(central(people), "incident/stop/", words="A mistake.", whole_trust="yes").status_code == 302


def test_a_stop_of_the_trust_is_not_the_heads_to_end(people):
    stop = stops.start(seat=central(people), reason="A mistake.", at=AT, whole_trust=True)
    assert "The central team ends a stop of the whole trust" in seen(get(people.head, "incident/"))
    assert post(people.head, f"incident/stop/{stop.pk}/end/", words="Fine.").status_code == 422


def test_an_incident_names_who_speaks_where(people):
    sent = {"words": "A flood.", "channels": people.channel.pk, "people": people.head.person.pk}
    assert post(people.head, "incident/declare/", **sent).status_code == 302
    page = seen(get(people.amara, "incident/"))
    assert ("Helen Achebe" in page, "Brookfield Primary on Facebook" in page) == (True, True)


def test_a_refused_incident_keeps_what_was_chosen(people):
    sent = {"words": "", "channels": people.channel.pk, "people": people.head.person.pk}
    answer = post(people.head, "incident/declare/", **sent)
    assert (answer.status_code, seen(answer).count("checked")) == (422, 2)


def test_all_that_is_missing_is_said_at_once_and_leads_to_its_field(people):
    answer = post(people.head, "incident/declare/", words=" ")
    fields = ("incident-words", "incident-channels", "incident-people")
    assert (answer.status_code, Incident.objects.exists()) == (422, False)
    assert [f'href="#{one}"' in seen(answer) and f'id="{one}"' in seen(answer) for one in fields] == [True] * 3


def test_an_account_is_asked_for_even_where_the_words_are_there(people):
    page = seen(post(people.head, "incident/declare/", words="A flood."))
    assert ('href="#incident-words"' in page, 'href="#incident-channels"' in page) == (False, True)


def test_the_words_of_the_clauses_stand_there_and_not_only_where_they_are(people):
    policy = policy_now(people.school, at=AT).policy
    ref = incident_clauses(policy)[0]
    point = next(one for one in policy.document.points if one.ref == ref and one.carriers)
    assert escape(point.wording or point.says) in seen(get(people.amara, "incident/"))


def test_somebody_of_another_trust_is_never_among_those_who_speak(people):
    sent = {"words": "A flood.", "people": people.dev.person.pk, "channels": people.channel.pk}
    assert post(people.head, "incident/declare/", **sent).status_code == 422
    assert not Incident.objects.exists()


def test_an_incident_is_ended_with_a_note(people):
    incident = declared(people)
    assert post(people.head, f"incident/{incident.pk}/end/", words="").status_code == 422
    assert post(people.head, f"incident/{incident.pk}/end/", words="It is over.").status_code == 302


def test_dev_ends_neither_through_his_own_school(people):
    stop, incident = stopped(people), declared(people)
    client, here = visitor(people.dev), f"/{people.other.slug}/incident"
    assert client.post(f"{here}/stop/{stop.pk}/end/", {"words": "Fine."}).status_code == 404
    assert client.post(f"{here}/{incident.pk}/end/", {"words": "Fine."}).status_code == 404


def test_it_costs_twelve_queries_at_most(people):
    assert queries_of(people.head, "incident/") <= 12
    stopped(people)
    declared(people)
    assert queries_of(people.head, "incident/") <= 12
