from functools import partial
from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image

from gatepost.audit.models import Event
from gatepost.publishing.actions import drafts, pictures, signoff
from gatepost.publishing.models import Picture, Post
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, Cast, cast, draft, jpeg, waiting
from tests.publishing.pictures.files import exif, halves, png_saying, saved

pytestmark = pytest.mark.django_db

NAMES = {
    "a name": "IMG_Maisie.jpg",
    "a path": "../../etc/passwd",
    "a path of another system": "C:\\Users\\Maisie\\photo.jpg",
    "a name that ends early": "photo.jpg\0.exe",
    "a name that runs": "<script>.html",
    "a very long name": "a" * 5000 + ".jpg",
    "a name in another alphabet": "\u202egpj.exe",
}

WRONG = {
    "an unknown way of showing people": {"face_shown": "smiling"},
    "unknown names": {"names_visible": "all of them"},
    "an unknown device": {"capture_device": "drone"},
    "a description without end": {"alt_text": "a" * 1001},
    "a reason without end": {"reason": "a" * 501},
    "a pupil who is none": {"pupils": [999_999]},
}


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def post(people: Cast) -> Post:
    return draft(people)


def added(people: Cast, post: Post, **given: object) -> Picture:
    return pictures.add(post, **({"data": jpeg(), "name": "fair.jpg", "seat": people.amara, "at": AT} | given))


def kinds(post: Post) -> list[str]:
    return list(Event.objects.filter(subject=post.subject).order_by("number").values_list("kind", flat=True))


def edits(post: Post) -> int:
    return Post.objects.of(post.school_id).get(pk=post.pk).edits


def order(post: Post) -> list[int]:
    return [picture.pk for picture in post.pictures.all()]


# --- adding ---


def test_a_picture_is_added_behind_the_others(people, post):
    assert [added(people, post).position for _ in range(3)] == [1, 2, 3]


def test_a_picture_is_stored_as_its_digest_says(people, post):
    picture = added(people, post)
    assert pictures.stored.read(picture.file.name, sha256=picture.sha256)[:3] == b"\xff\xd8\xff"


def test_what_the_file_carried_is_told_and_gone(people, post):
    picture = added(people, post, data=saved(halves(), exif=exif(place=True)))
    with default_storage.open(picture.file.name) as file:
        assert not dict(Image.open(BytesIO(file.read())).getexif())
    assert picture.removed[:2] == [pictures.OWN_NAME, "the place where it was taken"]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_the_name_of_a_file_is_forgotten(people, post, name):
    picture = added(people, post, name=name)
    assert picture.file.name.startswith("posts/2026/11/")
    assert len(picture.file.name) == len("posts/2026/11/.jpg") + 32
    assert name not in str(picture.removed)


def test_two_files_of_one_name_do_not_meet(people, post):
    assert added(people, post).file.name != added(people, post).file.name


def test_adding_is_one_change_and_one_event_without_the_name(people, post):
    before = edits(post)
    added(people, post, name="IMG_Maisie.jpg")
    event = Event.objects.filter(subject=post.subject).latest("number")
    assert (edits(post) - before, kinds(post)[-1], "Maisie" in str(event.facts)) == (1, "picture.added", False)


@pytest.mark.parametrize("data", [b"", b"<svg/>", jpeg()[:300], png_saying(20_000, 10_000)])
def test_a_file_that_is_refused_leaves_the_draft_as_it_was(people, post, data):
    before = Post.objects.of(people.school).values().get(pk=post.pk)
    with pytest.raises(UnableTo):
        added(people, post, data=data)
    assert Post.objects.of(people.school).values().get(pk=post.pk) == before


def test_a_post_holds_ten_pictures(people, post):
    for _ in range(settings.PICTURES_PER_POST):
        added(people, post)
    with pytest.raises(UnableTo, match="10 pictures at most"):
        added(people, post)


def test_the_limits_are_those_of_the_settings(people, post, settings):
    settings.PICTURE_MAX_PIXELS = 640 * 480 - 1
    with pytest.raises(UnableTo, match="640 × 480"):
        added(people, post)


def test_a_picture_that_cannot_be_recorded_leaves_no_file(people, post, monkeypatch):
    stored: list[str] = []
    monkeypatch.setattr(pictures, "recorded", lambda *_, **__: stored.append(post.pictures.get().file.name) or 1 / 0)
    with pytest.raises(ZeroDivisionError):
        added(people, post)
    assert not default_storage.exists(stored[0])


@pytest.mark.parametrize("who", ["ben", "carys", "head", "dev"])
def test_nobody_but_the_author_adds_a_picture(people, post, who):
    with pytest.raises(NotAllowed):
        added(people, post, seat=getattr(people, who))


def test_no_picture_is_added_to_what_waits_for_sign_off(people):
    with pytest.raises(NotAllowed, match="Take it back first"):
        added(people, waiting(people).post)


# --- saying what it shows ---


def test_only_what_is_given_is_changed(people, post):
    picture = added(people, post)
    pictures.describe(picture, seat=people.amara, at=AT, alt_text=" A volcano ", face_shown="hands_or_work")
    picture = pictures.describe(picture, seat=people.amara, at=AT, names_visible="none")
    assert (picture.alt_text, picture.face_shown, picture.names_visible) == ("A volcano", "hands_or_work", "none")


@pytest.mark.parametrize("nobody", [True, False])
def test_giving_pupils_even_none_says_who_is_in_it(people, post, nobody):
    chosen = [] if nobody else [people.oliver.pk, people.oliver.pk]
    picture = pictures.describe(added(people, post), seat=people.amara, at=AT, pupils=chosen)
    assert (picture.people_said, picture.pupils.count()) == (True, len(set(chosen)))


def test_without_pupils_it_stays_unsaid_who_is_in_it(people, post):
    assert not pictures.describe(added(people, post), seat=people.amara, at=AT, alt_text="A volcano").people_said


def test_an_answer_can_be_taken_back(people, post):
    picture = pictures.describe(added(people, post), seat=people.amara, at=AT, face_shown="blurred")
    assert pictures.describe(picture, seat=people.amara, at=AT, face_shown="").face_shown == ""


@pytest.mark.parametrize("said", WRONG.values(), ids=WRONG)
def test_what_is_not_among_the_choices_is_refused_with_a_sentence(people, post, said):
    picture = added(people, post)
    with pytest.raises(UnableTo, match=r"\.$"):
        pictures.describe(picture, seat=people.amara, at=AT, **said)


def test_a_pupil_of_another_school_is_refused_and_nothing_is_changed(people, post):
    picture, stranger = added(people, post), cast(slug="beyond").oliver
    with pytest.raises(UnableTo, match="this school’s class lists"):
        pictures.describe(picture, seat=people.amara, at=AT, pupils=[people.oliver.pk, stranger.pk])
    assert picture.pupils.count() == 0


def test_describing_is_one_change_and_one_event_without_a_name(people, post):
    picture, before = added(people, post), edits(post)
    pictures.describe(picture, seat=people.amara, at=AT, alt_text="Oliver", pupils=[people.oliver.pk])
    event = Event.objects.filter(subject=post.subject).latest("number")
    assert (edits(post) - before, event.kind, event.facts) == (1, "picture.changed", {"picture": picture.pk})


@pytest.mark.parametrize("who", ["ben", "carys", "head", "dev"])
@pytest.mark.parametrize("act", [pictures.describe, pictures.remove, partial(pictures.move, up=True)])
def test_nobody_but_the_author_changes_a_picture(people, post, act, who):
    picture = added(people, post)
    with pytest.raises(NotAllowed):
        act(picture, seat=getattr(people, who), at=AT)


# --- taking it out, and its place ---


def test_a_picture_that_nothing_refers_to_is_removed_with_its_file(people, post, django_capture_on_commit_callbacks):
    picture = added(people, post)
    with django_capture_on_commit_callbacks(execute=True):
        pictures.remove(picture, seat=people.amara, at=AT)
    assert (order(post), default_storage.exists(picture.file.name)) == ([], False)


def test_the_file_of_a_picture_that_was_sent_for_sign_off_stays(people, django_capture_on_commit_callbacks):
    post = waiting(people, shown=(people.oliver,)).post
    signoff.recall(post, seat=people.amara, at=AT)
    picture = post.pictures.get()
    with django_capture_on_commit_callbacks(execute=True):
        pictures.remove(picture, seat=people.amara, at=AT)
    assert (order(post), default_storage.exists(picture.file.name)) == ([], True)


def test_a_picture_removed_in_another_window_is_said_to_be(people, post):
    picture = added(people, post)
    pictures.remove(Picture.objects.of(people.school).get(pk=picture.pk), seat=people.amara, at=AT)
    with pytest.raises(UnableTo, match="another window"):
        pictures.describe(picture, seat=people.amara, at=AT, alt_text="A volcano")


def test_removing_is_recorded(people, post):
    pictures.remove(added(people, post), seat=people.amara, at=AT)
    assert kinds(post)[-1] == "picture.removed"


def test_a_picture_changes_places_with_its_neighbour(people, post):
    first, second, third = (added(people, post) for _ in range(3))
    pictures.move(third, up=True, seat=people.amara, at=AT)
    pictures.move(first, up=False, seat=people.amara, at=AT)
    assert order(post) == [third.pk, first.pk, second.pk]


def test_places_are_whole_again_after_one_was_taken_out(people, post):
    first, second, third = (added(people, post) for _ in range(3))
    pictures.remove(second, seat=people.amara, at=AT)
    pictures.move(third, up=True, seat=people.amara, at=AT)
    assert [one.position for one in post.pictures.all()] == [1, 2]
    assert order(post) == [third.pk, first.pk]


@pytest.mark.parametrize(("up", "which"), [(True, "first"), (False, "last")])
def test_the_first_and_the_last_picture_say_that_they_are(people, post, up, which):
    with pytest.raises(UnableTo, match=f"the {which} picture already"):
        pictures.move(added(people, post), up=up, seat=people.amara, at=AT)


def test_moving_is_recorded(people, post):
    _, second = added(people, post), added(people, post)
    pictures.move(second, up=True, seat=people.amara, at=AT)
    assert kinds(post)[-1] == "picture.changed"


def test_a_discarded_draft_takes_no_picture(people, post):
    drafts.discard(post, seat=people.amara, at=AT)
    with pytest.raises(NotAllowed):
        added(people, Post.objects.of(people.school).get(pk=post.pk))
