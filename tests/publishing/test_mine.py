"""Where one's own posts stand, and what one does next."""

from datetime import timedelta

import pytest

from gatepost.publishing.actions import drafts, handover, signoff, takedowns
from gatepost.publishing.mine import posts_by, told
from tests.cast import AT, approved, cast, draft, published, ready, waiting

pytestmark = pytest.mark.django_db


def mine(people, *, at=AT):
    """Amara's posts as she is told of them."""
    return told(posts_by(people.amara.person, people.school), people.school, at=at)


def told_of(people, *, at=AT):
    """Her only post: kind, words and what to do."""
    (one,) = mine(people, at=at)
    return one.kind, one.state, one.do


def test_a_draft_is_gone_on_with():
    people = cast()
    draft(people)
    assert told_of(people) == ("none", "Draft", "Go on")


def test_a_post_that_waits_says_who_has_it():
    people = cast()
    waiting(people)
    assert told_of(people) == ("decide", "Waiting for sign-off", "View")
    assert mine(people)[0].how.startswith("With ")


def test_a_post_that_is_sent_back_says_by_whom_and_why():
    people = cast()
    signoff.send_back(waiting(people), seat=people.ben, reason="Lose the coat pegs: the labels show.", at=AT)
    assert told_of(people) == ("fix", "Sent back by Ben Oduya", "Put it right")
    assert mine(people)[0].says == "“Lose the coat pegs: the labels show.”"


def test_a_post_that_is_taken_back_is_a_draft_again():
    people = cast()
    signoff.recall(waiting(people).post, seat=people.amara, at=AT)
    assert told_of(people) == ("none", "Draft", "Go on")


def test_a_post_whose_approval_is_void_says_so():
    people = cast()
    signoff.void(approved(people), because="The policy has changed.", by=people.head.actor, at=AT)
    assert told_of(people) == ("fix", "Not signed off any more", "Put it right")
    assert mine(people)[0].says == "The policy has changed."


def test_a_post_that_is_signed_off_is_posted_where_it_goes():
    people = cast()
    delivery = ready(people)
    assert told_of(people) == ("clear", "Ready to post on Facebook", "Post it")
    assert mine(people)[0].delivery == delivery


def test_a_post_that_should_be_out_by_now_is_overdue():
    people = cast()
    ready(people)
    assert told_of(people, at=AT + timedelta(days=2)) == ("fix", "Overdue on Facebook", "Post it")


def test_a_live_post_says_where():
    people = cast()
    published(people)
    assert told_of(people) == ("live", "Live on Facebook", "View")


def test_a_post_that_is_down_says_so():
    people = cast()
    takedowns.done(published(people), seat=people.amara, proof="The page says that it is gone.", at=AT)
    assert told_of(people) == ("none", "Taken down", "View")


def test_a_post_that_was_stopped_says_why():
    people = cast()
    handover.pull(ready(people), seat=people.amara, reason="The fair is off.", at=AT)
    assert told_of(people) == ("none", "Stopped before it went out", "View")
    assert mine(people)[0].says == "The fair is off."


def test_a_discarded_draft_is_left_out():
    people = cast()
    drafts.discard(draft(people), seat=people.amara, at=AT)
    assert mine(people) == []


def test_the_first_picture_goes_with_it():
    people = cast()
    post = draft(people, shown=(people.oliver,))
    assert mine(people)[0].picture == post.pictures.get().pk


def test_nobody_is_told_of_anothers_posts():
    people = cast()
    draft(people)
    assert list(posts_by(people.ben.person, people.school)) == []
    assert list(posts_by(people.dev.person, people.other)) == []


def test_it_takes_two_queries_however_many_posts(django_assert_num_queries):
    people = cast()
    for make in (draft, waiting, ready):
        make(people)
    with django_assert_num_queries(2):
        mine(people)
