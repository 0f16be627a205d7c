from datetime import timedelta

import pytest

from gatepost.channels.actions import locks, looking
from gatepost.publishing.actions import handover, signoff, stops, strays, takedowns
from gatepost.publishing.models import Delivery
from gatepost.schools.queries import seat
from tests.cast import AT, Cast, add_person, cast, published, ready
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, sibling, visitor

pytestmark = pytest.mark.django_db
ADDRESS = "https://facebook.example/posts/7"


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch, AT + timedelta(minutes=30))


@pytest.fixture
def people() -> Cast:
    return cast()


def claimed(people: Cast) -> Delivery:
    return handover.claim(ready(people), seat=people.amara, at=AT)


def status(delivery: Delivery) -> str:
    return Delivery.objects.of(delivery.version.post.school_id).get(pk=delivery.pk).status


def test_everybody_who_sees_posts_sees_what_is_to_go_out_and_dev_does_not(people):
    delivery = ready(people)
    everybody = {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}
    assert by_everybody(people, "to-go-out/") == everybody
    assert by_everybody(people, f"deliveries/{delivery.pk}/") == everybody


@pytest.mark.parametrize("act", ["claim", "open", "live", "give-back", "verify", "pull", "stray"])
def test_dev_does_nothing_to_a_delivery_of_ours_through_either_school(people, act):
    delivery = ready(people)
    client = visitor(people.dev)
    answers = [client.post(f"/{slug}/deliveries/{delivery.pk}/{act}/") for slug in ("brookfield", people.other.slug)]
    assert ([answer.status_code for answer in answers], status(delivery)) == ([404, 404], "ready")


def test_a_school_of_the_same_trust_does_not_find_it(people):
    assert visitor(people.head).get(f"/{sibling(people)}/deliveries/{ready(people).pk}/").status_code == 404


@pytest.mark.parametrize("act", ["claim", "open", "live"])
def test_an_approver_who_does_not_post_is_refused(people, act):
    delivery = ready(people)
    assert (post(people.ben, f"deliveries/{delivery.pk}/{act}/").status_code, status(delivery)) == (403, "ready")


def test_an_empty_list_says_that_nothing_waits_and_not_that_everything_is_out(people):
    handover.pull(ready(people), seat=people.amara, reason="The date changed.", at=AT)
    page = seen(get(people.amara, "to-go-out/"))
    assert ("Nothing is waiting to go out" in page, "everything" in page.lower()) == (True, False)


def test_without_a_planned_time_it_is_to_be_posted_within_a_day(people, monkeypatch):
    ready(people)
    assert "To be posted within a day of sign-off" in seen(get(people.amara, "to-go-out/"))
    set_clock(monkeypatch, AT + timedelta(days=2))
    assert "It was to be out within a day of sign-off" in seen(get(people.amara, "to-go-out/"))


def test_a_live_post_that_is_to_come_down_is_not_looked_at_but_taken_down(people):
    delivery = published(people)
    takedowns.ask(delivery, seat=people.ben, reason="A permission has changed.", at=AT)
    page = seen(get(people.amara, f"deliveries/{delivery.pk}/"))
    assert ("To come down by" in page, "I’ve looked" in page, "Take it down" in page) == (True, False, True)


def test_an_address_on_another_host_is_pointed_out_after_it_is_marked_live(people):
    delivery = claimed(people)
    assert post(people.amara, f"deliveries/{delivery.pk}/live/", address="https://example.com/7").status_code == 302
    assert "It is at example.com" in seen(get(people.amara, f"deliveries/{delivery.pk}/"))


def test_a_post_that_was_stopped_leads_its_author_back_to_it_and_nobody_else(people):
    delivery = ready(people)
    handover.pull(delivery, seat=people.ben, reason="The date changed.", at=AT)
    link = f'href="/brookfield/posts/{delivery.version.post_id}/">Go to your post'
    assert [link in seen(get(who, f"deliveries/{delivery.pk}/")) for who in (people.amara, people.ben)] == [True, False]


def test_a_post_whose_approval_no_longer_holds_leads_its_author_to_the_draft(people):
    delivery = ready(people)
    signoff.void(delivery.version, because="A permission has changed.", by=people.ben.actor, at=AT)
    assert "Go on with the draft" in seen(get(people.amara, f"deliveries/{delivery.pk}/"))


def test_what_should_be_out_by_now_is_overdue(people, monkeypatch):
    ready(people)
    assert "Overdue" not in seen(get(people.amara, "to-go-out/"))
    set_clock(monkeypatch, AT + timedelta(days=2))
    assert "1 of them overdue" in seen(get(people.amara, "to-go-out/"))


def test_it_is_taken_on_posted_and_marked_live(people):
    delivery = ready(people)
    assert post(people.amara, f"deliveries/{delivery.pk}/claim/").status_code == 302
    answer = post(people.amara, f"deliveries/{delivery.pk}/live/", address=f" {ADDRESS} ")
    assert (answer.status_code, status(delivery)) == (302, "published")


def test_an_address_that_is_none_is_kept_and_said_to_be_none(people):
    delivery = claimed(people)
    answer = post(people.amara, f"deliveries/{delivery.pk}/live/", address="facebook, I think")
    page = seen(answer)
    assert (answer.status_code, status(delivery)) == (422, "claimed")
    assert ("facebook, I think" in page, "begins with https://" in page) == (True, True)


def test_it_is_not_live_before_somebody_took_it_on(people):
    delivery = ready(people)
    answer = post(people.amara, f"deliveries/{delivery.pk}/live/", address=ADDRESS)
    assert (answer.status_code, status(delivery)) == (422, "ready")


def test_only_whoever_took_it_on_marks_it_live(people):
    delivery = claimed(people)
    answer = post(people.head, f"deliveries/{delivery.pk}/live/", address=ADDRESS)
    assert (answer.status_code, status(delivery)) == (422, "claimed")


def test_others_see_who_is_posting_it(people):
    delivery = claimed(people)
    page = seen(get(people.head, f"deliveries/{delivery.pk}/"))
    assert ("Amara Begum is posting this" in page, "It’s live" in page) == (True, False)


def test_it_can_be_given_back(people):
    delivery = claimed(people)
    assert (post(people.amara, f"deliveries/{delivery.pk}/give-back/").status_code, status(delivery)) == (302, "ready")


def test_opening_the_pack_goes_on_record_and_leads_to_it(people):
    delivery = claimed(people)
    answer = post(people.amara, f"deliveries/{delivery.pk}/open/")
    assert answer["Location"] == f"/brookfield/packs/{delivery.key}/"
    assert "opened the copy pack" in seen(get(people.amara, f"posts/{delivery.version.post_id}/history/"))


def test_a_pack_that_may_not_be_opened_says_why(people):
    delivery = claimed(people)
    stops.start(seat=people.head, reason="A mistake.", at=AT)
    answer = post(people.amara, f"deliveries/{delivery.pk}/open/")
    assert (answer.status_code, "All publishing is stopped" in seen(answer)) == (422, True)


def test_a_live_post_is_looked_at(people):
    delivery = published(people)
    assert "I’ve looked" in seen(get(people.ben, f"deliveries/{delivery.pk}/"))
    assert (post(people.ben, f"deliveries/{delivery.pk}/verify/").status_code, status(delivery)) == (302, "verified")


def test_it_is_stopped_with_a_reason(people):
    delivery = ready(people)
    assert post(people.ben, f"deliveries/{delivery.pk}/pull/", reason="The date changed.").status_code == 302
    page = seen(get(people.amara, f"deliveries/{delivery.pk}/"))
    assert ("The date changed." in page, "cannot see a copy" in page) == (True, True)


def test_it_is_not_stopped_without_a_reason(people):
    delivery = ready(people)
    assert (post(people.ben, f"deliveries/{delivery.pk}/pull/").status_code, status(delivery)) == (422, "ready")


def test_whoever_only_reads_is_offered_nothing_to_press(people):
    governor = seat(add_person(people.school, "Gwen Hughes", "governor"), people.school, at=AT)
    page = seen(get(governor, f"deliveries/{ready(people).pk}/"))
    assert ("I’ll post it" in page, "Stop it before" in page) == (False, False)


@pytest.mark.parametrize("many", [2, 12])
def test_the_list_costs_the_same_however_much_there_is(people, many):
    for _ in range(many):
        ready(people)
    assert queries_of(people.amara, "to-go-out/") <= 12


def test_one_hand_over_costs_twelve_queries_at_most(people):
    assert queries_of(people.amara, f"deliveries/{claimed(people).pk}/") <= 12


def test_what_keeps_it_in_is_said_before_anybody_presses_a_button(people):
    delivery = ready(people)
    looking.record_check(people.channel, kind="mfa", found="not_in_order", seat=people.head, at=AT)
    page, listed = (seen(get(people.amara, where)) for where in (f"deliveries/{delivery.pk}/", "to-go-out/"))
    assert ("Two-step sign-in: not in order" in page, "Has to wait" in listed) == (True, True)


def test_what_the_policy_asks_of_the_account_and_posting_goes_on_without_is_told_beside_the_button(people):
    delivery = ready(people)
    looking.record_check(people.channel, kind="privacy_notice", found="not_in_order", seat=people.head, at=AT)
    page = seen(get(people.amara, f"deliveries/{delivery.pk}/"))
    assert "Privacy notice: not in order (our policy, 2.official.b6)." in page
    assert "I’ll post it" in page


@pytest.mark.parametrize("where", ["", "posts/", "to-go-out/", "deliveries/{}/"])
def test_wherever_a_post_stands_nobody_is_told_to_post_it_on_a_locked_account(people, where):
    place, ready_to_post = where.format(ready(people).pk), ("I’ll post it", "Ready to post", "Post it<")
    assert any(words in seen(get(people.amara, place)) for words in ready_to_post)
    locks.lock(people.channel, reason="A post that nobody here wrote.", seat=people.head, at=AT)
    page = seen(get(people.amara, place))
    assert [words for words in ready_to_post if words in page] == []
    assert "has to wait" in page.casefold()


def test_what_was_stopped_and_is_up_already_is_said_to_be_and_comes_down(people):
    delivery = claimed(people)
    signoff.void(delivery.version, because="A permission has changed.", by=people.ben.actor, at=AT)
    page = seen(get(people.amara, f"deliveries/{delivery.pk}/"))
    assert "It is up there already" in page
    assert post(people.amara, f"deliveries/{delivery.pk}/stray/", address=ADDRESS).status_code == 302
    page = seen(get(people.amara, f"deliveries/{delivery.pk}/"))
    told = [words in page for words in ("It had been stopped.", "This post is to come down", "I’ve looked")]
    assert told == [True, True, False]


def test_whoever_presses_live_on_what_was_stopped_meanwhile_is_told_to_delete_it(people):
    delivery = claimed(people)
    signoff.void(delivery.version, because="A permission has changed.", by=people.ben.actor, at=AT)
    answer = post(people.amara, f"deliveries/{delivery.pk}/live/", address=ADDRESS)
    assert (answer.status_code, status(delivery)) == (422, "stray")
    assert "delete it there" in seen(answer)
    assert "Not down yet" in seen(get(people.amara, "take-downs/"))


def test_an_address_that_somebody_else_typed_is_not_lost_when_it_was_stopped(people):
    delivery = claimed(people)
    signoff.void(delivery.version, because="A permission has changed.", by=people.ben.actor, at=AT)
    answer = post(people.head, f"deliveries/{delivery.pk}/live/", address=ADDRESS)
    assert (answer.status_code, status(delivery), f'value="{ADDRESS}"' in seen(answer)) == (422, "pulled", True)


def test_where_it_went_is_told_as_up_although_it_was_stopped(people):
    delivery = claimed(people)
    handover.pull(delivery, seat=people.amara, reason="The date changed.", at=AT)
    strays.report(delivery, address=ADDRESS, seat=people.ben, at=AT)
    told = {
        f"versions/{delivery.version_id}/": "Up although it was stopped",
        "archive/": "up all the same",
        "posts/": "although it was stopped",
    }
    assert [where for where, words in told.items() if words not in seen(get(people.amara, where))] == []


def test_whoever_only_reads_is_not_asked_where_it_is(people):
    delivery = claimed(people)
    handover.pull(delivery, seat=people.amara, reason="The date changed.", at=AT)
    governor = seat(add_person(people.school, "Gwen Hughes", "governor"), people.school, at=AT)
    assert "It is up there already" not in seen(get(governor, f"deliveries/{delivery.pk}/"))
    answer = post(governor, f"deliveries/{delivery.pk}/stray/", address=ADDRESS)
    assert (answer.status_code, status(delivery)) == (403, "pulled")
