"""Each thing that the gate asks for, taken away one at a time from a post that it would let out."""

from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage

from gatepost.channels.actions import register
from gatepost.channels.models import Poster
from gatepost.consents.actions import answers
from gatepost.consents.models import Pupil
from gatepost.handbook.actions import policies
from gatepost.publishing.actions import handover, incidents, signoff, stops, withdrawals
from gatepost.publishing.asking import assess_post
from gatepost.publishing.content import digest
from gatepost.publishing.content import shown as shown_in
from gatepost.publishing.findings import findings
from gatepost.publishing.gate import NoLonger, check_may_go_out
from gatepost.publishing.models import Approval, Delivery, Post, Version
from gatepost.publishing.queries import delivery as delivery_of
from gatepost.publishing.wording import title
from gatepost.schools.actions import people
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import HeldRole
from gatepost.schools.queries import seat
from tests import cast
from tests.cast import AT, by_system

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return cast.cast()


@pytest.fixture
def shown(school):
    """A post with Oliver in its picture, signed off and ready to go out."""
    return cast.ready(school, shown=(school.oliver,))


def check_lets(school, delivery, *, at=AT, who="amara"):
    """What the gate says now, with every row read again; nothing where it lets the post out."""
    person = getattr(school, who).person
    found = delivery_of(school.school, delivery.pk)
    check_may_go_out(found, seat(person, school.school, at=at), at=at)


def test_what_is_signed_off_may_go_out(school, shown):
    check_lets(school, shown)


def test_an_approval_that_ran_out_is_none(school, shown):
    with pytest.raises(NoLonger, match="approval ran out"):
        check_lets(school, shown, at=AT + timedelta(days=8))


def test_an_approver_who_left_approves_nothing(school, shown):
    approver = Approval.objects.of(school.school).get(version=shown.version).person
    for held in HeldRole.objects.filter(person=approver):
        people.end_role(held, **by_system)
    with pytest.raises(NoLonger, match="no longer holds the role"):
        check_lets(school, shown)


def test_a_permission_that_is_gone_stops_it_without_saying_whose_or_why(school, shown):
    answers.record(school.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    with pytest.raises(NoLonger, match="can’t be shown") as refusal:
        check_lets(school, shown)
    assert "Oliver" not in str(refusal.value)


def test_a_permission_that_runs_out_stops_it_the_day_after(school):
    answers.record(
        school.oliver, element="photo", tier="social", state="granted", given_by="parent",
        expires_on=date(2026, 11, 22), **by_system,
    )  # fmt: skip
    ready = cast.ready(school, shown=(school.oliver,))
    check_lets(school, ready, at=AT + timedelta(days=2))
    with pytest.raises(NoLonger, match="can’t be shown"):
        check_lets(school, ready, at=AT + timedelta(days=3))


def test_a_stored_version_that_was_tampered_with_does_not_go_out(school, shown):
    changed = {**shown.version.content, "text": "Something else"}
    Version.objects.of(school.school).filter(pk=shown.version_id).update(content=changed)
    with pytest.raises(NoLonger, match="not what was signed off"):
        check_lets(school, shown)


def test_an_approval_of_another_digest_is_none(school, shown):
    Approval.objects.of(school.school).update(digest="0" * 64)
    with pytest.raises(NoLonger, match="every approval"):
        check_lets(school, shown)


def test_a_stricter_policy_adopted_since_is_asked_again(school, shown):
    policies.adopt(
        trust=school.trust, school=school.school, source="everyone-matters", effective_from=AT.date(), **by_system
    )
    with pytest.raises(NoLonger, match="now asks for an approval"):
        check_lets(school, shown)


def test_a_stop_holds_everything_and_ends_nothing(school, shown):
    stops.start(seat=school.head, reason="A fire drill.", at=AT)
    with pytest.raises(NotAllowed, match="stopped") as refusal:
        check_lets(school, shown)
    assert not isinstance(refusal.value, NoLonger)


def test_a_stop_of_the_trust_holds_every_school(school, shown):
    central = cast.add_person(school.school, "Tomos Rees", "headteacher")
    people.give_role(central, "central_team", school=None, **by_system)
    stops.start(seat=seat(central, school.school, at=AT), reason="Cyber.", at=AT, whole_trust=True)
    with pytest.raises(NotAllowed, match="stopped"):
        check_lets(school, shown)


def test_only_somebody_on_the_accounts_list_posts(school, shown):
    register.remove_poster(Poster.objects.of(school.school).get(person=school.head.person), **by_system)
    with pytest.raises(NotAllowed, match="not on the list"):
        check_lets(school, shown, who="head")


def test_an_author_who_may_no_longer_post_is_another_matter_for_the_policy(school, shown):
    register.remove_poster(Poster.objects.of(school.school).get(person=school.amara.person), **by_system)
    with pytest.raises(NoLonger, match="Its author is not on the list"):
        check_lets(school, shown, who="head")


def test_the_approver_is_not_thereby_a_poster(school, shown):
    with pytest.raises(NotAllowed):
        check_lets(school, shown, who="ben")


def test_a_closed_account_takes_no_posts(school, shown):
    register.close_channel(school.channel, **by_system)
    with pytest.raises(NotAllowed, match="was closed"):
        check_lets(school, shown)


def test_somebody_of_another_school_is_refused_whatever_their_roles(school, shown):
    with pytest.raises(NotAllowed, match="another school"):
        handover.claim(shown, seat=school.dev, at=AT)


def test_during_an_incident_only_the_named_people_post(school, shown):
    incidents.declare(seat=school.head, reason="Police are here.", channels=[school.channel],
                      people=[school.head.person], at=AT)  # fmt: skip
    with pytest.raises(NotAllowed, match="not one of the people"):
        check_lets(school, shown)


def test_during_an_incident_only_the_named_accounts_speak(school, shown):
    other = register.open_channel(school.school, platform="x", name="Brookfield", **by_system)
    incidents.declare(seat=school.head, reason="Police are here.", channels=[other], people=[school.amara.person],
                      at=AT)  # fmt: skip
    with pytest.raises(NotAllowed, match="not one of the accounts"):
        check_lets(school, shown)


def test_the_named_people_post_on_the_named_accounts_during_an_incident(school, shown):
    incidents.declare(seat=school.head, reason="Police are here.", channels=[school.channel],
                      people=[school.amara.person], at=AT)  # fmt: skip
    check_lets(school, shown)


def test_where_the_school_and_its_trust_have_each_declared_one_both_must_let_it_out(school, shown):
    dana = seat(cast.add_person(school.school, "Dana Cole", "central_team"), school.school, at=AT)
    incidents.declare(seat=dana, reason="A flood.", channels=[school.channel], people=[dana.person], at=AT,
                      whole_trust=True)  # fmt: skip
    incidents.declare(seat=school.head, reason="A flood.", channels=[school.channel], people=[school.amara.person],
                      at=AT + timedelta(minutes=1))  # fmt: skip
    with pytest.raises(NotAllowed, match="not one of the people"):
        check_lets(school, shown, at=AT + timedelta(minutes=2))


def test_a_refusal_that_cannot_pass_kills_the_packs_link_for_everybody(school, shown):
    answers.record(school.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    with pytest.raises(NoLonger):
        handover.open_pack(shown, seat=school.amara, at=AT)
    assert Delivery.objects.of(school.school).get(pk=shown.pk).status == "pulled"


def test_a_withdrawal_stops_what_waits_in_the_same_breath(school, shown):
    said = {"element": "photo", "tier": "social", "state": "refused", "given_by": "parent"}
    withdrawals.record_answer(school.oliver, **said, **by_system)
    assert Post.objects.of(school.school).get(pk=shown.version.post_id).status == "draft"


def test_what_is_planned_for_later_does_not_go_out_now(school, shown):
    later = replace_go_out(shown, AT + timedelta(days=1))
    with pytest.raises(NotAllowed, match="not before"):
        check_may_go_out(later, school.amara, at=AT)


def replace_go_out(delivery, when):
    """The delivery with a time to go out, in memory, its version signed with it."""
    version = delivery.version
    version.content = {**version.content, "go_out_at": when.isoformat()}
    version.digest = digest(version.content)
    Approval.objects.of(version.post.school_id).update(digest=version.digest)
    delivery.due_at = when
    return delivery


def test_a_recalled_post_is_a_draft_again_and_its_pack_is_dead(school, shown):
    signoff.recall(shown.version.post, seat=school.amara, at=AT)
    with pytest.raises(NotAllowed, match="not waiting to go out"):
        check_lets(school, shown)


def test_a_request_that_waited_does_not_pass_a_stop_that_came_meanwhile(school, shown):
    stops.start(seat=school.head, reason="A wrong post.", at=AT + timedelta(seconds=2))
    with pytest.raises(NotAllowed, match="stopped"):
        check_lets(school, shown, at=AT)


def test_a_request_that_waited_does_not_pass_a_withdrawal_that_came_meanwhile(school, shown):
    later = {**by_system, "at": AT + timedelta(seconds=2)}
    answers.record(school.oliver, element="photo", tier="social", state="refused", given_by="parent", **later)
    with pytest.raises(NoLonger, match="can’t be shown"):
        check_lets(school, shown, at=AT)


def test_a_role_that_ended_meanwhile_posts_nothing(school, shown):
    held_before = school.amara
    for held in HeldRole.objects.filter(person=school.amara.person):
        people.end_role(held, by=by_system["by"], at=AT + timedelta(seconds=2))
    with pytest.raises(NotAllowed):
        handover.claim(shown, seat=held_before, at=AT)


def test_an_approver_who_may_no_longer_sign_off_approves_nothing_by_a_position(school):
    far = cast.cast(policy="everyone-matters", slug="foxglove")
    ready = cast.ready(far)
    people.end_role(HeldRole.objects.get(person=far.ben.person, role="approver"), **by_system)
    with pytest.raises(NoLonger, match="no longer holds the role"):
        check_lets(far, ready)


def test_a_question_that_todays_policy_asks_is_answered_before_it_goes_out(school, shown):
    policies.adopt(trust=school.trust, school=school.school, source="north-star", effective_from=AT.date(), **by_system)
    with pytest.raises(NoLonger, match="has a question"):
        check_lets(school, shown)


def test_a_no_that_was_kept_with_an_approval_stops_it_whoever_else_said_yes(school):
    shown = cast.ready(school, shown=(school.oliver,), face_shown="recognisable", reason="First prize at the fair.")
    first = Approval.objects.of(school.school).filter(version=shown.version).first()
    key = next(iter(first.answers))
    Approval.objects.of(school.school).filter(pk=first.pk).update(answers={**first.answers, key: "no"})
    with pytest.raises(NoLonger, match="answered no to") as refusal:
        check_lets(school, shown)
    assert key.partition(": ")[2] in str(refusal.value)


def test_a_pupil_who_is_not_on_this_roll_any_more_is_not_shown(school, shown):
    Pupil.objects.of(school.school).filter(pk=school.oliver.pk).update(school=school.other)
    with pytest.raises(NoLonger, match="not on this school’s roll"):
        check_lets(school, shown)


def test_another_file_in_the_place_of_the_picture_does_not_go_out(school, shown):
    name = shown.version.content["pictures"][0]["file"]
    with default_storage.open(name, "wb") as file:
        file.write(cast.jpeg(colour="red"))
    with pytest.raises(NoLonger, match="not the one that was kept"):
        handover.claim(shown, seat=school.amara, at=AT)


# --- what goes out beside the words, and whose words they are ---


@pytest.mark.parametrize(
    ("named", "why"),
    [("Oliver Hartley with a volcano", "can’t be named"), ("Ring 07700 900123 for tickets", "phone number")],
)
def test_a_description_is_judged_like_the_words_it_goes_out_with(school, named, why):
    post = cast.draft(school, shown=(school.oliver,), alt_text=named)
    with pytest.raises(UnableTo):
        signoff.send(post, seat=school.amara, at=AT)
    assessed = assess_post(post, at=AT)
    assert any(why in title(one, assessed) for one in findings(assessed) if one.stops)


def test_a_name_in_a_description_that_may_not_stand_any_more_keeps_it_in(school):
    answers.record(school.oliver, element="name", tier="social", state="granted", given_by="parent", **by_system)
    answers.record(school.oliver, element="full_name", tier="social", state="granted", given_by="parent", **by_system)
    ready = cast.ready(school, shown=(school.oliver,), alt_text="Oliver with a volcano")
    answers.record(school.oliver, element="name", tier="social", state="refused", given_by="parent", **by_system)
    with pytest.raises(NoLonger, match="can’t be shown any more"):
        check_lets(school, ready)


QUOTED = "Oliver said: “It was the best day of the year.”"


def test_nobody_is_quoted_whose_family_has_not_agreed_to_it(school):
    answers.record(school.oliver, element="name", tier="social", state="granted", given_by="parent", **by_system)
    with pytest.raises(UnableTo, match="Put right"):
        cast.waiting(school, text=QUOTED)


def test_a_quotation_that_may_not_stand_any_more_keeps_it_in(school):
    for element in ("name", "quote"):
        answers.record(school.oliver, element=element, tier="social", state="granted", given_by="parent", **by_system)
    ready = cast.ready(school, text=QUOTED)
    answers.record(school.oliver, element="quote", tier="social", state="withdrawn", given_by="parent", **by_system)
    with pytest.raises(NoLonger, match="can’t be shown any more"):
        check_lets(school, ready)


def test_a_face_said_to_be_somebodys_shows_them_whoever_is_ticked():
    content = {"pictures": [{"pupils": [1], "marks": {"f1": {"is": "pupil", "pupil": 2}}}]}
    assert shown_in(content) == {1, 2}
