from collections import Counter
from datetime import date

import pytest
from django.utils import timezone

from gatepost import library
from gatepost.audit.chain import START, digest_of
from gatepost.audit.models import Event
from gatepost.channels.models import Channel, Check, Poster
from gatepost.config.demo.document import families, stories
from gatepost.config.demo.roll import SIZE
from gatepost.consents.effective import looked_up
from gatepost.consents.imports.upns import fault_in
from gatepost.consents.models import Answer, Pupil
from gatepost.consents.queries import on_roll
from gatepost.handbook.queries import policy_in_force
from gatepost.publishing.asking import assess_post
from gatepost.publishing.findings import findings
from gatepost.publishing.models import Approval, Delivery, Picture, Post
from gatepost.publishing.states import POST
from gatepost.schools.models import Person
from gatepost.schools.queries import seats
from gatepost.schools.roles import ROLES
from gatepost.web.register import register
from tests.config.demo.conftest import AT

pytestmark = pytest.mark.django_db


def test_each_school_runs_another_policy_of_the_library(schools):
    in_force = [policy_in_force(one, on=AT.date()).own.policy_id for one in schools]
    assert sorted(in_force) == sorted(library.IDS)


def test_the_policy_of_last_spring_is_known(schools):
    assert [one.slug for one in schools if policy_in_force(one, on=date(2026, 3, 3)) is None] == []


def test_every_school_has_posts_wherever_a_post_can_stand(schools):
    stands = [set(Post.objects.of(one).values_list("status", flat=True)) for one in schools]
    assert stands == [POST.keys() - {"discarded"}] * len(schools)


def test_every_school_has_posts_that_are_ready_live_and_down(schools):
    each = [Counter(Delivery.objects.of(one).values_list("status", flat=True)) for one in schools]
    assert each == [{"ready": 1, "published": 1, "verified": 1, "down": 1}] * len(schools)


def test_every_draft_has_something_to_put_right(schools):
    drafts = [Post.objects.of(one).get(status="draft") for one in schools]
    assert [str(one.school) for one in drafts if not any(f.stops for f in findings(assess_post(one, at=AT)))] == []


def test_every_picture_says_what_it_shows(schools):
    rows = [one for school in schools for one in Picture.objects.of(school)]
    assert [(one.alt_text, one.people_said) for one in rows if not (one.alt_text and one.people_said)] == []


def test_nothing_happened_after_the_moment_that_was_given(demo):
    assert Event.objects.filter(trust=demo.slug, at__gte=AT).count() == 0


def test_what_happened_stands_in_the_order_in_which_it_happened(demo):
    posts = Event.objects.filter(trust=demo.slug, subject__startswith="post:").order_by("number")
    times = list(posts.values_list("at", flat=True))
    assert times == sorted(times)


def test_the_record_hangs_together(demo):
    before = START
    for event in Event.objects.filter(trust=demo.slug).order_by("number"):
        assert (event.previous, event.digest) == (before, digest_of(event))
        before = event.digest


@pytest.mark.parametrize("first", [one.first for one in families()])
def test_the_pupils_of_the_guides_are_at_every_school_once(schools, first):
    assert [one.pupils.filter(legal_first=first).count() for one in schools] == [1] * len(schools)


def test_every_pupil_on_the_roll_has_a_upn_with_its_check_letter_and_an_admission_number(schools):
    rows = [one for school in schools for one in on_roll(school, on=AT.date())]
    assert [(one.upn, fault_in(one.upn)) for one in rows if not one.upn or fault_in(one.upn)] == []
    assert len({one.upn for one in rows}) == len(rows) == SIZE * len(schools)
    assert all(one.admission_no for one in rows)


def test_a_story_is_told_at_every_school(schools):
    assert [Post.objects.of(one).count() for one in schools] == [len(stories())] * len(schools)


def test_every_school_has_a_live_post_that_shows_a_pupil_with_permission(schools):
    for school in schools:
        live = [one.version.content for one in Delivery.objects.of(school).filter(status="verified")]
        pupils = [pupil for content in live for picture in content["pictures"] for pupil in picture["pupils"]]
        _, held = looked_up(school, pupils, at=AT)
        assert [held["social"][pupil].allows("photo") for pupil in pupils] == [True]


# --- people and accounts ---


@pytest.mark.parametrize("role", ROLES)
def test_every_role_can_be_tried_at_every_school(schools, role):
    assert [one.slug for one in schools if not seats(one, at=AT, roles=[role])] == []


def test_every_school_is_on_facebook(schools):
    assert [one.slug for one in schools if not Channel.objects.of(one).filter(platform="facebook").exists()] == []


def test_an_account_that_was_closed_stays_on_the_register(schools):
    closed = [row.name for one in schools for row in Channel.objects.of(one).exclude(closed_on=None)]
    assert closed == ["BrookfieldPri"]


def test_every_account_names_who_posts_on_it(schools):
    ours = (row for one in schools for row in Channel.objects.of(one).filter(kind="account"))
    assert [str(row) for row in ours if not Poster.objects.of(row.school).filter(channel=row)] == []


def test_the_register_has_what_its_pages_tell_apart(schools):
    rows = [row for one in schools for row in Channel.objects.of(one)]
    assert {row.kind for row in rows} == {"account", "group", "associated"}
    assert any(row.closed_on for row in rows)


def test_a_look_of_long_ago_has_run_out_and_stops_nothing(schools):
    found = [one for school in schools for row in register(school, at=AT).ours for one in row.standing.lapses]
    assert [(one.look.kind, one.stops) for one in found if one.look.state == "lapsed"] == [("website_link", False)]


def test_nobody_looked_at_an_account_before_it_was_there(schools):
    checks = [one for school in schools for one in Check.objects.of(school).select_related("channel")]
    assert [one for one in checks if timezone.localdate(one.checked_at) < one.channel.opened_on] == []
    assert checks


def test_no_account_of_a_school_is_stopped(schools):
    assert [str(row.channel) for one in schools for row in register(one, at=AT).ours if row.standing.stops] == []


def test_nobody_can_sign_in_with_a_password(demo):
    assert [one.email for one in Person.objects.filter(trust=demo) if one.has_usable_password()] == []


# --- pupils and their families ---


def test_every_school_has_its_pupils_in_classes(schools):
    assert [on_roll(one, on=AT.date()).exclude(class_name="").count() for one in schools] == [SIZE] * len(schools)


def test_no_two_pupils_of_a_school_have_one_name(schools):
    rows = [Counter(Pupil.objects.of(one).values_list("legal_first", "legal_last")) for one in schools]
    assert [name for row in rows for name, count in row.items() if count > 1] == []


@pytest.mark.parametrize("held", [{"photo"}, {"photo", "name"}, set()])
def test_families_have_answered_in_every_way(schools, held):
    everybody = Pupil.objects.of(schools[0]).values_list("pk", flat=True)
    _, tiers = looked_up(schools[0], everybody, at=AT)
    assert sum(one.held == held for one in tiers["social"].values()) > 10


def test_some_answers_have_run_out_and_some_are_no(schools):
    rows = Answer.objects.of(schools[0])
    assert (rows.filter(expires_on__lt=AT).exists(), rows.filter(state="refused").exists()) == (True, True)


def test_pupils_answer_for_themselves_only_where_a_policy_lets_them(schools):
    themselves = {one.slug for one in schools if Answer.objects.of(one).filter(given_by="pupil").exists()}
    assert themselves == {"castlemoor"}


# --- posts ---


def test_every_school_has_sent_something_back_and_got_it_right(schools):
    rows = [row for one in schools for row in Approval.objects.of(one).filter(yes=False)]
    assert [row.version.post.status for row in rows] == ["approved"] * len(schools)


def test_nobody_signs_off_what_they_wrote(schools):
    rows = [row for one in schools for row in Approval.objects.of(one).select_related("person", "author")]
    assert [row.person.name for row in rows if row.person == row.author] == []


def test_what_is_ready_may_still_go_out_today(schools):
    ready = [Delivery.objects.of(one).get(status="ready").version for one in schools]
    assert [one.post.school.slug for one in ready if min(row.expires_at for row in one.approvals.all()) <= AT] == []
