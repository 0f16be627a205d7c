from collections import Counter
from datetime import date

import pytest

from gatepost import library
from gatepost.audit.chain import START, digest_of
from gatepost.audit.models import Event
from gatepost.config.demo.document import families, stories
from gatepost.handbook.queries import policy_in_force
from gatepost.publishing.asking import assess_post
from gatepost.publishing.findings import findings
from gatepost.publishing.models import Delivery, Picture, Post
from gatepost.publishing.states import POST
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
    assert each == [{"ready": 1, "published": 2, "down": 1}] * len(schools)


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


def test_a_story_is_told_at_every_school(schools):
    assert [Post.objects.of(one).count() for one in schools] == [len(stories())] * len(schools)
