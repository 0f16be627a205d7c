from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from gatepost.audit.models import Event
from gatepost.publishing import tasks
from gatepost.publishing.actions import boxes, pictures, signoff
from gatepost.publishing.models import Earlier, Version
from gatepost.publishing.pictures import stored
from gatepost.publishing.pictures.boxes import Area
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, Cast, cast, draft
from tests.publishing.pictures.files import saved
from tests.publishing.pictures.seeing import BADGE, FACE, OTHER, again, looked, seen

pytestmark = pytest.mark.django_db
ACTS = {
    "say": (boxes.say, {"box": "f1", "said": "adult"}),
    "blur": (boxes.blur, {"boxes": ["f1"]}),
    "crop": (boxes.crop, {"area": Area(0, 0, 300, 300)}),
    "take back": (boxes.take_back, {}),
}
REFUSED = {
    "a box that is not there": (boxes.say, {"box": "f9", "said": "adult"}, "not in the picture any more"),
    "a word that is not among the answers": (boxes.say, {"box": "f1", "said": "tall"}, "Choose one of the answers"),
    "words that are said to be a face": (boxes.say, {"box": "w1", "said": "adult"}, "Choose one of the answers"),
    "a pupil who is none": (boxes.say, {"box": "f1", "said": "pupil", "pupil": 999_999}, "class lists"),
    "nothing to blur": (boxes.blur, {"boxes": []}, "nothing here"),
    "a blur of what is not there": (boxes.blur, {"boxes": ["f1", "f9"]}, "not in the picture any more"),
    "a crop that leaves a strip": (boxes.crop, {"area": Area(0, 0, 640, 20)}, "Too little"),
    "a crop beyond the picture": (boxes.crop, {"area": Area(600, 0, 640, 480)}, "Too little"),
    "a crop of nothing": (boxes.crop, {"area": Area(0, 0, 640, 480)}, "on one side at least"),
    "what was never changed": (boxes.take_back, {}, "not kept any more"),
}


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def picture(people, monkeypatch, settings):
    """A picture of Amara's draft with two faces and a badge."""
    found = seen(faces=(FACE, OTHER), words=[(BADGE, "Zofia Nowak")])
    noise = saved(Image.effect_noise((640, 480), 90).convert("RGB"))
    return looked(monkeypatch, settings, people, draft(people), found, data=noise)


def said(people, picture, **given):
    return boxes.say(picture, **{"box": "f1", "said": "pupil", "pupil": people.oliver.pk} | given, seat=people.amara,
                     at=AT)  # fmt: skip


def shown(picture):
    """Who is said to be in it."""
    return list(again(picture).pupils.values_list("pk", flat=True))


def latest(picture):
    return Event.objects.filter(subject=picture.post.subject).latest("number")


# --- who somebody is ---


def test_whoever_is_said_to_be_in_a_box_is_in_the_picture(people, picture):
    said(people, picture)
    assert (shown(picture), again(picture).people_said) == ([people.oliver.pk], True)


def test_whoever_has_no_box_left_is_not_in_the_picture_any_more(people, picture):
    said(people, picture)
    said(people, picture, pupil=people.zofia.pk)
    assert shown(picture) == [people.zofia.pk]


@pytest.mark.parametrize("answer", ["adult", "elsewhere", "no_face", ""])
def test_a_box_that_is_somebody_elses_takes_the_pupil_out(people, picture, answer):
    said(people, picture)
    said(people, picture, said=answer, pupil=None)
    assert (shown(picture), again(picture).marks.get("f1", {}).get("is", "")) == ([], answer)


def test_whoever_was_ticked_by_eye_stays_whatever_is_said_of_a_box(people, picture):
    pictures.describe(picture, pupils=[people.zofia.pk], seat=people.amara, at=AT)
    said(people, picture)
    said(people, picture, said="adult", pupil=None)
    assert shown(picture) == [people.zofia.pk]


# --- blur ---


def test_blurring_replaces_the_pixels_and_the_digest(people, picture):
    before = picture.sha256
    boxes.blur(picture, boxes=["f1"], seat=people.amara, at=AT)
    now = again(picture)
    assert now.sha256 != before
    assert stored.read(now.file.name, sha256=now.sha256)[:3] == b"\xff\xd8\xff"


def test_a_pupil_whose_face_is_blurred_is_not_in_the_picture_any_more(people, picture):
    said(people, picture)
    boxes.blur(picture, boxes=["f1"], seat=people.amara, at=AT)
    assert (shown(picture), again(picture).marks["f1"]) == ([], {"is": "blurred"})


def test_nobody_can_be_said_to_be_in_a_box_that_is_blurred(people, picture):
    boxes.blur(picture, boxes=["f1"], seat=people.amara, at=AT)
    with pytest.raises(UnableTo, match="nobody can say"):
        said(people, picture)


def test_the_record_holds_boxes_and_digests_and_no_name(people, picture):
    boxes.blur(picture, boxes=["w1"], seat=people.amara, at=AT)
    facts = latest(picture).facts
    assert facts == {"picture": picture.pk, "boxes": ["w1"], "sha256": again(picture).sha256}


# --- crop ---


def test_a_crop_takes_out_whoever_was_in_what_is_cut_off(people, picture):
    said(people, picture)
    said(people, picture, box="f2", pupil=people.zofia.pk)
    boxes.crop(picture, area=Area(0, 0, 320, 480), seat=people.amara, at=AT)
    now = again(picture)
    assert (now.width, [one["key"] for one in now.seen["faces"]], shown(picture)) == (320, ["f1"], [people.oliver.pk])


# --- take back ---


@pytest.mark.parametrize("act", [(boxes.blur, {"boxes": ["f1"]}), (boxes.crop, {"area": Area(320, 0, 320, 480)})])
def test_taking_back_gives_the_pixels_the_boxes_and_the_pupils_again(people, picture, act):
    said(people, picture)
    before = again(picture)
    act[0](picture, **act[1], seat=people.amara, at=AT)
    boxes.take_back(picture, seat=people.amara, at=AT)
    now = again(picture)
    assert (now.sha256, now.marks, now.width, shown(now)) == (
        before.sha256, before.marks, before.width, [people.oliver.pk]
    )  # fmt: skip


def test_what_is_taken_back_leaves_no_file(people, picture, django_capture_on_commit_callbacks):
    blurred = boxes.blur(picture, boxes=["f1"], seat=people.amara, at=AT).file.name
    with django_capture_on_commit_callbacks(execute=True):
        boxes.take_back(picture, seat=people.amara, at=AT)
    assert (default_storage.exists(blurred), default_storage.exists(picture.file.name)) == (False, True)


# --- for good ---


def sent(people, picture):
    """A version with the picture, all of which is said."""
    pictures.describe(
        picture, seat=people.amara, at=AT, face_shown="back_or_distance", names_visible="none", alt_text="A fair",
        capture_device="school_device", pupils=[people.oliver.pk],
    )  # fmt: skip
    return signoff.send(picture.post, seat=people.amara, at=AT)


def test_once_it_is_sent_only_the_blurred_pixels_are_left(people, picture, django_capture_on_commit_callbacks):
    original = picture.file.name
    boxes.blur(picture, boxes=["f2", "w1"], seat=people.amara, at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        version = sent(people, picture)
    kept = version.content["pictures"][0]
    assert (default_storage.exists(original), default_storage.exists(kept["file"])) == (False, True)
    assert Earlier.objects.of(people.school).count() == 0


def test_what_was_signed_off_before_stays_as_it_was(people, picture, django_capture_on_commit_callbacks):
    boxes.blur(picture, boxes=["w1"], seat=people.amara, at=AT)
    version = sent(people, picture)
    signoff.recall(version.post, seat=people.amara, at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        boxes.blur(again(picture), boxes=["f2"], seat=people.amara, at=AT)
        sent(people, again(picture))
    kept = Version.objects.of(people.school).get(pk=version.pk).content["pictures"][0]
    assert stored.read(kept["file"], sha256=kept["sha256"])


def test_a_draft_that_lies_about_loses_the_picture_as_it_was(people, picture, django_capture_on_commit_callbacks):
    original = picture.file.name
    boxes.blur(picture, boxes=["f1"], seat=people.amara, at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        tasks.tidy(at=AT + timedelta(days=1))
    early = default_storage.exists(original)
    with django_capture_on_commit_callbacks(execute=True):
        tasks.tidy(at=AT + timedelta(days=3))
    assert (early, default_storage.exists(original)) == (True, False)


# --- who may ---


@pytest.mark.parametrize(("act", "given"), ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("who", ["ben", "carys", "head", "dev"])
def test_nobody_but_the_author_touches_a_picture(people, picture, act, given, who):
    with pytest.raises(NotAllowed):
        act(picture, **given, seat=getattr(people, who), at=AT)


@pytest.mark.parametrize(("act", "given"), ACTS.values(), ids=ACTS)
def test_what_waits_for_sign_off_is_frozen(people, picture, act, given):
    boxes.blur(picture, boxes=["w1"], seat=people.amara, at=AT)
    sent(people, picture)
    with pytest.raises(NotAllowed, match="Take it back first"):
        act(picture, **given, seat=people.amara, at=AT)


@pytest.mark.parametrize(("act", "given", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_refused_with_a_sentence_and_changes_nothing(people, picture, act, given, why):
    before = latest(picture).number
    with pytest.raises(UnableTo, match=why):
        act(picture, **given, seat=people.amara, at=AT)
    assert (again(picture).sha256, latest(picture).number) == (picture.sha256, before)


@pytest.mark.parametrize(("act", "given"), list(ACTS.values())[:3], ids=list(ACTS)[:3])
def test_each_act_is_one_event(people, picture, act, given):
    before = latest(picture).number
    act(picture, **given, seat=people.amara, at=AT)
    assert Event.objects.filter(subject=picture.post.subject, number__gt=before).count() == 1


def test_a_blur_that_cannot_be_recorded_leaves_no_file(people, picture, monkeypatch):
    stored_before = stored.names(before=AT + timedelta(days=9999))
    monkeypatch.setattr(boxes, "recorded", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        boxes.blur(picture, boxes=["f1"], seat=people.amara, at=AT)
    assert stored.names(before=AT + timedelta(days=9999)) == stored_before
