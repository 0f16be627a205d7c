from datetime import timedelta

import pytest

from gatepost.publishing.actions import boxes, pictures, signoff
from gatepost.publishing.actions.composing import Written, save
from gatepost.publishing.asking import assess_post
from gatepost.publishing.models import Post
from gatepost.publishing.pictures.unsettled import PATIENCE, unsettled
from gatepost.schools.errors import UnableTo
from tests.cast import AT, Cast, cast, draft, jpeg
from tests.publishing.pictures.seeing import BADGE, FACE, OTHER, looked, seen

pytestmark = pytest.mark.django_db
NAMED = [(BADGE, "Oliver Hartley")]


@pytest.fixture
def people() -> Cast:
    return cast()


def open_questions(people, picture, *, at=AT):
    """What is left open about a picture's draft."""
    return [one.label for one in unsettled(assess_post(Post.objects.of(people.school).get(pk=picture.post_id), at=at))]


def begin_alike(lines, beginnings):
    """Whether there are as many lines as beginnings, and each begins so."""
    return len(lines) == len(beginnings) and all(map(str.startswith, lines, beginnings))


def described(people, picture, **said):
    said = {"face_shown": "back_or_distance", "names_visible": "none", "alt_text": "A fair",
            "capture_device": "school_device", "pupils": [people.oliver.pk]} | said  # fmt: skip
    return pictures.describe(picture, seat=people.amara, at=AT, **said)


def send(people, picture, *, at=AT):
    return signoff.send(Post.objects.of(people.school).get(pk=picture.post_id), seat=people.amara, at=at)


# --- a look that goes on ---


def test_nothing_is_sent_while_a_picture_is_looked_into(people, settings, monkeypatch):
    settings.LOOK = True
    monkeypatch.setattr("gatepost.detectors.pictures.can_look", lambda: True)
    picture = pictures.add(draft(people), data=jpeg(), name="fair.jpg", seat=people.amara, at=AT)
    described(people, picture)
    with pytest.raises(UnableTo, match="still looking into the picture"):
        send(people, picture)


def test_nobody_waits_for_a_worker_that_does_not_run(people, settings, monkeypatch):
    settings.LOOK = True
    monkeypatch.setattr("gatepost.detectors.pictures.can_look", lambda: True)
    picture = pictures.add(draft(people), data=jpeg(), name="fair.jpg", seat=people.amara, at=AT)
    described(people, picture)
    version = send(people, picture, at=AT + PATIENCE + timedelta(seconds=1))
    assert version.content["pictures"][0]["look"] == "waiting"


def test_where_nothing_looks_the_post_is_sent_and_says_so(people):
    picture = pictures.add(draft(people), data=jpeg(), name="fair.jpg", seat=people.amara, at=AT)
    described(people, picture)
    assert send(people, picture).content["pictures"][0]["look"] == "none"


# --- names ---

SAID = {
    ("none", "Oliver Hartley"): ["You said that no name can be read in the picture, and we read “Oliver Hartley”"],
    ("first", "Oliver Hartley"): ["You said that only a first name can be read in the picture, and we read “Oliver "],
    ("full", "Oliver Hartley"): [],
    ("first", "Oliver"): [],
    ("", "Oliver Hartley"): [],
    ("none", "Science fair"): [],
}


@pytest.mark.parametrize(("said", "read"), SAID)
def test_more_of_a_name_than_was_said_must_be_settled(people, settings, monkeypatch, said, read):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(), words=[(BADGE, read)]))
    described(people, picture, names_visible=said)
    assert begin_alike(open_questions(people, picture), SAID[said, read])


@pytest.mark.parametrize("act", [(boxes.blur, {"boxes": ["w1"]}), (boxes.say, {"box": "w1", "said": "no_name"})])
def test_a_blur_or_saying_that_it_is_no_name_settles_it(people, settings, monkeypatch, act):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(), words=NAMED))
    described(people, picture)
    act[0](picture, **act[1], seat=people.amara, at=AT)
    assert open_questions(people, picture) == []
    assert send(people, picture).content["pictures"][0]["marks"]["w1"]["is"] in {"blurred", "no_name"}


def test_a_draft_that_says_less_than_can_be_read_is_not_sent(people, settings, monkeypatch):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(), words=NAMED))
    described(people, picture)
    with pytest.raises(UnableTo, match="we read “Oliver Hartley”"):
        send(people, picture)


# --- faces ---

FACES = {
    ("no_people", 2): ["You said that nobody is in the picture, and we see 2 faces."],
    ("blurred", 1): ["You said that faces are blurred in the picture, and we see 1 face."],
    ("blurred", 0): [],
    ("back_or_distance", 2): [],
    ("hands_or_work", 2): [],
    ("recognisable", 1): [],
    ("recognisable", 2): ["1 face belongs to nobody whom you ticked in the picture."],
}


@pytest.mark.parametrize(("said", "faces"), FACES)
def test_faces_that_do_not_go_with_what_was_said_must_be_settled(people, settings, monkeypatch, said, faces):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(FACE, OTHER)[:faces]))
    described(people, picture, face_shown=said, pupils=[] if said == "no_people" else [people.oliver.pk])
    assert begin_alike(open_questions(people, picture), FACES[said, faces])


@pytest.mark.parametrize("said", ["adult", "elsewhere", "no_face"])
def test_a_face_that_is_no_pupils_is_settled_by_saying_so(people, settings, monkeypatch, said):
    picture = looked(monkeypatch, settings, people, draft(people), seen(faces=(FACE, OTHER)))
    described(people, picture, face_shown="recognisable")
    boxes.say(picture, box="f2", said=said, seat=people.amara, at=AT)
    assert open_questions(people, picture) == []


def test_a_page_that_is_saved_keeps_what_was_said_of_boxes(people, settings, monkeypatch):
    picture = looked(monkeypatch, settings, people, draft(people), seen())
    boxes.say(picture, box="f1", said="adult", seat=people.amara, at=AT)
    post = Post.objects.of(people.school).get(pk=picture.post_id)
    written = Written("Other words.", frozenset([people.channel.pk]), edits=post.edits)
    saved = save(post, written, seat=people.amara, at=AT)
    assert saved.pictures.get().marks == {"f1": {"is": "adult"}}
