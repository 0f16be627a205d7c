import pytest

from gatepost.publishing.actions import handover, pictures, signoff, takedowns
from gatepost.publishing.models import Declined
from tests import cast
from tests.cast import AT, Cast
from tests.publishing.pictures.seeing import again, looked, seen

pytestmark = pytest.mark.django_db
SAME, NEAR, FAR = 0x0F0F_F0F0_3C3C_55AA, 0x0F0F_F0F0_3C3C_55FF, 0xF0F0_0F0F_C3C3_AA55


@pytest.fixture
def people() -> Cast:
    return cast.cast()


def with_picture(people, monkeypatch, settings, dhash=SAME):
    """A draft with a picture into which something has looked."""
    post = cast.draft(people)
    return looked(monkeypatch, settings, people, post, seen(faces=(), dhash=dhash))


def described(people, picture):
    """A version with the picture."""
    pictures.describe(picture, seat=people.amara, at=AT, face_shown="no_people", names_visible="none", pupils=[],
                      alt_text="A gate", capture_device="school_device")  # fmt: skip
    return signoff.send(picture.post, seat=people.amara, at=AT)


def ready(people, monkeypatch, settings, dhash):
    """A signed-off post with the picture, which waits to be posted."""
    version = described(people, with_picture(people, monkeypatch, settings, dhash))
    monkeypatch.setattr(cast, "waiting", lambda _: version)
    return cast.ready(people)


def back(people, version, **given):
    signoff.send_back(version, seat=people.ben, reason="Not this one", at=AT, **given)


@pytest.mark.parametrize(("dhash", "told"), [(SAME, ["sent_back"]), (NEAR, ["sent_back"]), (FAR, []), (0, [])])
def test_whoever_adds_a_picture_like_one_that_was_sent_back_is_told(people, monkeypatch, settings, dhash, told):
    back(people, described(people, with_picture(people, monkeypatch, settings)), for_a_picture=True)
    picture = with_picture(people, monkeypatch, settings, dhash)
    assert [one["why"] for one in picture.seen["like"]] == told


def test_what_was_sent_back_for_its_words_tells_nothing_of_its_picture(people, monkeypatch, settings):
    back(people, described(people, with_picture(people, monkeypatch, settings)))
    assert with_picture(people, monkeypatch, settings).seen["like"] == []


def test_a_draft_that_holds_one_already_is_told_too(people, monkeypatch, settings):
    mine = with_picture(people, monkeypatch, settings)
    other = described(people, with_picture(people, monkeypatch, settings))
    back(people, other, for_a_picture=True)
    assert [(one["why"], one["post"]) for one in again(mine).seen["like"]] == [("sent_back", other.post_id)]


def test_a_post_is_not_told_of_itself(people, monkeypatch, settings):
    picture = with_picture(people, monkeypatch, settings)
    back(people, described(people, picture), for_a_picture=True)
    assert again(picture).seen["like"] == []


def test_another_school_is_told_nothing(people, monkeypatch, settings):
    back(people, described(people, with_picture(people, monkeypatch, settings)), for_a_picture=True)
    far = cast.cast(slug="thornbeck")
    assert with_picture(far, monkeypatch, settings).seen["like"] == []


def test_what_was_stopped_or_taken_down_is_remembered_without_why(people, monkeypatch, settings):
    one, two = (ready(people, monkeypatch, settings, dhash) for dhash in (SAME, FAR))
    handover.pull(one, seat=people.head, reason="Zofia’s family rang", at=AT)
    live = handover.mark_live(
        handover.claim(two, seat=people.amara, at=AT), address="https://facebook.example/1", seat=people.amara, at=AT
    )
    takedowns.done(live, seat=people.head, proof="It is gone", at=AT)
    rows = Declined.objects.of(people.school).order_by("pk")
    assert [(row.why, f"{row.dhash}") for row in rows] == [("pulled", f"{SAME:016x}"), ("down", f"{FAR:016x}")]
