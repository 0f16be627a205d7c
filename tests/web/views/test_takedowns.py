from datetime import timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.duties.models import Duty
from gatepost.publishing.actions import signoff, takedowns, withdrawals
from gatepost.publishing.models import Delivery
from gatepost.schools.queries import seat
from tests.cast import AT, Cast, add_person, cast, published, ready
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch, AT + timedelta(hours=3))


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def delivery(people) -> Delivery:
    return published(people)


def asked(people: Cast, delivery: Delivery) -> None:
    takedowns.ask(delivery, seat=people.head, reason="A permission has changed.", at=AT)


def status(delivery: Delivery) -> str:
    return Delivery.objects.of(delivery.version.post.school_id).get(pk=delivery.pk).status


def test_everybody_who_sees_posts_sees_it_and_dev_does_not(people, delivery):
    everybody = {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}
    assert by_everybody(people, f"deliveries/{delivery.pk}/take-down/") == everybody


@pytest.mark.parametrize("act", ["ask", "done"])
def test_dev_does_nothing_to_it_through_either_school(people, delivery, act):
    sent = {"reason": "Mine", "proof": "Mine"}
    client = visitor(people.dev)
    for slug in ("brookfield", people.other.slug):
        assert client.post(f"/{slug}/deliveries/{delivery.pk}/take-down/{act}/", sent).status_code == 404
    assert status(delivery) == "published"


def test_asking_gives_the_task_to_whoever_posted_it(people, delivery):
    answer = post(people.ben, f"deliveries/{delivery.pk}/take-down/ask/", reason="A permission has changed.")
    assert (answer.status_code, Duty.objects.of(people.school).get().owner) == (302, people.amara.person)


def test_asking_without_a_reason_is_refused(people, delivery):
    answer = post(people.ben, f"deliveries/{delivery.pk}/take-down/ask/", reason=" ")
    assert (answer.status_code, Duty.objects.of(people.school).exists()) == (422, False)


def test_whoever_only_reads_may_not_ask(people, delivery):
    governor = seat(add_person(people.school, "Gwen Hughes", "governor"), people.school, at=AT)
    assert "Why should it come down" not in seen(get(governor, f"deliveries/{delivery.pk}/take-down/"))
    answer = post(governor, f"deliveries/{delivery.pk}/take-down/ask/", reason="Please")
    assert (answer.status_code, Duty.objects.of(people.school).exists()) == (422, False)


def test_the_page_names_the_reason_the_owner_and_the_time(people, delivery):
    asked(people, delivery)
    page = seen(get(people.head, f"deliveries/{delivery.pk}/take-down/"))
    assert "A permission has changed." in page
    assert ("Amara Begum deletes it" in page, "By Tuesday 24 November at 4pm" in page) == (True, True)


def test_a_task_past_its_time_is_overdue(people, delivery, monkeypatch):
    asked(people, delivery)
    set_clock(monkeypatch, AT + timedelta(days=5))
    assert "Overdue" in seen(get(people.head, f"deliveries/{delivery.pk}/take-down/"))


def test_it_is_down_with_proof_and_the_time_that_it_took(people, delivery):
    asked(people, delivery)
    post(people.amara, f"deliveries/{delivery.pk}/take-down/done/", proof="The address says it is gone.")
    page = seen(get(people.head, f"deliveries/{delivery.pk}/take-down/"))
    assert ("The address says it is gone." in page, "3 hours" in page) == (True, True)


def test_it_is_not_down_without_proof_and_what_was_typed_stays(people, delivery):
    asked(people, delivery)
    answer = post(people.amara, f"deliveries/{delivery.pk}/take-down/done/", proof="  ")
    assert (answer.status_code, status(delivery), "how one can tell" in seen(answer)) == (422, "published", True)


def test_what_is_not_out_is_stopped_and_not_taken_down(people):
    page = seen(get(people.head, f"deliveries/{ready(people).pk}/take-down/"))
    assert "nothing to take down" in page


def test_the_archive_says_that_it_is_to_come_down(people, delivery):
    asked(people, delivery)
    assert "To come down" in seen(get(people.ben, "archive/"))


def test_it_costs_twelve_queries_at_most(people, delivery):
    asked(people, delivery)
    assert queries_of(people.amara, f"deliveries/{delivery.pk}/take-down/") <= 12


def test_the_list_shows_what_is_to_come_down_and_how_late_it_is_in_school_days(people, delivery, monkeypatch):
    asked(people, delivery)
    assert "Not down yet" in seen(get(people.head, "take-downs/"))
    set_clock(monkeypatch, AT + timedelta(days=10))  # due on Tuesday; now it is Monday
    page = seen(get(people.head, "take-downs/"))
    assert ("Overdue" in page, "4 school days late" in page) == (True, True)


def test_what_is_down_stays_on_the_list_with_the_proof(people, delivery):
    asked(people, delivery)
    post(people.amara, f"deliveries/{delivery.pk}/take-down/done/", proof="The address says it is gone.")
    page = seen(get(people.head, "take-downs/"))
    assert "The address says it is gone." in page
    assert f"{people.amara.person} takes it down" not in page


def test_every_use_of_a_pupil_stands_on_one_page_and_why_on_none(people):
    published(people, shown=(people.oliver,))
    ready(people, shown=(people.oliver,))
    page = seen(get(people.head, f"pupils/{people.oliver.pk}/uses/"))
    assert ("in a picture" in page, "Signed off, not out yet" in page, "refused" in page) == (True, True, False)


def test_nothing_of_the_list_of_uses_is_handed_to_a_family(people, delivery):
    asked(people, delivery)
    page = seen(get(people.head, f"pupils/{people.oliver.pk}/uses/"))
    assert ("comes down by" in page, "Print nothing from this list for anybody in the family" in page) == (False, True)


def test_a_look_at_the_uses_of_a_pupil_is_on_record(people):
    get(people.head, f"pupils/{people.oliver.pk}/uses/")
    assert Event.objects.filter(kind="pupil.looked_at", subject=f"pupil:{people.oliver.pk}").count() == 1


def test_what_was_stopped_before_it_went_out_stands_below_whyever_it_was(people):
    stopped = ready(people, text="Our volcano went off.", shown=(people.oliver,))
    taken_back = ready(people, text="Our second volcano.")
    withdrawals.set_flag(people.oliver, reason="A court has said so.", seat=people.carys, at=AT)
    signoff.recall(taken_back.version.post, seat=people.amara, at=AT)
    page = seen(get(people.ben, "take-downs/"))
    below = page.partition("Stopped before it went out")[2]
    assert ("Our volcano" in below, "Our second volcano" in below) == (True, True)
    for why in (stopped, taken_back):
        why.refresh_from_db()
        assert why.ended_because not in page


def test_the_office_reads_the_list_and_is_offered_nothing_that_it_may_not_do(people, delivery):
    asked(people, delivery)
    office = seat(add_person(people.school, "Olga Price", "office"), people.school, at=AT)
    page = seen(get(office, "take-downs/"))
    assert ("Not down yet" in page, f"deliveries/{delivery.pk}/" in page) == (True, False)
    assert get(office, f"deliveries/{delivery.pk}/take-down/").status_code == 403
