from typing import Any

import pytest

from gatepost.audit.kinds import KINDS
from gatepost.audit.queries import GROUPS, about, of_school
from gatepost.publishing.actions import stops
from gatepost.schools.queries import seat
from tests.cast import AT, Cast, add_person, add_school, cast, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def kinds(people: Cast, **what: Any) -> list[str]:
    return [event.kind for event in of_school(people.trust.slug, people.school.slug, **what)]


def test_the_newest_comes_first(people):
    waiting(people)
    assert kinds(people)[:2] == ["post.sent", "post.edited"]


def test_a_group_holds_only_its_kinds(people):
    waiting(people)
    assert kinds(people, group="sign-off") == ["post.sent"]
    assert kinds(people, group="drafts") == ["post.edited", "post.drafted"]


def test_an_unknown_group_holds_everything(people):
    assert kinds(people, group="nonsense") == kinds(people)


def test_a_familys_answer_is_found_only_where_it_is_asked_for(people):
    assert "answer.recorded" not in {*kinds(people), *kinds(people, group="families")}
    assert kinds(people, group="families", answers=True)[0] == "answer.recorded"


def test_a_familys_answer_is_not_among_what_happened_to_a_pupil(people):
    found = about(people.trust.slug, f"pupil:{people.oliver.pk}")
    assert [event.kind for event in found] == ["pupil.added"]


def groups_of(kind: str) -> list[str]:
    return [name for name, wanted in GROUPS.items() if kind in wanted or f"{kind.partition('.')[0]}." in wanted]


def test_every_kind_of_event_is_in_one_group():
    assert {kind: groups_of(kind) for kind in KINDS if len(groups_of(kind)) != 1} == {}


def test_a_stop_of_the_whole_trust_is_read_at_each_school(people):
    sibling = add_school(people.trust, "sibling", policy="southport")
    dana = seat(add_person(people.school, "Dana Cole", "central_team"), people.school, at=AT)
    stops.start(seat=dana, reason="A mistake.", at=AT, whole_trust=True)
    assert of_school(people.trust.slug, sibling.slug)[0].kind == "stop.started"


def test_who_was_added_elsewhere_in_the_trust_is_not(people):
    assert "person.added" not in kinds(people)


def test_another_school_reads_nothing_of_ours(people):
    waiting(people)
    found = of_school(people.other.trust.slug, people.other.slug)
    assert not found.filter(kind__startswith="post.").exists()


def test_what_happened_to_one_post_is_found_by_its_name(people):
    version = waiting(people)
    waiting(people)
    found = [event.kind for event in about(people.trust.slug, version.post.subject)]
    assert found == ["post.sent", "post.edited", "post.drafted"]


def test_only_the_wanted_kinds_are_found(people):
    version = waiting(people)
    found = about(people.trust.slug, version.post.subject, kinds=("post.sent",))
    assert [event.kind for event in found] == ["post.sent"]
