import pytest

from gatepost.audit.models import Event
from gatepost.consents.actions import pupils
from gatepost.publishing.actions import drafts, fixes
from gatepost.publishing.asking import assess_post
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
        ("Well done to Zofia Nowak, who won.", "Say “a pupil”", "Well done to a pupil, who won."),
        ("Well done to Zofia Nowak, who won.", "Take the name out", "Well done, who won."),
        ("Ring 07700 900118 now.", "Take the phone number out", "Ring now."),
        ("Ring 07700 900118.", "Use the school’s: 01632 960417", "Ring 01632 960417."),
        ("🌋🌋 Zofia Nowak 🌋", "Say “A pupil”", None),
        ("👩‍👩‍👧 é Ring 07700 900118!", "Take the phone number out", "👩‍👩‍👧 é Ring!"),
    ],
)
def test_a_tap_changes_the_words_of_the_finding_and_no_others(people, text, label, after):
    post = draft(people, text=text)
    if after is not None:
        assert tap(people, post, label).text == after


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


@pytest.mark.parametrize(
    ("before", "middle", "after", "whole"),
    [
        ("to ", "", " and all", "to and all"),
        ("to ", "", ", who", "to, who"),
        ("", "", " won", "won"),
        ("a\n", "", " b", "a\nb"),
        ("(", "", ")", "()"),
        ("to ", "a pupil", ", who", "to a pupil, who"),
    ],
)
def test_no_blank_stays_where_words_were(before, middle, after, whole):
    assert fixes.joined(before, middle, after) == whole


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("See you at ", ", on Friday.", "See you, on Friday."),
        ("He lives near ", ".", "He lives."),
        ("We walked from ", "", "We walked"),
        ("See you at ", " on Friday.", "See you at on Friday."),
        ("A cat ", ".", "A cat."),
        ("On ", ", we won.", "On, we won."),
        ("Come in, ", ".", "Come in,."),
    ],
)
def test_a_preposition_is_not_left_before_nothing(before, after, whole):
    assert fixes.joined(before, "", after) == whole
