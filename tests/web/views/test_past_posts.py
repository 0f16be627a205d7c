"""The page of one earlier post."""

import pytest

from gatepost.publishing.models import PastPost
from tests.cast import Cast, cast
from tests.publishing.looking_back import added, begun, decided, leaver, one
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch)


@pytest.fixture
def people() -> Cast:
    return cast()


def path(row: PastPost, act: str = "") -> str:
    return f"earlier-posts/post/{row.pk}/{act}"


def stands(row: PastPost) -> str:
    return PastPost.objects.of(row.school_id).get(pk=row.pk).state


def test_whoever_looks_through_them_opens_it_and_nobody_else(people):
    assert by_everybody(people, path(one(people))) == {"amara": 403, "ben": 403, "carys": 403, "head": 200, "dev": 404}


def test_it_says_what_was_found_and_never_why(people):
    page = seen(get(people.head, path(one(people, "Well done, Zofia Nowak."))))
    assert ("Zofia can’t be named here" in page, "We never say which" in page) == (True, True)
    assert [word for word in ("refused", "expired", "unanswered", "withdrawn") if word in page.lower()] == []


def test_the_link_opens_by_itself_and_is_told_nothing_of_where_one_came_from(people):
    row = one(people, "Sports day.")
    assert f'href="{row.address}" target="_blank" rel="noopener noreferrer nofollow"' in seen(
        get(people.head, path(row))
    )


def test_that_a_new_tab_opens_is_said_once(people):
    assert seen(get(people.head, path(one(people, "Sports day.")))).count("in a new tab") == 1


def test_one_tap_decides_and_the_next_one_follows(people):
    first, second = added(begun(people), people.head, "Well done, Zofia Nowak.", "Sports day.")
    answer = visitor(people.head).post(f"/brookfield/{path(first, 'decide/')}", {"act": "remove"}, follow=True)
    assert (stands(first), answer.redirect_chain[-1][0]) == ("remove", f"/brookfield/{path(second)}?last={first.pk}")
    assert "Take the last one back" in seen(answer)


def test_after_the_last_one_comes_the_list(people):
    row = one(people, "Sports day.")
    sent = {"act": "keep", "shows": "no_picture"}
    answer = visitor(people.head).post(f"/brookfield/{path(row, 'decide/')}", sent, follow=True)
    assert "100 % settled" in seen(answer)


def test_what_was_said_stays_where_it_cannot_be_kept(people):
    row = one(people, "Well done, Zofia Nowak.")
    answer = post(people.head, path(row, "decide/"), act="keep", shows="blurred", pupil=people.oliver.pk)
    page = seen(answer)
    assert (answer.status_code, stands(row), "Write why it can stay" in page) == (422, "to_do", True)
    assert f'value="{people.oliver.pk}" checked' in page
    assert 'value="blurred" checked' in page


def test_a_pupil_is_looked_for_without_a_name_in_the_address(people):
    gone, row = leaver(people), one(people)
    answer = post(people.head, path(row, "decide/"), act="find", find="thack", shows="blurred")
    assert (answer.status_code, "Rosalie Thackeray, left July 2024" in seen(answer)) == (200, True)
    assert (f'value="{gone.pk}"' in seen(answer), 'value="blurred" checked' in seen(answer)) == (True, True)


def test_a_name_that_nobody_has_is_said_to_be_nobodys(people):
    answer = post(people.head, path(one(people), "decide/"), act="say", find="qqq")
    assert "Nobody of that name" in seen(answer)


def test_what_it_shows_can_be_saved_and_is_checked_again(people):
    row = one(people)
    sent = {"act": "say", "shows": "back_or_distance", "pupil": people.zofia.pk}
    answer = visitor(people.head).post(f"/brookfield/{path(row, 'decide/')}", sent, follow=True)
    assert ("Zofia can’t be shown here" in seen(answer), stands(row)) == (True, "to_do")


def test_a_decision_is_taken_back_by_a_tap(people):
    row = decided(one(people), people.head, "remove")
    assert "Take the decision back" in seen(get(people.head, path(row)))
    post(people.head, path(row, "undo/"))
    assert stands(row) == "to_do"


def test_it_is_down_with_proof_and_not_without(people):
    row = decided(one(people), people.head, "remove")
    assert (post(people.head, path(row, "gone/"), proof=" ").status_code, stands(row)) == (422, "remove")
    post(people.head, path(row, "gone/"), proof="The page is missing.")
    assert (stands(row), "The page is missing." in seen(get(people.head, path(row)))) == ("removed", True)


@pytest.mark.parametrize("act", ["decide/", "undo/", "gone/"])
def test_dev_does_nothing_to_it_through_either_school(people, act):
    row = one(people)
    for slug in ("brookfield", people.other.slug):
        sent = {"act": "remove", "proof": "Gone."}
        assert visitor(people.dev).post(f"/{slug}/{path(row, act)}", sent).status_code == 404
    assert stands(row) == "to_do"


def test_the_task_stands_among_the_duties_and_leads_there(people):
    row = decided(one(people), people.head, "remove")
    page = seen(get(people.head, ""))
    assert ("Take an earlier post down" in page, f"/brookfield/{path(row)}" in page) == (True, True)


def test_it_costs_twelve_queries_at_most(people):
    row = one(people, "Well done, Zofia Nowak and Oliver Hartley.")
    assert queries_of(people.head, path(row)) <= 12
