"""How a look through earlier posts stands, and what is next."""

from datetime import date

import pytest

from gatepost.publishing.actions import back_catalogue
from gatepost.publishing.back_catalogue import Progress, next_after, pupils_called
from gatepost.publishing.past_lists import Row
from tests.cast import AT, Cast, cast
from tests.publishing.looking_back import added, begun, decided, leaver, link, standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def test_the_most_pressing_comes_first_and_then_the_newest(people):
    leaver(people)
    texts = ["Sports day.", "Rosalie Thackeray sang.", "A new shelter.", "Well done, Zofia Nowak."]
    rows = [Row(n, link(n), date(2024, n, 1), text) for n, text in enumerate(texts, start=1)]
    back_catalogue.add(campaign := begun(people), rows=rows, place=None, seat=people.head, at=AT)
    assert [row.post.text for row in standing(people, campaign).rows] == [texts[3], texts[1], texts[2], texts[0]]


PROGRESS = {
    "nothing": (Progress({}), 0, ""),
    "all of it": (Progress({"keep": 3, "removed": 1}), 100, ""),
    "all but one of many": (Progress({"keep": 999, "to_do": 1}), 99, "1 to look at"),
    "all decided, one not gone": (Progress({"keep": 1, "remove": 1}), 50, "1 to come down or be replaced"),
    "one to look at again": (Progress({"keep": 2}, again=1), 50, "1 to look at"),
    "both": (Progress({"to_do": 2, "replace": 1, "keep": 1}), 25, "2 to look at and 1 to come down or be replaced"),
}


@pytest.mark.parametrize(("progress", "percent", "left"), PROGRESS.values(), ids=PROGRESS)
def test_it_is_at_a_hundred_when_nothing_at_all_is_left(progress, percent, left):
    assert (progress.percent, progress.left) == (percent, left)


def test_the_next_one_follows_and_after_the_last_the_first(people):
    campaign = begun(people)
    added(campaign, people.head, "One.", "Two.", "Three.")
    rows = standing(people, campaign).open
    order = [row.post.pk for row in rows]
    assert [next_after(rows, pk).pk for pk in order] == [order[1], order[2], order[0]]


def test_after_a_decision_the_next_one_is_one_that_is_left(people):
    campaign = begun(people)
    first, second = added(campaign, people.head, "One.", "Two.")
    decided(first, people.head, "remove")
    assert next_after(standing(people, campaign).rows, first.pk) == second
    decided(second, people.head, "remove")
    assert next_after(standing(people, campaign).rows, second.pk) is None


def test_a_pupil_is_found_by_name_whether_here_or_gone_and_nobody_of_another_school(people):
    gone = leaver(people)
    assert [pupils_called(people.school, words, at=AT) for words in ("oli", "thack", "rosalie t")] == [
        [people.oliver], [gone], [gone],
    ]  # fmt: skip
    assert pupils_called(people.other, "oli", at=AT) == []
