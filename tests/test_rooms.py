"""The habits of the rooms with records, and of the doors to them, that a reviewer would otherwise have to remember."""

import ast
import re

import pytest
from django.apps import apps

from gatepost.audit.kinds import KINDS
from gatepost.publishing import states
from gatepost.schools.scoping import Scoped
from tests import rooms
from tests.habits import SRC, clock_reading, modules, parse
from tests.rooms import DOORS, ROOMS

MODELS = [model for room in ROOMS for model in apps.get_app_config(room).get_models()]
SCOPED_MODELS = {model.__name__ for model in MODELS if isinstance(model.objects.all(), Scoped)}
RELATIONS = {field.name for model in MODELS for field in model._meta.many_to_many} | {
    relation.get_accessor_name() for model in MODELS for relation in model._meta.related_objects
}
ROOM_MODULES = [path for path in modules(*(SRC / room for room in ROOMS)) if path.parent.name != "migrations"]
DOOR_MODULES = modules(*(SRC / door for door in DOORS))
TEMPLATES = sorted((SRC / "web" / "templates").rglob("*.html"))
VIEWS = modules(SRC / "web" / "views", SRC / "api" / "routes")
ids = {"ids": lambda one: getattr(one, "place", None) or one.__name__}

BELOW_ACTIONS = {"schools/models/person.py", "schools/scoping.py"}
"""Where Django asks for a way to make a user, and where every query set is told whose rows it holds."""
PARTS = {
    "consents/actions/recording.py:recorded",
    "publishing/actions/drafts.py:touch",
    "publishing/actions/recording.py:recorded",
}
"""What actions share: each is called inside the transaction of an action, which says who and when."""
JOINS = {
    "channels/actions/register.py:name_poster",
    "publishing/actions/composing.py:save",
    "schools/actions/people.py:give_role",
}
"""Actions that join two things, and take both by their place."""
ACTIONS = [action for action in rooms.actions() if action.place not in PARTS]

ACROSS = {"web/news.py"}
"""Where one query joins the rooms, since every page pays for it: what goes on at its school."""

RETENTION = {"organisation", "staff", "pupil", "post", "record"}
"""What rows are kept as long as: the organisation, a person's job, a pupil's time on the roll, a post, the record."""


def at_fault(paths, find):
    """`file:line` for each line that a finder names."""
    return [f"{path.relative_to(SRC)}:{line}" for path in paths for line in find(path)]


# --- who writes ---


def test_only_actions_write():
    others = [path for path in [*ROOM_MODULES, *DOOR_MODULES] if path.parent.name != "actions"]
    others = [path for path in others if path.relative_to(SRC).as_posix() not in BELOW_ACTIONS]
    assert at_fault(others, lambda path: rooms.writes(parse(path), relations=RELATIONS)) == []


@pytest.mark.parametrize("action", [one for one in ACTIONS if one.place not in JOINS], **ids)
def test_an_action_takes_one_thing_by_its_place(action):
    assert rooms.keyword_only(action)


@pytest.mark.parametrize("action", ACTIONS, **ids)
def test_an_action_is_told_when_and_by_whom(action):
    assert rooms.is_told_when_and_who(action)


@pytest.mark.parametrize("action", ACTIONS, **ids)
def test_an_action_is_done_whole_or_not_at_all(action):
    assert rooms.is_atomic(action)


def test_one_function_alone_publishes():
    found = [place for path in modules(SRC) for place in rooms.publishing(path)]
    assert found == ["publishing/actions/handover.py:mark_live"]


def test_a_room_is_told_the_time():
    assert at_fault(ROOM_MODULES, lambda path: clock_reading(parse(path))) == []


# --- whose rows are read ---


def test_a_model_of_a_school_is_asked_for_with_its_school():
    assert (
        at_fault([*ROOM_MODULES, *DOOR_MODULES], lambda path: rooms.unscoped(parse(path), scoped=SCOPED_MODELS)) == []
    )


def test_a_door_reads_through_queries():
    doors = [path for path in DOOR_MODULES if path.relative_to(SRC).as_posix() not in ACROSS]
    asked = {path: [node.lineno for node in rooms.asked(parse(path), scoped=SCOPED_MODELS)] for path in doors}
    assert {str(path.relative_to(SRC)): lines for path, lines in asked.items() if lines} == {}


# --- what is stored ---


@pytest.mark.parametrize("model", MODELS, **ids)
def test_every_field_is_classified_once(model):
    fields = [field.name for field in [*model._meta.concrete_fields, *model._meta.many_to_many]]
    named = [name for names in model.classified.values() for name in names]
    assert (sorted(named), set(model.classified)) == (sorted(fields), {"personal", "special", "none"})


@pytest.mark.parametrize("model", MODELS, **ids)
def test_every_model_says_how_long_it_is_kept(model):
    assert model.retention in RETENTION


# --- the record ---


def test_a_kind_of_event_is_a_noun_and_what_happened_to_it():
    assert [kind for kind in KINDS if not re.fullmatch(r"[a-z]+\.[a-z]+(_[a-z]+)*", kind)] == []


def test_every_kind_of_event_is_recorded_and_every_recorded_kind_has_a_sentence():
    recorded = {kind for path in ROOM_MODULES for kind in rooms.recorded_kinds(parse(path))}
    assert recorded == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_begins_with_a_capital_or_with_who_and_ends(kind):
    assert re.match(r"(\{who\}|[A-Z])", KINDS[kind])
    assert re.search(r"(\.|: \{\w+\})$", KINDS[kind])


# --- states ---

TABLES = ["POST", "DELIVERY", "PAST"]


@pytest.mark.parametrize("table", TABLES)
def test_every_status_has_its_moves_and_a_holder(table):
    moves, holders = getattr(states, f"{table}_MOVES"), getattr(states, f"{table}_HOLDERS")
    assert list(moves) == list(holders) == list(getattr(states, table))


@pytest.mark.parametrize("table", TABLES)
def test_every_move_leads_to_a_status_and_says_by_what(table):
    moves = [(to, why) for leads in getattr(states, f"{table}_MOVES").values() for to, why in leads.items()]
    assert [move for move in moves if move[0] not in getattr(states, table) or not move[1]] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_status_can_be_reached(table):
    reached = {to for leads in getattr(states, f"{table}_MOVES").values() for to in leads}
    assert set(getattr(states, table)) - reached <= {next(iter(getattr(states, table)))}


@pytest.mark.parametrize("table", TABLES)
def test_whoever_holds_nothing_has_no_move_of_their_own(table):
    moves, holders = getattr(states, f"{table}_MOVES"), getattr(states, f"{table}_HOLDERS")
    assert [status for status, leads in moves.items() if not leads and holders[status] != "nobody"] == []


# --- pages ---


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(SRC).as_posix())
def test_a_template_can_be_read_at_once(template):
    assert len(template.read_text(encoding="utf-8").splitlines()) <= 80


def test_no_tag_carries_a_style_or_a_script():
    assert at_fault(TEMPLATES, lambda path: rooms.inline(path.read_text(encoding="utf-8"))) == []


def test_a_view_is_short():
    functions = [(path, node) for path in VIEWS for node in parse(path).body if isinstance(node, ast.FunctionDef)]
    lengths = {f"{path.relative_to(SRC)}:{node.name}": rooms.length(node) for path, node in functions}
    assert {place: lines for place, lines in lengths.items() if lines > 15} == {}


# --- each finder finds what it is for, and leaves its near miss alone ---

written = {"relations": {"channels"}}
BROKEN = {
    "a row that is made": (rooms.writes, {}, "Post.objects.create(text='a')"),
    "a row that is saved": (rooms.writes, {}, "post.save(update_fields=['text'])"),
    "rows that are changed": (rooms.writes, {}, "rows.filter(pk=1).update(status='draft')"),
    "rows that are deleted": (rooms.writes, {}, "Post.objects.of(school).delete()"),
    "a row that is deleted": (rooms.writes, {}, "post.delete()"),
    "rows made or found": (rooms.writes, {}, "rows.get_or_create(pk=1)"),
    "a relation that is set": (rooms.writes, written, "post.channels.set([1])"),
    "SQL": (rooms.writes, {}, "connection.cursor().execute('UPDATE x')"),
    "rows of every school": (rooms.unscoped, {"scoped": {"Post"}}, "Post.objects.filter(pk=1)"),
    "all rows": (rooms.unscoped, {"scoped": {"Post"}}, "Post.objects.all().of(school)"),
}
SOUND = {
    "a picture saved to a file": (rooms.writes, {}, "image.save(out, format='PNG')"),
    "a dict that is filled": (rooms.writes, {}, "facts.update({'a': 1})"),
    "a set that is filled": (rooms.writes, written, "channels.add(1)"),
    "something else that is set": (rooms.writes, written, "cache.local.set(1)"),
    "an action": (rooms.writes, {}, "drafts.discard(post, seat=seat, at=at)"),
    "rows of a school": (rooms.unscoped, {"scoped": {"Post"}}, "Post.objects.of(school).filter(pk=1)"),
    "rows of a model without a school": (rooms.unscoped, {"scoped": {"Post"}}, "Person.objects.filter(pk=1)"),
}


@pytest.mark.parametrize(("find", "given", "source"), BROKEN.values(), ids=BROKEN)
def test_a_broken_habit_is_found(find, given, source):
    assert find(ast.parse(source), **given) == [1]


@pytest.mark.parametrize(("find", "given", "source"), SOUND.values(), ids=SOUND)
def test_a_near_miss_is_left_alone(find, given, source):
    assert find(ast.parse(source), **given) == []


PUBLISHES = [
    "row.status = 'published'",
    "row.status, row.at = 'published', at",
    "rows.update(status='published')",
    "Delivery(status='published')",
    "setattr(row, 'status', 'published')",
    "_move(row, 'published')",
]


@pytest.mark.parametrize("source", PUBLISHES)
def test_every_way_to_publish_is_found(source, tmp_path, monkeypatch):
    monkeypatch.setattr(rooms, "SRC", tmp_path)
    (tmp_path / "door.py").write_text(f"def sly(row):\n    {source}\n")
    assert rooms.publishing(tmp_path / "door.py") == ["door.py:sly"]


@pytest.mark.parametrize("source", ["rows.filter(status='published')", "row.status == 'published'", "f('published')"])
def test_to_ask_for_what_is_published_is_not_to_publish(source, tmp_path, monkeypatch):
    monkeypatch.setattr(rooms, "SRC", tmp_path)
    (tmp_path / "door.py").write_text(f"def plain(rows, row):\n    {source}\n")
    assert rooms.publishing(tmp_path / "door.py") == []


TAGS = {
    '<p style="color: red">': [1],
    "\n<a\n  onclick='go()'>": [2],
    "<script>go()</script>": [1],
    "<style>p {}</style>": [1],
    '<script nonce="{{ n }}">go()</script>': [],
    '<script src="x.js" defer></script>': [],
    "<p>style=“plain” and one = two</p>": [],
    '{# <p style="x"> #}': [],
    '<button hx-on:click="go()">': [1],
    '<button name="style" hx-boost="true">': [],
}


@pytest.mark.parametrize(("text", "lines"), TAGS.items(), ids=range(len(TAGS)))
def test_what_a_strict_browser_ignores_is_found(text, lines):
    assert rooms.inline(text) == lines
