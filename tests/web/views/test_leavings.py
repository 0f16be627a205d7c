import pytest

from gatepost.channels.actions import looking, register
from gatepost.duties import tasks
from gatepost.duties.actions import leaving
from gatepost.duties.models import Leaving
from gatepost.schools.actions import people as staff
from gatepost.schools.models import HeldRole
from gatepost.schools.queries import seat
from tests.cast import AT, add_person, add_school, by_system, cast
from tests.web.visits import by_everybody, get, post, seen, set_clock, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(name="people")
def _people(monkeypatch):
    set_clock(monkeypatch)
    people = cast()
    looking.add_admin(people.channel, person=people.amara.person, seat=people.head, at=AT)
    register.amend(people.channel, said={"owner": people.amara.person}, **by_system)
    return people


def begun(people, **said):
    form = {"why": "leaves", "last_day": "2026-11-20"} | said
    return post(people.head, f"people/{people.amara.person.pk}/leaves/", **form)


def row_of(people):
    return Leaving.objects.of(people.school).get()


def closed(people, row, **said):
    return post(people.head, f"people/leaving/{row.pk}/close/", **said)


@pytest.mark.parametrize("page", ["people/leaving/", "people/{person}/access/"])
def test_the_head_sees_who_leaves_and_what_they_reach_and_others_do_not(people, page):
    found = by_everybody(people, page.format(person=people.amara.person.pk))
    assert found == {"amara": 403, "ben": 403, "carys": 403, "head": 200, "dev": 404}


def test_the_dpo_sees_the_list_and_ticks_nothing(people):
    begun(people)
    row = row_of(people)
    dpo = seat(add_person(people.school, "Priya Shah", "dpo"), people.school, at=AT)
    page = get(dpo, f"people/leaving/{row.pk}/")
    refused = post(dpo, f"people/leaving/{row.pk}/close/", item=[one.pk for one in row.items.all()], proof="Seen.")
    assert (page.status_code, 'type="checkbox"' in seen(page), refused.status_code) == (200, False, 403)


def test_everything_is_closed_from_one_list_the_same_day(people):
    begun(people)
    row = row_of(people)
    answer = closed(
        people, row, item=[one.pk for one in row.items.all()], proof="Looked there.", to=people.ben.person.pk
    )
    row.refresh_from_db()
    assert (answer.status_code, row.done_at) == (302, AT)
    assert not seat(people.amara.person, people.school, at=AT).roles


def test_all_that_gatepost_can_end_ends_with_one_button_and_what_a_person_does_stays(people):
    begun(people)
    row = row_of(people)
    assert "Choose who takes over" in seen(closed(people, row, all="itself"))
    answer = closed(people, row, all="itself", to=people.ben.person.pk)
    left = {item.kind.by_itself for item in row.items.filter(done_at=None)}
    assert (answer.status_code, left, visitor(people.amara).get("/brookfield/").status_code) == (
        302, {False}, 302
    )  # fmt: skip


def test_only_people_who_may_do_it_are_offered_what_is_handed_over(people):
    gwen = add_person(people.school, "Gwen Price", "staff")
    begun(people)
    row = row_of(people)
    page = seen(get(people.head, f"people/leaving/{row.pk}/"))
    offered = [f'<option value="{one.pk}">' in page for one in (gwen, people.ben.person)]
    closed(people, row, item=[row.items.get(what="owner").pk], to=gwen.pk)
    assert (offered, row.items.get(what="owner").done_at) == ([False, True], None)


def test_a_tick_without_its_proof_loses_nothing_that_was_ticked_or_typed(people):
    begun(people)
    row = row_of(people)
    item = row.items.get(what="device")
    page = closed(people, row, item=[item.pk], to=people.ben.person.pk)
    assert (page.status_code, f'value="{item.pk}" checked' in seen(page)) == (422, True)
    assert f'value="{people.ben.person.pk}" selected' in seen(page)


@pytest.mark.parametrize("wrong", [{"why": ""}, {"last_day": "31 June"}, {"last_day": ""}, {"last_day": "2062-01-01"}])
def test_what_is_wrong_is_said_and_nothing_begins(people, wrong):
    held = HeldRole.objects.get(person=people.amara.person, role="teacher")
    page = begun(people, stays=[f"role:{held.pk}"], **wrong)
    assert (page.status_code, f'value="role:{held.pk}" checked' in seen(page)) == (422, True)
    assert not Leaving.objects.of(people.school).exists()


def test_whoever_works_at_another_school_too_is_named_with_what_to_do_instead(people):
    other = add_school(people.trust, "thornbeck", policy="southport")
    staff.give_role(people.amara.person, "teacher", school=other, **by_system)
    page = begun(people)
    assert (page.status_code, "another school of the trust" in seen(page), 'value="2026-11-20"' in seen(page)) == (
        422, True, True
    )  # fmt: skip


def test_whoever_changes_jobs_keeps_what_is_ticked(people):
    held = HeldRole.objects.get(person=people.amara.person, role="teacher")
    begun(people, why="moves", stays=[f"role:{held.pk}"])
    assert [item.about for item in row_of(people).items.filter(stays=True)] == [f"role:{held.pk}"]


def test_the_list_puts_what_is_overdue_first_and_says_so(people):
    leaving.begin(people.ben.person, last_day=AT.date().replace(month=12), why="leaves", seat=people.head, at=AT)
    begun(people, last_day="2026-11-19", sure="yes")
    page = seen(get(people.head, "people/leaving/"))
    assert page.index("Amara Begum</a>") < page.index("Overdue") < page.index("Ben Oduya</a>")


def test_the_central_team_sees_every_school_of_the_trust_and_a_head_only_their_own(people):
    begun(people)
    other = add_school(people.trust, "thornbeck", policy="southport")
    central = seat(add_person(other, "Nia Cole", "central_team"), other, at=AT)
    head = seat(add_person(other, "Ivor Lane", "headteacher"), other, at=AT)
    found = [seen(visitor(one).get("/thornbeck/people/leaving/")) for one in (central, head)]
    assert ["Amara Begum" in page for page in found] == [True, False]


def test_the_head_finds_it_among_their_duties(people):
    begun(people)
    assert f'href="/brookfield/people/leaving/{row_of(people).pk}/"' in seen(get(people.head, ""))


def test_whoever_is_signed_in_when_their_access_ends_is_signed_out(people):
    browser = visitor(people.amara)
    before = browser.get("/brookfield/").status_code
    begun(people, last_day="2026-11-19", sure="yes")
    after = browser.get("/brookfield/")
    assert (before, after.status_code, "/account/login" in after.headers["Location"]) == (200, 302, True)


def test_before_anything_ends_at_once_it_says_what_and_asks(people):
    held = HeldRole.objects.get(person=people.amara.person, role="teacher")
    asked = begun(people, last_day="2026-11-19", why="moves", stays=[f"role:{held.pk}"])
    assert ("End their access now?" in seen(asked), "Teacher at" in seen(asked), "Poster at" in seen(asked)) == (
        True,
        False,
        True,
    )
    again = begun(people, last_day="2026-11-19", why="moves", stays=[f"role:{held.pk}"], again="yes")
    assert ('value="2026-11-19"' in seen(again), f'value="role:{held.pk}" checked' in seen(again)) == (True, True)
    assert not Leaving.objects.of(people.school).exists()


@pytest.mark.parametrize("day", ["2026-11-19", "2026-11-20"])
def test_nobody_ends_their_own_access_by_a_slip_and_is_told_who_can(people, day):
    staff.give_role(people.ben.person, "headteacher", school=people.school, **by_system)
    page = post(people.head, f"people/{people.head.person.pk}/leaves/", why="leaves", last_day=day, sure="yes")
    assert (page.status_code, "or ask Ben Oduya to do it" in seen(page)) == (422, True)
    ahead = post(people.head, f"people/{people.head.person.pk}/leaves/", why="leaves", last_day="2026-11-21")
    assert (ahead.status_code, row_of(people).person) == (302, people.head.person)
    early = closed(people, row_of(people), item=[row_of(people).items.get(what="sign_in").pk])
    assert (early.status_code, "or ask Ben Oduya to do it" in seen(early)) == (422, True)


def test_that_a_school_would_be_without_a_head_is_said(people):
    central = seat(add_person(people.school, "Nia Cole", "central_team"), people.school, at=AT)
    page = post(central, f"people/{people.head.person.pk}/leaves/", why="leaves", last_day="2026-11-19")
    assert "Nobody else is headteacher of Brookfield" in seen(page)


def test_taken_back_they_stay(people):
    begun(people)
    post(people.head, f"people/leaving/{row_of(people).pk}/take-back/")
    tasks.close_leavers(at=AT.replace(day=25))
    assert row_of(people).withdrawn_at == AT
    assert seat(people.amara.person, people.school, at=AT).roles


def test_the_own_page_offers_no_tick_for_what_is_done_by_hand_and_no_way_back(people):
    staff.give_role(people.ben.person, "headteacher", school=people.school, **by_system)
    ben = seat(people.ben.person, people.school, at=AT)
    row = leaving.begin(people.head.person, last_day=AT.date().replace(month=12), why="leaves", seat=ben, at=AT)
    own, other = (seen(get(one, f"people/leaving/{row.pk}/")) for one in (people.head, ben))
    ticks = [f'value="{item.pk}"' for item in row.items.filter(what__in=["device", "passwords", "tools"])]
    assert [any(tick in page for tick in ticks) for page in (own, other)] == [False, True]
    assert ["Take it back" in page for page in (own, other)] == [False, True]
    assert "Ask Ben Oduya to do it." in own


def test_once_something_has_ended_the_page_says_what_to_do_instead_of_taking_it_back(people):
    begun(people, last_day="2026-12-18")
    row = row_of(people)
    closed(people, row, item=[row.items.get(what="admin").pk])
    page = seen(post(people.head, f"people/leaving/{row.pk}/take-back/"))
    assert ("record anew, under People" in page, "Take it back" in page, row_of(people).withdrawn_at) == (
        True, False, None
    )  # fmt: skip


def test_the_page_of_somebody_says_what_they_need_before_they_can_post(people):
    register.remove_poster(people.channel.posters.get(person=people.amara.person), **by_system)
    page = seen(get(people.head, f"people/{people.amara.person.pk}/"))
    assert page.count("(still needed)") == 1


def test_what_somebody_reaches_stands_on_one_page(people):
    page = seen(get(people.head, f"people/{people.amara.person.pk}/access/"))
    for words in ("Administrator of", "Posts on", "Owner of", "Teacher at"):
        assert words in page


def test_a_leaving_of_another_school_is_not_there(people):
    begun(people)
    far = people.dev
    assert visitor(far).get(f"/{far.school.slug}/people/leaving/{row_of(people).pk}/").status_code == 404
