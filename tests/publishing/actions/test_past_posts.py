"""Deciding about an earlier post."""

import json

import pytest

from gatepost.audit.models import Event
from gatepost.duties.models import Duty
from gatepost.publishing.actions import past_posts
from gatepost.publishing.models import PastPost
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, Cast, cast
from tests.publishing.looking_back import decided, leaver, one

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def stands(post: PastPost) -> str:
    return PastPost.objects.of(post.school_id).get(pk=post.pk).state


def test_a_post_in_which_nothing_is_found_is_kept_in_one_go(people):
    post = decided(one(people, "Sports day."), people.head, "keep", shows="no_picture")
    assert (stands(post), post.decided_by, post.decided_as) == ("keep", people.head.person, "headteacher")


def test_nothing_is_kept_while_nobody_has_said_who_is_in_it(people):
    with pytest.raises(UnableTo, match="who is in it, before you keep it"):
        decided(one(people, "Sports day."), people.head, "keep", reason="It is lovely.")


@pytest.mark.parametrize("shows", ["hands_or_work", "back_or_distance", "blurred", "recognisable"])
def test_how_it_shows_people_is_not_enough_to_know_who_is_in_it(people, shows):
    with pytest.raises(UnableTo, match="who is in it"):
        decided(one(people), people.head, "keep", shows=shows, reason="Fine.")


def test_to_keep_what_something_was_found_in_takes_a_reason(people):
    post = one(people, "Well done, Zofia Nowak.")
    with pytest.raises(UnableTo, match="Write why it can stay"):
        decided(post, people.head, "keep", shows="no_picture")
    assert decided(post, people.head, "keep", shows="no_picture", reason="Another Zofia.").state == "keep"


def test_words_that_nobody_may_publish_take_a_reason_too(people):
    with pytest.raises(UnableTo, match="Write why it can stay"):
        decided(one(people, "Ring 07700 900417 to book."), people.head, "keep", shows="no_picture")


def test_no_reason_keeps_a_picture_of_somebody_who_cannot_be_shown(people):
    with pytest.raises(UnableTo, match="can’t be shown, so it can’t stay"):
        decided(one(people), people.head, "keep", shows="back_or_distance", pupils=(people.zofia.pk,), reason="Lovely.")


def test_a_leaver_in_a_picture_stays_with_a_reason(people):
    gone = leaver(people)
    post = decided(one(people), people.head, "keep", shows="back_or_distance", pupils=(gone.pk,), reason="They agreed.")
    assert f"leaver:{gone.pk}" in post.found


def test_a_picture_of_somebody_who_may_be_shown_stays(people):
    post = decided(one(people), people.head, "keep", shows="back_or_distance", pupils=(people.oliver.pk,))
    assert (stands(post), [*post.pupils.all()]) == ("keep", [people.oliver])


@pytest.mark.parametrize(("decision", "gone"), [("remove", "removed"), ("replace", "replaced")])
def test_what_is_to_go_is_a_task_that_ends_with_proof(people, decision, gone):
    post = decided(one(people), people.head, decision)
    duty = Duty.objects.of(people.school).get()
    assert (duty.owner, duty.about, duty.due_at > AT, duty.done_at) == (people.head.person, post.subject, True, None)
    past_posts.down(post, seat=people.head, proof="The page is missing.", at=AT)
    duty.refresh_from_db()
    assert (stands(post), duty.proof) == (gone, "The page is missing.")


def test_it_is_not_down_without_proof(people):
    post = decided(one(people), people.head, "remove")
    with pytest.raises(UnableTo, match="how one can tell"):
        past_posts.down(post, seat=people.head, proof="  ", at=AT)
    assert stands(post) == "remove"


def test_a_post_that_stays_is_not_said_to_be_down(people):
    post = decided(one(people), people.head, "keep", shows="no_picture")
    with pytest.raises(UnableTo, match="not one that is to come down"):
        past_posts.down(post, seat=people.head, proof="Gone.", at=AT)


def test_a_decision_is_taken_back_with_its_task(people):
    post = past_posts.reopen(decided(one(people), people.head, "remove"), seat=people.head, at=AT)
    assert (stands(post), Duty.objects.of(people.school).get().done_at) == ("to_do", AT)
    assert decided(post, people.head, "keep", shows="no_picture").state == "keep"


def test_what_two_people_decide_is_decided_once(people):
    post = one(people)
    decided(post, people.head, "remove")
    with pytest.raises(UnableTo, match="decided about this post already"):
        decided(post, people.head, "keep", shows="no_picture", reason="Fine.")


@pytest.mark.parametrize("decision", ["", "removed", "published", "to_do"])
def test_nothing_else_can_be_decided(people, decision):
    with pytest.raises(UnableTo, match="Choose to keep it"):
        decided(one(people), people.head, decision)


CONTRADICTIONS = {
    "nobody, and somebody": {"shows": "back_or_distance", "nobody": True},
    "no picture, and somebody in it": {"shows": "no_picture"},
    "nobody in it, and somebody": {"shows": "no_people"},
}


@pytest.mark.parametrize("said", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_post_does_not_show_somebody_and_nobody(people, said):
    with pytest.raises(UnableTo, match="Change one of them"):
        decided(one(people), people.head, "keep", pupils=(people.oliver.pk,), **said)


def test_a_refused_decision_leaves_what_the_post_shows_as_it_was(people):
    post = one(people)
    with pytest.raises(UnableTo):
        decided(post, people.head, "keep", shows="recognisable", pupils=(people.zofia.pk,))
    held = PastPost.objects.of(people.school).get(pk=post.pk)
    assert (held.shows, [*held.pupils.all()]) == ("", [])


def test_nobody_of_another_school_is_ever_in_it(people):
    elsewhere = cast(slug="thornbeck").oliver
    post = past_posts.describe(one(people), seat=people.head, shows="back_or_distance", pupils=[elsewhere.pk],
                               nobody=False, at=AT)  # fmt: skip
    assert ([*post.pupils.all()], post.people_said) == ([], False)


@pytest.mark.parametrize("act", ["describe", "decide", "reopen", "down"])
def test_whoever_may_not_look_back_changes_nothing(people, act):
    post = one(people)
    given = {"describe": {"shows": "", "pupils": (), "nobody": True}, "decide": {"decision": "remove", "reason": ""},
             "down": {"proof": "Gone."}}.get(act, {})  # fmt: skip
    for seat in (people.amara, people.carys, people.dev):
        with pytest.raises(NotAllowed):
            getattr(past_posts, act)(post, seat=seat, at=AT, **given)
    assert stands(post) == "to_do"


def test_the_record_tells_what_was_done_and_names_nobody_in_the_post(people):
    post = one(people, "Well done, Zofia Nowak.")
    decided(post, people.head, "remove", reason="Zofia Nowak may not be named.")
    past_posts.down(post, seat=people.head, proof="Zofia Nowak is gone.", at=AT)
    rows = Event.objects.filter(kind__startswith="pastpost.").order_by("number")
    assert [one.kind for one in rows] == ["pastpost.decided", "pastpost.gone"]
    assert "Zofia" not in json.dumps([one.facts for one in Event.objects.filter(subject=post.subject)])
