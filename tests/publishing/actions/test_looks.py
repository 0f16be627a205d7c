import pytest

from gatepost.audit.actor import SYSTEM
from gatepost.audit.models import Event
from gatepost.detectors.pictures import Unreadable
from gatepost.publishing import tasks
from gatepost.publishing.actions import boxes, looks, pictures
from gatepost.publishing.models import Picture
from tests.cast import AT, Cast, cast, draft, jpeg
from tests.publishing.pictures.seeing import BADGE, FACE, again, group, looked, seen

pytestmark = pytest.mark.django_db
FAULTS = [Unreadable("This picture is damaged."), MemoryError(), ValueError("Oliver Hartley")]


@pytest.fixture
def people() -> Cast:
    return cast()


def added(people, settings, *, on=True, data=None):
    """A picture of a draft into which nothing has looked yet."""
    settings.LOOK = on
    return pictures.add(draft(people), data=data or jpeg(), name="fair.jpg", seat=people.amara, at=AT)


def faked(monkeypatch, found):
    """Every look finds this, or fails with it. Returns what each was asked for."""
    asked = []

    def look(data, *, words):
        asked.append(words)
        if isinstance(found, BaseException):
            raise found
        return found

    monkeypatch.setattr("gatepost.detectors.pictures.can_look", lambda: True)
    monkeypatch.setattr("gatepost.detectors.pictures.look", look)
    return asked


def test_faces_and_names_are_really_found(people, settings):
    picture = added(people, settings, data=group())
    while tasks.look_next(at=AT):
        pass
    now = again(picture)
    assert (now.look, len(now.seen["faces"]), len(now.dhash)) == ("done", 3, 16)
    assert "Oliver Hartley" in [one["text"] for one in now.seen["words"]]


def test_faces_come_before_words_and_every_picture_has_its_faces_first(people, settings, monkeypatch):
    asked = faked(monkeypatch, seen())
    first, second = (added(people, settings) for _ in range(2))
    done = [tasks.look_next(at=AT) for _ in range(2)]
    states = [again(first).look, again(second).look]
    assert (done, asked, states) == ([True, True], [False, False], ["faces", "faces"])


def test_there_is_nothing_to_do_where_nothing_waits(people, settings, monkeypatch):
    faked(monkeypatch, seen())
    added(people, settings, on=False)
    assert tasks.look_next(at=AT) is False


def test_a_look_is_one_event_without_a_word_that_was_read(people, settings, monkeypatch):
    picture = looked(monkeypatch, settings, people, draft(people), seen(words=[(BADGE, "Zofia Nowak")]))
    events = Event.objects.filter(subject=picture.post.subject, kind__startswith="picture.look")
    assert [one.facts for one in events] == [{"picture": picture.pk, "faces": 1, "words": 1}]


def test_a_look_changes_nothing_that_an_author_has_open(people, settings, monkeypatch):
    post = draft(people)
    picture = looked(monkeypatch, settings, people, post, seen())
    assert again(picture).post.edits == post.edits + 1


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: type(one).__name__)
def test_a_picture_that_cannot_be_looked_into_is_left_and_no_name_is_logged(
    people, settings, monkeypatch, caplog, fault
):
    faked(monkeypatch, fault)
    picture = added(people, settings)
    while tasks.look_next(at=AT):
        pass
    assert (again(picture).look, "Oliver" in caplog.text) == ("failed", False)


def test_a_look_that_takes_the_worker_down_is_given_up_after_some_tries(people, settings, monkeypatch):
    asked = faked(monkeypatch, KeyboardInterrupt())
    picture = added(people, settings)
    for _ in range(looks.MOST_TRIES):
        with pytest.raises(KeyboardInterrupt):
            tasks.look_next(at=AT)
    assert (tasks.look_next(at=AT), again(picture).look, len(asked)) == (True, "failed", looks.MOST_TRIES)


def test_where_nothing_looks_any_more_nobody_waits_for_it(people, settings, monkeypatch):
    faked(monkeypatch, seen())
    picture = added(people, settings)
    settings.LOOK = False
    tasks.look_next(at=AT)
    assert again(picture).look == "none"


def test_faces_that_were_spoken_of_stay_while_words_are_looked_for(people, settings, monkeypatch):
    faked(monkeypatch, seen(words=[(BADGE, "Zofia Nowak")]))
    picture = added(people, settings)
    tasks.look_next(at=AT)
    boxes.blur(again(picture), boxes=["f1"], seat=people.amara, at=AT)
    faked(monkeypatch, seen(faces=(), words=[(BADGE, "Zofia Nowak")]))
    tasks.look_next(at=AT)
    now = again(picture)
    assert (now.look, len(now.seen["faces"]), now.marks, len(now.seen["words"])) == (
        "done", 1, {"f1": {"is": "blurred"}}, 1
    )  # fmt: skip


def test_what_was_found_in_other_pixels_is_not_kept(people, settings, monkeypatch):
    picture = added(people, settings)

    def look(data, *, words):
        Picture.objects.of(people.school).filter(pk=picture.pk).update(sha256="0" * 64)
        return seen(faces=(FACE,))

    faked(monkeypatch, seen())
    monkeypatch.setattr("gatepost.detectors.pictures.look", look)
    looks.look_into(again(picture), by=SYSTEM, at=AT)
    assert (again(picture).look, again(picture).seen) == ("waiting", {})
