"""Beginning, filling and ending a look through earlier posts."""

from datetime import timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.publishing.actions import back_catalogue, past_posts
from gatepost.publishing.models import PastPost
from gatepost.publishing.past_lists import Row
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.queries import seat
from tests.cast import AT, Cast, add_person, cast
from tests.publishing.looking_back import DUE, NAME, added, begun, decided, link

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def kinds() -> list[str]:
    return [kind for kind in Event.objects.order_by("number").values_list("kind", flat=True) if "campaign" in kind]


MAY = {"headteacher": True, "central_team": True, "account_holder": True, "poster": False, "approver": False,
       "dsl": False, "governor": False}  # fmt: skip


@pytest.mark.parametrize(("role", "may"), MAY.items())
def test_the_head_the_central_team_and_account_holders_may_begin_one(people, role, may):
    somebody = seat(add_person(people.school, "Rowan Ellis", role), people.school, at=AT)
    if may:
        assert back_catalogue.begin(seat=somebody, name=NAME, due_on=DUE, at=AT).begun_by == somebody.person
        return
    with pytest.raises(NotAllowed, match="look through earlier posts"):
        back_catalogue.begin(seat=somebody, name=NAME, due_on=DUE, at=AT)


def test_one_goes_on_at_a_time(people):
    begun(people)
    with pytest.raises(UnableTo, match="End that one first"):
        back_catalogue.begin(seat=people.head, name="Another", due_on=DUE, at=AT)


@pytest.mark.parametrize(("name", "due", "why"), [(" ", DUE, "Give it a name"), (NAME, AT.date() - timedelta(days=1),
                                                                                 "still to come")])  # fmt: skip
def test_it_has_a_name_and_a_day_that_is_still_to_come(people, name, due, why):
    with pytest.raises(UnableTo, match=why):
        back_catalogue.begin(seat=people.head, name=name, due_on=due, at=AT)


def test_a_list_is_taken_in_with_one_event_and_what_is_wrong_is_told(people):
    rows = [Row(1, link(1)), Row(2, "javascript:alert(1)"), Row(3, link(1))]
    found = back_catalogue.add(begun(people), rows=rows, place=None, seat=people.head, at=AT)
    assert (found.count, [one.number for one in found.problems]) == (1, [2, 3])
    assert kinds() == ["campaign.begun", "campaign.filled"]


def test_a_list_of_which_nothing_is_fit_changes_nothing(people):
    back_catalogue.add(begun(people), rows=[Row(1, "nothing")], place=None, seat=people.head, at=AT)
    assert (PastPost.objects.of(people.school).count(), kinds()) == (0, ["campaign.begun"])


def test_an_empty_list_is_refused(people):
    with pytest.raises(UnableTo, match="at least one link"):
        back_catalogue.add(begun(people), rows=[], place=None, seat=people.head, at=AT)


def test_somebody_of_another_school_adds_nothing(people):
    with pytest.raises(NotAllowed, match="another school"):
        back_catalogue.add(begun(people), rows=[Row(1, link(1))], place=None, seat=people.dev, at=AT)


def test_it_ends_when_nothing_is_left_and_not_before(people):
    campaign = begun(people)
    post = added(campaign, people.head, "Sports day.")[0]
    with pytest.raises(UnableTo, match="Left: 1 to look at"):
        back_catalogue.end(campaign, seat=people.head, at=AT)
    decided(post, people.head, "remove")
    with pytest.raises(UnableTo, match="Left: 1 to come down"):
        back_catalogue.end(campaign, seat=people.head, at=AT)
    past_posts.down(post, seat=people.head, proof="The page is missing.", at=AT)
    back_catalogue.end(campaign, seat=people.head, at=AT)
    assert kinds()[-1] == "campaign.ended"


def test_nothing_is_added_to_one_that_has_ended_until_somebody_goes_on_with_it(people):
    campaign = begun(people)
    back_catalogue.end(campaign, seat=people.head, at=AT)
    with pytest.raises(UnableTo, match="has ended"):
        added(campaign, people.head, "Sports day.")
    back_catalogue.resume(campaign, seat=people.head, at=AT)
    assert len(added(campaign, people.head, "Sports day.")) == 1


def test_one_does_not_go_on_beside_another(people):
    campaign = begun(people)
    back_catalogue.end(campaign, seat=people.head, at=AT)
    back_catalogue.begin(seat=people.head, name="Another", due_on=DUE, at=AT)
    with pytest.raises(UnableTo, match="End that one first"):
        back_catalogue.resume(campaign, seat=people.head, at=AT)
