import pytest

from gatepost.audit.models import Event
from gatepost.consents.actions import pupils
from gatepost.publishing.actions import drafts, fixes
from gatepost.publishing.asking import assess_post
from gatepost.publishing.changes import changes_of
from gatepost.publishing.desk import desk_of
from gatepost.publishing.findings import findings
from gatepost.publishing.models import Post
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, Cast, by_system, cast, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def key(post: Post, label: str) -> str:
    shown = desk_of(assess_post(post, at=AT), contacts=["01632 960417"]).shown
    return next(one.key for finding in shown for one in finding.remedies if one.label == label)


def tap(people: Cast, post: Post, label: str) -> Post:
    post.school.contacts = ["01632 960417"]
    post.school.save()
    fixes.apply(post, key=key(post, label), seat=people.amara, at=AT)
    return Post.objects.of(people.school).get(pk=post.pk)


@pytest.mark.parametrize(
    ("text", "label", "after"),
    [
        ("Well done to Zofia Nowak, who won.", "Say “one of our pupils”", "Well done to one of our pupils, who won."),
        ("Well done to Zofia Nowak, who won.", "Take the name out", "Well done, who won."),
        ("Ring 07700 900118 now.", "Take the phone number out", "Ring now."),
        ("Ring 07700 900118.", "Use the school’s: 01632 960417", "Ring 01632 960417."),
        ("🌋🌋 Zofia Nowak 🌋", "Say “one of our pupils”", "🌋🌋 one of our pupils 🌋"),
        ("👩‍👩‍👧 é Ring 07700 900118!", "Take the phone number out", "👩‍👩‍👧 é Ring!"),
    ],
)
def test_a_tap_changes_the_words_of_the_finding_and_no_others(people, text, label, after):
    assert tap(people, draft(people, text=text), label).text == after


def test_what_a_tap_put_right_is_checked_again(people):
    post = tap(people, draft(people, text="Ring 07700 900118."), "Take the phone number out")
    assert findings(assess_post(post, at=AT)) == ()


def test_a_tap_is_recorded_with_its_clause_and_without_the_words(people):
    post = tap(people, draft(people, text="Ring 07700 900118."), "Take the phone number out")
    event = Event.objects.filter(subject=post.subject).order_by("-number").first()
    assert event is not None
    assert (event.kind, "07700" in str(event.facts)) == ("fix.applied", False)


def test_words_that_have_changed_since_are_left_alone(people):
    post = draft(people, text="Ring 07700 900118.")
    old = key(post, "Take the phone number out")
    drafts.edit(post, seat=people.amara, at=AT, text="Ring 07700 900119.")
    with pytest.raises(UnableTo, match="has changed since"):
        fixes.apply(post, key=old, seat=people.amara, at=AT)


def test_a_tap_that_nothing_offered_changes_nothing(people):
    with pytest.raises(UnableTo, match="Look at the answers again"):
        fixes.apply(draft(people), key="0" * 16 + "-0", seat=people.amara, at=AT)


def test_only_its_author_taps(people):
    post = draft(people, text="Ring 07700 900118.")
    with pytest.raises(NotAllowed):
        fixes.apply(post, key=key(post, "Take the phone number out"), seat=people.head, at=AT)


def test_a_doubtful_name_is_settled_by_a_tap(people):
    pupils.add([{"legal_first": "Oliver", "legal_last": "Ng", "class_name": "5A"}], school=people.school, **by_system)
    post = tap(people, draft(people, text="Well done to Oliver for his volcano."), "Oliver Hartley, 4JM")
    assert list(post.named.all()) == [people.oliver]
    assert not assess_post(post, at=AT).names.doubtful


def test_a_picture_is_taken_out_by_a_tap(people):
    post = tap(people, draft(people, shown=(people.zofia,)), "Take the picture out")
    assert post.pictures.count() == 0


def test_what_a_tap_changed_is_kept_beside_the_record(people):
    post = tap(people, draft(people, text="Do ring 07700 900118 at noon."), "Take the phone number out")
    (change,) = changes_of(post)
    assert (change.kind, change.was.strip(), change.now, change.lead) == ("write", "07700 900118", "", "Do ring ")
    assert (change.text_after, change.by) == (post.text, people.amara.person)


def test_what_a_picture_was_that_a_tap_took_out_is_kept(people):
    post = tap(people, draft(people, shown=(people.zofia,)), "Take the picture out")
    assert [(one.kind, one.was) for one in changes_of(post)] == [("drop", "Picture 1: Pupils with a model")]


def back(people: Cast, post: Post) -> Post:
    fixes.undo(post, change=changes_of(post)[-1].pk, seat=people.amara, at=AT)
    return Post.objects.of(people.school).get(pk=post.pk)


def test_a_tap_is_taken_back_by_another_and_its_words_are_checked_again(people):
    post = draft(people, text="Ring 07700 900118.")
    again = back(people, tap(people, post, "Take the phone number out"))
    assert (again.text, changes_of(again)) == ("Ring 07700 900118.", [])
    assert findings(assess_post(again, at=AT))


def test_two_taps_are_taken_back_one_after_the_other(people):
    text = "Ring 07700 900118 or 07700 900119."
    post = tap(people, tap(people, draft(people, text=text), "Take the phone number out"), "Take the phone number out")
    assert back(people, back(people, post)).text == text


def test_a_name_that_was_settled_is_in_doubt_again(people):
    pupils.add([{"legal_first": "Oliver", "legal_last": "Ng", "class_name": "5A"}], school=people.school, **by_system)
    post = tap(people, draft(people, text="Well done to Oliver for his volcano."), "Oliver Hartley, 4JM")
    assert list(back(people, post).named.all()) == []


def test_taking_back_stands_on_the_record_without_the_words(people):
    post = back(people, tap(people, draft(people, text="Ring 07700 900118."), "Take the phone number out"))
    event = Event.objects.filter(subject=post.subject).order_by("-number").first()
    assert event is not None
    assert (event.kind, "07700" in str(event.facts)) == ("fix.undone", False)


def test_a_tap_is_not_taken_back_once_the_words_have_changed(people):
    post = tap(people, draft(people, text="Ring 07700 900118."), "Take the phone number out")
    drafts.edit(post, seat=people.amara, at=AT, text="Ring us.")
    with pytest.raises(UnableTo, match="any more"):
        back(people, post)


def test_a_picture_does_not_come_back_by_a_tap(people):
    post = tap(people, draft(people, shown=(people.zofia,)), "Take the picture out")
    with pytest.raises(UnableTo, match="any more"):
        back(people, post)


def test_only_its_author_takes_a_tap_back(people):
    post = tap(people, draft(people, text="Ring 07700 900118."), "Take the phone number out")
    with pytest.raises(NotAllowed):
        fixes.undo(post, change=changes_of(post)[-1].pk, seat=people.head, at=AT)


@pytest.fixture
def lenient() -> Cast:
    """A school whose policy leaves room for a reason."""
    return cast(policy="everyone-matters", slug="foxglove")


def kept(people: Cast) -> tuple[Post, str]:
    """A draft of which something is kept, and the key of what it is."""
    post = draft(people, shown=(people.oliver,), names_visible="first")
    found = next(one for one in findings(assess_post(post, at=AT)) if one.may_be_kept)
    fixes.keep(post, key=found.key, reason="It is his own work", seat=people.amara, at=AT)
    return post, found.key


def test_what_was_kept_is_to_be_put_right_after_all(lenient):
    post, key_of_it = kept(lenient)
    fixes.put_right_after_all(post, key=key_of_it, seat=lenient.amara, at=AT)
    (found,) = (one for one in findings(assess_post(post, at=AT)) if one.key == key_of_it)
    assert (found.waived, post.waivers.count()) == ("", 0)
    last = Event.objects.filter(subject=post.subject).order_by("-number").first()
    assert last is not None
    assert last.kind == "waiver.withdrawn"


def test_what_was_not_kept_cannot_be_taken_back(lenient):
    post, key_of_it = kept(lenient)
    fixes.put_right_after_all(post, key=key_of_it, seat=lenient.amara, at=AT)
    with pytest.raises(UnableTo, match="have not kept"):
        fixes.put_right_after_all(post, key=key_of_it, seat=lenient.amara, at=AT)
