"""A query that names no school does not run, however it is asked; one that names a school sees that school alone."""

import asyncio
import pickle
from functools import reduce
from operator import or_, xor

import pytest
from django.db.models import Count, Exists, F, OuterRef, Prefetch
from django.db.models.functions import Now

from gatepost.channels.models import Channel, Poster
from gatepost.consents.models import Answer, Pupil
from gatepost.publishing.models import Picture, Post
from gatepost.schools.errors import Unscoped
from gatepost.schools.models import School
from tests.cast import AT, by_system, cast, draft, register

pytestmark = pytest.mark.django_db
CHANNELS = Channel.objects


def wait_for(rows):
    """What a query gives to code that waits."""

    async def asked():
        return [row async for row in rows]

    return asyncio.run(asked())


ASKED = {
    "a list": list,
    "a loop": lambda rows: [row for row in rows],  # noqa: C416 - the loop is what is tried
    "one by its place": lambda rows: rows[0],
    "a slice": lambda rows: list(rows[:2]),
    "a length": len,
    "truth": bool,
    "a row that is in it": lambda rows: Channel(pk=1) in rows,
    "contains": lambda rows: rows.contains(Channel(pk=1)),
    "get": lambda rows: rows.get(pk=1),
    "first": lambda rows: rows.first(),
    "last": lambda rows: rows.last(),
    "earliest": lambda rows: rows.earliest("opened_on"),
    "latest": lambda rows: rows.latest("opened_on"),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "aggregate": lambda rows: rows.aggregate(Count("id")),
    "in bulk": lambda rows: rows.in_bulk(),
    "an iterator": lambda rows: list(rows.iterator()),
    "an iterator of code that waits": lambda rows: wait_for(rows.aiterator()),
    "values": lambda rows: list(rows.values("name")),
    "a list of values": lambda rows: list(rows.values_list("name", flat=True)),
    "days": lambda rows: list(rows.dates("opened_on", "day")),
    "filtered": lambda rows: list(rows.filter(name="a")),
    "excluded": lambda rows: list(rows.exclude(name="a")),
    "ordered": lambda rows: list(rows.order_by("name")),
    "annotated": lambda rows: list(rows.annotate(n=Count("posters"))),
    "joined": lambda rows: list(rows.select_related("school")),
    "prefetched": lambda rows: list(rows.prefetch_related("posters")),
    "locked": lambda rows: list(rows.select_for_update()),
    "deferred": lambda rows: list(rows.only("name")),
    "distinct": lambda rows: list(rows.distinct()),
    "changed": lambda rows: rows.update(name="b"),
    "deleted": lambda rows: rows.delete(),
    "got or created": lambda rows: rows.get_or_create(name="b"),
    "changed or created": lambda rows: rows.update_or_create(name="b"),
    "pickled": pickle.dumps,
    "shown": repr,
    "plain SQL": lambda rows: list(rows.raw("SELECT * FROM channels_channel")),
    "inside another query": lambda rows: list(Poster.objects.everywhere(why="a test").filter(channel__in=rows)),
    "a union": lambda rows: list(CHANNELS.of(1).union(rows)),
    "an or": lambda rows: list(reduce(or_, [CHANNELS.of(1), rows])),
    "an exclusive or": lambda rows: list(reduce(xor, [CHANNELS.of(1), rows])),
    "a difference": lambda rows: list(CHANNELS.of(1).difference(rows)),
    "an and": lambda rows: list(rows & CHANNELS.of(1)),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_a_query_without_a_school_does_not_run(ask):
    with pytest.raises(Unscoped):
        ask(CHANNELS.all())


@pytest.fixture
def people():
    """The cast, and an account at Dev's school beside the one at Amara's."""
    found = cast()
    register.open_channel(found.other, platform="facebook", name="Elsewhere", **by_system)
    return found


SCOPED = {
    "a school": lambda people: CHANNELS.of(people.school),
    "a trust": lambda people: CHANNELS.of_trust(people.trust),
    "a school, filtered": lambda people: CHANNELS.of(people.school).filter(opened_on__lte=Now()).order_by("-name"),
    "filtered, then a school": lambda people: CHANNELS.filter(platform="facebook").of(people.school),
    "the school's own": lambda people: people.school.channels.all(),
    "through a row": lambda people: Poster.objects.of(people.school).filter(person=people.amara.person).get().channel,
    "two of a school": lambda people: CHANNELS.of(people.school) | CHANNELS.of(people.school).filter(name="x"),
    "with those who are listed": lambda people: CHANNELS.of(people.school).filter(
        Exists(Poster.objects.of(people.school).filter(channel=OuterRef("pk")))
    ),
}


@pytest.mark.parametrize("ask", SCOPED.values(), ids=SCOPED)
def test_a_query_that_names_a_school_sees_that_school_alone(people, ask):
    found = ask(people)
    assert [found] == [people.channel] or list(found) == [people.channel]


def test_rows_of_a_school_join_rows_that_belong_to_none(people):
    schools = School.objects.order_by().values_list("name")
    names = CHANNELS.of(people.school).order_by().values_list("name").union(schools)
    assert {("Brookfield Primary",), ("Brookfield",)} <= {*names}


def test_everywhere_is_everywhere_and_says_why(people):
    assert CHANNELS.everywhere(why="a test of everywhere").count() == 2


def test_everywhere_without_a_reason_is_refused(people):
    with pytest.raises(Unscoped, match="Say why"):
        CHANNELS.everywhere(why="")


def test_nothing_needs_no_school():
    assert list(CHANNELS.none()) == []


def test_rows_reached_through_a_row_are_that_rows(people):
    post = draft(people, shown=(people.oliver,))
    assert [list(picture.pupils.all()) for picture in post.pictures.all()] == [[people.oliver]]


def test_prefetched_rows_are_their_rows(people):
    draft(people, shown=(people.oliver,))
    posts = Post.objects.of(people.school).prefetch_related("pictures__pupils", "channels")
    assert [(list(one.channels.all()), one.pictures.all()[0].pupils.count()) for one in posts] == [
        ([people.channel], 1)
    ]


def test_a_prefetch_with_a_query_of_its_own_names_the_school_too(people):
    draft(people, shown=(people.oliver,))
    pictures = Prefetch("pictures", Picture.objects.of(people.school).order_by("-position"))
    assert [len(post.pictures.all()) for post in Post.objects.of(people.school).prefetch_related(pictures)] == [1]


def test_a_prefetch_whose_query_names_no_school_is_bound_by_its_rows(people):
    draft(people, shown=(people.oliver,))
    pictures = Prefetch("pictures", Picture.objects.exclude(position=F("position") + 1))
    assert [len(post.pictures.all()) for post in Post.objects.of(people.school).prefetch_related(pictures)] == [1]


def test_what_the_caller_holds_can_be_changed_together(people):
    rows = list(CHANNELS.of(people.school))
    rows[0].name = "Brookfield"
    CHANNELS.bulk_update(rows, ["name"])
    assert CHANNELS.of(people.school).get().name == "Brookfield"


def test_a_school_is_found_along_a_path(people):
    assert [Answer.objects.of(school).count() for school in (people.school, people.other)] == [1, 0]


def test_rows_are_made_without_asking(people):
    made = Pupil.objects.create(school=people.other, legal_first="Ada", legal_last="Bell", changed_at=AT)
    assert list(Pupil.objects.of(people.other)) == [made]
