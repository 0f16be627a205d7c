from dataclasses import replace
from datetime import timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.publishing.actions.composing import Written, check_agrees, save
from gatepost.publishing.models import Post
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, TEXT, Cast, cast, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def written(people: Cast, post: Post, **other) -> Written:
    same = Written(TEXT, frozenset({people.channel.pk}), ("newsletter",), edits=post.edits)
    return replace(same, **other)


def events(post: Post) -> int:
    return Event.objects.filter(subject=post.subject).count()


def test_what_is_on_the_page_is_saved(people):
    post = draft(people)
    said = {"deleted_from_device": True}
    saved = save(post, written(people, post, text="New.", channels=frozenset(), said=said), seat=people.amara, at=AT)
    assert (saved.text, saved.said, saved.channels.count()) == ("New.", said, 0)


def test_nothing_is_recorded_where_nothing_has_changed(people):
    post = draft(people, shown=(people.oliver,))
    picture = post.pictures.get()
    about = {picture.pk: {"alt_text": "Pupils with a model", "pupils": [people.oliver.pk]}}
    before = events(post)
    save(post, written(people, post, pictures=about), seat=people.amara, at=AT)
    assert events(post) == before


def test_what_is_said_of_a_picture_is_saved_and_the_rest_of_it_kept(people):
    post = draft(people, shown=(people.oliver,))
    picture = post.pictures.get()
    save(post, written(people, post, pictures={picture.pk: {"reason": "They won"}}), seat=people.amara, at=AT)
    picture.refresh_from_db()
    assert (picture.reason, picture.alt_text) == ("They won", "Pupils with a model")


def test_two_windows_do_not_overwrite_each_other(people):
    post = draft(people)
    mine, theirs = written(people, post, text="Mine."), written(people, post, text="Theirs.")
    save(post, theirs, seat=people.amara, at=AT)
    with pytest.raises(UnableTo, match="another window"):
        save(post, mine, seat=people.amara, at=AT)


def test_nothing_at_all_is_saved_where_something_is_too_long(people):
    post = draft(people, shown=(people.oliver,))
    about = {post.pictures.get().pk: {"alt_text": "a" * 1001}}
    with pytest.raises(UnableTo, match="1,001"):
        save(post, written(people, post, text="New.", pictures=about), seat=people.amara, at=AT)
    assert Post.objects.of(people.school).get(pk=post.pk).text == TEXT


def test_nobody_saves_somebody_elses_draft(people):
    post = draft(people)
    with pytest.raises(NotAllowed):
        save(post, written(people, post, text="Mine."), seat=people.head, at=AT)


def test_a_time_is_saved_and_taken_away_again(people):
    post = draft(people)
    later = save(post, written(people, post, go_out_at=AT + timedelta(days=1)), seat=people.amara, at=AT)
    assert later.go_out_at == AT + timedelta(days=1)
    assert save(later, written(people, later), seat=people.amara, at=AT).go_out_at is None


def test_a_picture_that_shows_nobody_and_somebody_stops_sending(people):
    with pytest.raises(UnableTo, match="nobody is in picture 1"):
        check_agrees(draft(people, shown=(people.oliver,), face_shown="no_people"))
    assert check_agrees(draft(people, shown=(people.oliver,))) is None
