from datetime import timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.publishing.actions import drafts
from gatepost.publishing.models import Post
from gatepost.schools.errors import NotAllowed, UnableTo
from tests import cast
from tests.cast import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return cast.cast()


def read(post):
    """The post as it stands."""
    return Post.objects.of(post.school_id).get(pk=post.pk)


@pytest.mark.parametrize(("who", "may"), [("amara", True), ("head", True), ("ben", False), ("carys", False)])
def test_who_writes_posts(school, who, may):
    try:
        drafts.start(seat=getattr(school, who), at=AT)
    except NotAllowed:
        assert not may
    else:
        assert may


def test_a_draft_is_its_authors_alone(school):
    with pytest.raises(NotAllowed, match="Only they can change it"):
        drafts.edit(cast.draft(school), seat=school.head, at=AT, text="Mine now.")


def test_two_windows_do_not_overwrite_each_other(school):
    post = cast.draft(school)
    drafts.edit(post, seat=school.amara, at=AT, text="From one window.", edits=post.edits)
    with pytest.raises(UnableTo, match="another window"):
        drafts.edit(post, seat=school.amara, at=AT, text="From the other.", edits=post.edits)
    assert read(post).text == "From one window."


def test_what_is_not_given_stays(school):
    post = cast.draft(school)
    drafts.edit(post, seat=school.amara, at=AT, other_ways=["letter"])
    assert (read(post).text, read(post).other_ways) == (cast.TEXT, ["letter"])


def test_an_account_of_another_school_cannot_be_chosen(school):
    far = cast.cast(slug="thornbeck")
    post = drafts.edit(cast.draft(school), seat=school.amara, at=AT, channels=[far.channel.pk])
    assert list(post.channels.all()) == []


def test_a_text_that_no_platform_takes_is_refused_and_the_draft_keeps_its_words(school):
    post = cast.draft(school)
    with pytest.raises(UnableTo, match="Keep it under"):
        drafts.edit(post, seat=school.amara, at=AT, text="a" * 10_001)
    assert read(post).text == cast.TEXT


def test_a_fact_that_there_is_not_is_not_kept(school):
    post = drafts.edit(cast.draft(school), seat=school.amara, at=AT, said={"post_type": "event", "anything": 1})
    assert post.said == {"post_type": "event"}


def test_keeping_a_finding_needs_a_reason(school):
    with pytest.raises(UnableTo, match="Say why"):
        drafts.keep(cast.draft(school), clause="southport 1", cause="text", reason=" ", seat=school.amara, at=AT)


def test_what_is_discarded_cannot_be_written_on(school):
    post = cast.draft(school)
    drafts.discard(post, seat=school.amara, at=AT)
    with pytest.raises(NotAllowed):
        drafts.edit(post, seat=school.amara, at=AT, text="Again.")


def test_a_planned_time_stays_unless_it_is_changed(school):
    later = AT + timedelta(days=3)
    post = drafts.edit(cast.draft(school), seat=school.amara, at=AT, go_out_at=later)
    assert drafts.edit(post, seat=school.amara, at=AT, text="Other words.").go_out_at == later
    assert drafts.edit(post, seat=school.amara, at=AT, go_out_at=None).go_out_at is None


@pytest.mark.parametrize(("minutes", "lines"), [(1, 1), (9, 1), (10, 2), (60, 2)])
def test_a_sitting_is_one_line_of_the_record(school, minutes, lines):
    post = cast.draft(school)
    drafts.edit(post, seat=school.amara, at=AT + timedelta(minutes=minutes), text="Other words.")
    assert Event.objects.filter(subject=post.subject, kind="post.edited").count() == lines
