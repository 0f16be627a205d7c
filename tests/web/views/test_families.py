"""A family's page: its own answers, changed in two taps, by a link that opens nothing else."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from gatepost.channels.actions import register
from gatepost.consents.actions import answers, contacts, links, wordings
from gatepost.consents.effective import looked_up
from gatepost.consents.models import Answer, Flag, Link, Pupil, Wording
from gatepost.duties.models import Duty
from gatepost.publishing.actions import takedowns, withdrawals
from gatepost.publishing.models import Delivery
from gatepost.schools.errors import UnableTo
from tests import cast
from tests.cast import by_system

pytestmark = pytest.mark.django_db
SOCIAL = "answer-social-photo"
FACEBOOK = "answer-social-facebook-photo"


@pytest.fixture
def school():
    cache.clear()
    return cast.cast()


@pytest.fixture
def mother(school):
    return contacts.add(school.oliver, name="Grace Hartley", relationship="Mother", email="g@home.example", **by_system)


@pytest.fixture
def address(school, mother):
    made = links.make(school.oliver, contact=mother, seat=school.head, at=timezone.now())
    return f"/families/{made.token}/"


def say(pupil, contact, *, state="granted", element="photo"):
    answers.record(pupil, element=element, tier="social", state=state, given_by="parent", contact=contact, **by_system)


def post(address, **chosen):
    """Send the form of the page as a browser would, with what was chosen."""
    page = Client().get(address).content.decode()
    words = re.search(r'name="words" value="(\w+)"', page)[1]
    return Client(enforce_csrf_checks=True).post(address, {"words": words, **chosen}, follow=True)


def own(school, contact):
    rows = Answer.objects.of(school.school).filter(contact=contact).order_by("-pk")
    return [(one.tier, one.element, one.state, one.method) for one in rows]


def test_a_no_is_recorded_with_who_gave_it_how_and_on_which_words(school, mother, address):
    say(school.oliver, mother)
    post(address, **{SOCIAL: "no"})
    last = Answer.objects.of(school.school).order_by("pk").last()
    assert (last.state, last.contact, last.method, last.given_by) == ("withdrawn", mother, "link", "parent")
    assert "Anybody in the world can see it" in last.wording.text


def test_a_no_stops_and_takes_down_at_once_and_the_family_is_told(school, mother, address):
    say(school.oliver, mother)
    cast.published(school, shown=(school.oliver,))
    page = post(address, **{SOCIAL: "no"}).content.decode()
    assert "comes down by" in page
    assert "What we cannot call back" in page


def says_no(school, contact, *, pupil=None, at=cast.AT, **fields):
    """Take a yes back by any door, with what follows."""
    answer = {"element": "photo", "tier": "social", "state": "withdrawn", "given_by": "parent", **fields}
    return withdrawals.record_answer(pupil or school.oliver, contact=contact, by=cast.SYSTEM, at=at, **answer)


def test_what_was_taken_down_at_ones_own_no_stays_on_the_page(school, mother, address):
    live = cast.published(school, shown=(school.oliver,))
    says_no(school, mother)
    takedowns.done(live, seat=school.amara, proof="Gone.", at=cast.AT)
    page = Client().get(address).content.decode()
    assert "taken down on 20 November 2026" in page
    assert "What we cannot call back" in page


def test_what_came_down_at_ones_own_no_is_told_also_after_another_yes(school, mother, address):
    cast.published(school, shown=(school.oliver,))
    says_no(school, mother)
    says_no(school, mother, state="granted", at=cast.AT + timedelta(hours=1))
    assert "What we take down" in Client().get(address).content.decode()


def test_a_yes_takes_as_many_taps_as_a_no(school, mother, address):
    post(address, **{FACEBOOK: "yes"})
    assert own(school, mother) == [("social", "photo", "granted", "link")]


def test_what_is_not_changed_is_not_recorded_again(school, mother, address):
    say(school.oliver, mother)
    post(address, **{SOCIAL: "yes"})
    assert len(own(school, mother)) == 1


def test_no_to_everything_is_one_button(school, mother, address):
    post(address, everything="no")
    assert {one[2] for one in own(school, mother)} == {"refused"}
    assert len(own(school, mother)) == 36


def flag(school):
    withdrawals.set_flag(school.oliver, reason="A reason.", seat=school.carys, at=cast.AT)


def father_says(state):
    """What another parent does about the same pupil."""

    def say_it(school):
        father = contacts.add(school.oliver, name="Adam Hartley", relationship="Father", **by_system)
        answers.record(school.oliver, element="photo", tier="social", state=state, given_by="parent", contact=father,
                       **by_system)  # fmt: skip

    return say_it


def pupil_says_no(school):
    answers.record(school.oliver, element="photo", tier="social", state="refused", given_by="pupil", **by_system)


def leaves(school):
    withdrawals.leave(school.oliver, on=cast.AT.date() - timedelta(days=1), **by_system)


def may(school, platform):
    _, held = looked_up(school.school, [school.oliver.pk], at=timezone.now())
    return held["social"][school.oliver.pk].on(platform).allows("photo")


@pytest.fixture
def by_platform(school):
    """The school asks about Facebook by itself; the father has said yes to all of social media, long ago."""
    wordings.publish(text="On Facebook?", tier="social", platform="facebook", seat=school.head, at=cast.AT)
    father_says("granted")(school)


def test_no_to_everything_is_a_no_on_every_platform_also_where_only_some_are_asked_about(
    school, mother, address, by_platform
):
    before = may(school, "instagram")
    post(address, everything="no")
    assert (before, [may(school, one) for one in ("facebook", "instagram")]) == (True, [False, False])


def test_what_somebody_answered_about_all_of_social_media_can_be_taken_back_where_platforms_are_asked_about(
    school, mother, address, by_platform
):
    say(school.oliver, mother)
    post(address, **{SOCIAL: "no"})
    assert (own(school, mother)[0][2], may(school, "instagram")) == ("withdrawn", False)


OTHERS = {
    "the DSL flags": flag, "the father says no": father_says("refused"), "the father says yes": father_says("granted"),
    "the father objects": father_says("objected"), "the pupil says no": pupil_says_no, "the pupil leaves": leaves,
}  # fmt: skip


def pages(address):
    """The page and the one after saving, without what is another each time."""
    found = [Client().get(f"{address}{end}").content.decode() for end in ("", "saved/")]
    return [re.sub(r'nonce="[^"]+"', "", one) for one in found]


@pytest.mark.parametrize("own", ["granted", "refused", None])
@pytest.mark.parametrize("other", OTHERS)
def test_nothing_on_the_page_rests_on_what_others_said_or_did(school, mother, address, own, other):
    if own:
        say(school.oliver, mother, state=own)
    before = pages(address)
    OTHERS[other](school)
    assert pages(address) == before


def main_of(address):
    """The main part of the page and of the one after saving."""
    return [page[page.index("<main") : page.index("</main>")] for page in pages(address)]


def father(school, pupil=None):
    return contacts.add(pupil or school.oliver, name="Adam Hartley", relationship="Father", **by_system)


def asked_by_the_school(school):
    live = Delivery.objects.of(school.school).get()
    takedowns.ask(live, seat=school.amara, reason="It is out of date.", at=cast.AT)


TAKES_DOWN = {
    "the DSL flags": flag,
    "the father says no": lambda school: says_no(school, father(school)),
    "the father objects": lambda school: says_no(school, father(school), state="objected"),
    "a parent without a name says no": lambda school: says_no(school, None),
    "the pupil says no": lambda school: says_no(school, None, given_by="pupil"),
    "the parent of another pupil in it says no": lambda school: says_no(
        school, father(school, school.zofia), pupil=school.zofia
    ),
    "the pupil leaves": leaves,
    "the school wants it": asked_by_the_school,
}


@pytest.fixture
def live(school):
    """A post with both pupils that everybody said yes to."""
    says_no(school, None, pupil=school.zofia, state="granted")
    return cast.published(school, shown=(school.oliver, school.zofia))


def came_down(school):
    """How many live posts are asked to come down."""
    return Duty.objects.of(school.school).filter(kind=takedowns.KIND).count()


@pytest.mark.parametrize("own", ["granted", None])
@pytest.mark.parametrize("other", TAKES_DOWN)
def test_what_comes_down_for_another_reason_changes_nothing_on_the_page(school, mother, address, live, own, other):
    if own:
        say(school.oliver, mother, state=own)
    before = main_of(address)
    TAKES_DOWN[other](school)
    assert (came_down(school), main_of(address)) == (1, before)
    assert "Where Oliver is now" in before[0]


@pytest.mark.parametrize("own", ["granted", None])
def test_a_flag_before_the_link_was_opened_leaves_the_page_as_it_is_without_one(school, mother, address, live, own):
    if own:
        say(school.oliver, mother, state=own)
    flag(school)
    flagged = main_of(address)
    Flag.objects.of(school.school).delete()
    Duty.objects.of(school.school).delete()
    assert main_of(address) == flagged


@pytest.mark.parametrize("other", TAKES_DOWN)
def test_what_is_down_for_another_reason_is_not_told_as_taken_down(school, mother, address, live, other):
    say(school.oliver, mother)
    TAKES_DOWN[other](school)
    takedowns.done(live, seat=school.amara, proof="Gone.", at=cast.AT)
    assert not any("What we take down" in page or "Where Oliver is now" in page for page in main_of(address))


def test_a_no_to_what_comes_down_already_is_told_as_if_it_were_the_first(school, mother, address, live):
    monday = cast.AT + timedelta(days=3)
    flag(school)
    says_no(school, mother, at=monday)
    flagged = main_of(address)
    Flag.objects.of(school.school).delete()
    Duty.objects.of(school.school).update(opened_at=monday, due_at=takedowns.due_at(school.school, at=monday))
    assert ("What we take down" in flagged[0], main_of(address)) == (True, flagged)


@pytest.mark.parametrize("no", [{"element": "voice"}, {"tier": "press"}, {"platform": "instagram"}])
def test_a_no_that_takes_nothing_down_claims_nothing_that_comes_down(school, mother, address, live, no):
    flag(school)
    says_no(school, mother, **no)
    assert "What we take down" not in main_of(address)[0]


def test_a_no_of_before_has_no_part_in_what_comes_down_later(school, mother, address):
    says_no(school, mother)
    says_no(school, mother, state="granted")
    cast.published(school, shown=(school.oliver,))
    withdrawals.set_flag(school.oliver, reason="A reason.", seat=school.carys, at=cast.AT + timedelta(hours=1))
    assert "What we take down" not in main_of(address)[0]


@pytest.mark.parametrize("chosen", [{}, {SOCIAL: "perhaps"}, {SOCIAL: ""}, {"everything": "yes"}])
def test_where_nothing_was_chosen_nothing_is_said_to_be_saved(school, mother, address, chosen):
    found = post(address, **chosen)
    page = found.content.decode()
    assert (found.status_code, "You chose nothing, so nothing was changed." in page) == (422, True)
    assert ("Saved. Thank you." in page, own(school, mother)) == (False, [])


@pytest.mark.parametrize(("own", "says"), [("granted", "You said yes."), ("refused", "You said no."),
                                            (None, "You have not answered.")])  # fmt: skip
def test_the_page_says_what_its_reader_said_and_by_which_rule_something_is_used(school, mother, address, own, says):
    if own:
        say(school.oliver, mother, state=own)
    page = Client().get(address).content.decode()
    assert says in page.split('id="social-photo"')[1].split("</fieldset>")[0]
    assert "nobody whom we ask has said no, and nothing else speaks against it" in page


def test_an_answer_on_words_that_have_changed_meanwhile_is_not_taken(school, mother, address):
    page = Client().get(address).content.decode()
    words = re.search(r'name="words" value="(\w+)"', page)[1]
    Wording.objects.of(school.school).create(
        school=school.school, tier="social", element="photo", number=1, text="New words.", since=cast.AT
    )
    found = Client().post(address, {"words": words, SOCIAL: "yes"})
    assert (found.status_code, own(school, mother)) == (422, [])
    assert "New words." in found.content.decode()
    assert f'id="{SOCIAL}-yes"' in found.content.decode()


def test_what_was_chosen_is_still_chosen_after_a_refusal(school, address):
    found = Client().post(address, {"words": "old", SOCIAL: "yes"}).content.decode()
    assert re.search(rf'value="yes" id="{SOCIAL}-yes"[^>]* checked', found)


@pytest.mark.parametrize("change", ["expired", "revoked", "replaced", "forged", "cut"])
def test_a_link_that_is_open_no_more_says_kindly_what_to_do(school, mother, address, change):
    row = Link.objects.of(school.school).get()
    if change == "expired":
        Link.objects.of(school.school).update(made_at=cast.AT - timedelta(days=60), expires_at=cast.AT)
    if change == "revoked":
        links.revoke(row, seat=school.head, at=timezone.now())
    if change == "replaced":
        links.make(school.oliver, contact=mother, seat=school.head, at=timezone.now())
    asked = {"forged": f"{address[:-5]}0000/", "cut": f"{address[:-9]}/"}.get(change, address)
    found = Client().get(asked)
    assert found.status_code == 410
    assert "Ask the school office for a new link" in found.content.decode()
    assert "Oliver" not in found.content.decode()


def test_a_link_that_ended_while_the_page_was_open_changes_nothing(school, mother, address):
    links.revoke(Link.objects.of(school.school).get(), seat=school.head, at=timezone.now())
    assert (Client().post(address, {SOCIAL: "yes"}).status_code, own(school, mother)) == (410, [])


def test_the_address_holds_no_name_and_the_database_no_key(school, address):
    key = address.split("/")[2].split(".")[0]
    row = Link.objects.of(school.school).get()
    assert not re.search(r"oliver|hartley|brookfield", address, re.IGNORECASE)
    assert key not in str(vars(row))


def test_the_page_sets_no_cookie_and_stays_out_of_caches_and_searches(address):
    found = Client().get(address)
    assert (found.cookies, found["Cache-Control"], found["Referrer-Policy"]) == ({}, "private, no-store", "no-referrer")
    assert "noindex" in found["X-Robots-Tag"]


def test_many_tries_in_a_minute_are_told_to_wait(school, address):
    codes = {Client().get(address).status_code for _ in range(61)}
    assert codes == {200, 429}


def test_a_parent_of_a_pupil_who_answers_alone_says_no_and_nothing_else(school, mother, address):
    Pupil.objects.of(school.school).filter(pk=school.oliver.pk).update(who_answers="pupil")
    page = Client().get(address).content.decode()
    assert ("is asked instead of you now" in page, f'id="{SOCIAL}-yes"' in page) == (True, False)
    post(address, **{SOCIAL: "yes"})
    post(address, **{SOCIAL: "no"})
    assert own(school, mother) == [("social", "photo", "refused", "link")]


NOT_ASKED = {
    "their time has ended": {"ended_on": date(2026, 11, 1)},
    "no parental responsibility": {"parental_responsibility": False},
}


@pytest.mark.parametrize("why", NOT_ASKED)
def test_the_link_of_somebody_whom_nobody_asks_any_more_opens_nothing(school, mother, address, why):
    say(school.oliver, mother)
    contacts.change(mother, **NOT_ASKED[why], **by_system)
    for found in (Client().get(address), Client().get(f"{address}saved/"), Client().post(address, {SOCIAL: "no"})):
        page = found.content.decode()
        assert (found.status_code, "The school does not ask you about this any more" in page) == (410, True)
        assert "Oliver" not in page
    assert len(own(school, mother)) == 1


@pytest.mark.parametrize("why", NOT_ASKED)
def test_somebody_whom_nobody_asks_any_more_is_given_no_link(school, mother, why):
    contacts.change(mother, **NOT_ASKED[why], **by_system)
    with pytest.raises(UnableTo, match="not asked about this pupil any more"):
        links.make(school.oliver, contact=mother, seat=school.head, at=timezone.now())


@pytest.mark.parametrize(("hour", "is_open"), [(22, True), (23, False)])
def test_the_last_day_of_a_contact_ends_at_midnight_where_the_school_is(school, mother, hour, is_open):
    mother = contacts.change(mother, ended_on=date(2026, 7, 1), **by_system)
    made = links.make(school.oliver, contact=mother, seat=school.head, at=datetime(2026, 7, 1, 9, tzinfo=UTC))
    assert made.link.is_open(datetime(2026, 7, 1, hour, 30, tzinfo=UTC)) == is_open


def test_the_pupils_own_link_answers_as_the_pupil(school):
    made = links.make(school.oliver, contact=None, seat=school.head, at=timezone.now())
    post(f"/families/{made.token}/", **{SOCIAL: "no"})
    last = Answer.objects.of(school.school).order_by("pk").last()
    assert (last.given_by, last.contact, last.state) == ("pupil", None, "refused")


def may_on(school, *platforms):
    """Whether Oliver's picture may be shown on each platform, a moment later."""
    _, held = looked_up(school.school, [school.oliver.pk], at=timezone.now() + timedelta(seconds=1))
    return [held["social"][school.oliver.pk].on(one).allows("photo") for one in platforms]


def chosen_on(address):
    """What the form has for each question about a picture: as a browser would send it unchanged."""
    page = Client().get(address).content.decode()
    found = re.findall(r'name="(answer-social-(?:\w+-)?photo)" value="(yes|no)"[^>]* checked', page)
    return dict(found)


EVERYWHERE = ("facebook", "instagram", "linkedin")


def test_no_to_everything_covers_accounts_that_the_school_has_or_opens_later(school, mother, address):
    say(school.oliver, mother)
    answers.record(school.oliver, element="photo", tier="social", platform="facebook", state="granted",
                   given_by="parent", contact=mother, **by_system)  # fmt: skip
    post(address, everything="no")
    assert may_on(school, *EVERYWHERE) == [False, False, False]


def test_the_page_asks_about_each_account_and_once_about_all_others(school, address):
    register.open_channel(school.school, platform="instagram", name="Brookfield", **by_system)
    page = Client().get(address).content.decode()
    headings = re.findall(r'gp-family__place" id="[^"]+">([^<]+)<', page)
    assert headings[3:6] == ["Facebook", "Instagram", "Any other account on social media, also one that we open later"]


def test_no_to_every_platform_asked_about_is_a_no_to_all_others(school, mother, address):
    say(school.oliver, mother)
    post(address, **chosen_on(address) | {FACEBOOK: "no"})
    assert may_on(school, *EVERYWHERE) == [False, False, False]
    assert chosen_on(address) == {FACEBOOK: "no", SOCIAL: "no"}


def test_no_to_one_of_two_leaves_the_others_as_they_are(school, mother, address):
    register.open_channel(school.school, platform="instagram", name="Brookfield", **by_system)
    say(school.oliver, mother)
    post(address, **chosen_on(address) | {FACEBOOK: "no"})
    assert may_on(school, *EVERYWHERE) == [False, True, True]


def test_after_no_to_everything_a_yes_to_one_platform_holds_for_it_alone(school, mother, address):
    post(address, everything="no")
    post(address, **chosen_on(address) | {FACEBOOK: "yes"})
    assert may_on(school, *EVERYWHERE) == [True, False, False]
    assert chosen_on(address) == {FACEBOOK: "yes", SOCIAL: "no"}


def test_no_to_all_others_leaves_the_yes_beside_it_and_stops_nothing_of_it(school, mother, address):
    say(school.oliver, mother)
    waits = cast.ready(school, shown=(school.oliver,))
    post(address, **chosen_on(address) | {SOCIAL: "no"})
    waits.version.refresh_from_db()
    assert (may_on(school, *EVERYWHERE), waits.version.ended_at) == ([True, False, False], None)


def test_yes_to_all_others_leaves_the_no_beside_it(school, mother, address):
    post(address, everything="no")
    post(address, **chosen_on(address) | {SOCIAL: "yes"})
    assert may_on(school, *EVERYWHERE) == [False, True, True]


def test_a_no_to_social_media_that_came_later_by_another_door_counts_on_every_platform(school, mother, address):
    post(address, **{FACEBOOK: "yes"})
    withdrawals.record_answer(school.oliver, element="photo", tier="social", state="refused", given_by="parent",
                              contact=mother, by=cast.SYSTEM, at=timezone.now())  # fmt: skip
    assert (may_on(school, *EVERYWHERE), chosen_on(address)[FACEBOOK]) == ([False, False, False], "no")


def test_a_yes_to_one_platform_lifts_nobody_elses_no(school, mother, address):
    father_says("refused")(school)
    post(address, **{FACEBOOK: "yes"})
    assert may_on(school, "facebook") == [False]


def test_yes_to_all_others_is_none_to_an_account_that_was_left_open(school, mother, address):
    post(address, **{SOCIAL: "yes"})
    assert (may_on(school, *EVERYWHERE), chosen_on(address)) == ([False, True, True], {SOCIAL: "yes"})


def test_a_no_to_all_of_social_media_stays_one_to_an_account_that_a_later_yes_is_not_about(school, mother, address):
    say(school.oliver, mother, state="refused")
    post(address, **{SOCIAL: "yes"})
    assert may_on(school, *EVERYWHERE) == [False, True, True]
