"""A YAML file as plain values that remember where they stand.

The tree is built from the parser's events and not by the library's own composer: that one follows anchors, of which
nine lines can stand for a thousand million values, and exhausts the stack on brackets nested deeply enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from gatepost.policy.errors import Place, PolicyError, Problem
from gatepost.policy.reading.yaml_words import yaml_problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LONGEST = 4_000_000
"""Bytes; the longest policy seen is 60 kB. Beyond this a file is not a policy."""
_DEEPEST = 40
"""Levels; a policy has nine."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place. Mappings hold Nodes under plain keys; `keys` holds the places of the keys.

    `raw` is a scalar as it was written, so that a version 1.10 does not become 1.1.
    """

    value: Any
    place: Place
    keys: dict[str, Place]
    raw: str = ""

    def __iter__(self) -> Iterator["Node"]:
        yield from self.value if isinstance(self.value, list) else ()

    def plain(self) -> Any:
        """Return the value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def load_nodes(text: str | bytes, *, file: str) -> Node:
    """Parse one YAML document. Raises PolicyError for anything that is not one."""
    if len(text) > _LONGEST:
        raise _error(file, 1, "The file is too large to be a policy.", "Check that it is the right file.")
    decoded = _decoded(text, file)
    builder = _Builder(decoded, file)
    try:
        node = builder.document()
    except yaml.YAMLError as error:
        raise PolicyError((yaml_problem(error, decoded, file),)) from None
    finally:
        builder.loader.dispose()
    if builder.problems:
        raise PolicyError(tuple(builder.problems))
    return node


def _error(file: str, line: int, message: str, hint: str) -> PolicyError:
    return PolicyError((Problem(Place(file, line), message, hint),))


def _decoded(text: str | bytes, file: str) -> str:
    """Return the text, refusing bytes that are not UTF-8 and characters that no text file has."""
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
        decoded.encode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = f"The file is not UTF-8 text: byte {error.start + 1} begins no character."
        raise _error(file, line, message, "Save it again with the encoding UTF-8.") from None
    except UnicodeEncodeError as error:
        line = error.object[: error.start].count("\n") + 1
        raise _error(file, line, "The text holds half a character.", "Save it again as UTF-8.") from None
    return decoded


class _Builder:
    """Builds nodes from the events of a loader, noting problems."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.aliases: set[str | None] = set()
        try:
            self.loader = _LOADER(text)
        except yaml.YAMLError as error:  # the pure-Python reader looks at every character first
            raise PolicyError((yaml_problem(error, text, file),)) from None

    def document(self) -> Node:
        """Build the only document of the stream; an empty file gives a node without a value."""
        loader = self.loader
        loader.get_event()
        if loader.check_event(yaml.StreamEndEvent):
            return Node(None, Place(self.file, 1), {})
        loader.get_event()
        node = self.node(depth=0)
        loader.get_event()
        if not loader.check_event(yaml.StreamEndEvent):
            place = self.place(loader.peek_event())
            message = "The file holds more than one document."
            self.problems.append(Problem(place, message, "Keep one policy in one file: take out the line `---`."))
        return node

    def place(self, event: Any) -> Place:
        """Return where an event begins."""
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def node(self, *, depth: int) -> Node:
        """Build the node that comes next."""
        event = self.loader.get_event()
        place = self.place(event)
        if depth > _DEEPEST:
            hint = "A policy needs fewer than ten levels; look for brackets that are not closed."
            raise PolicyError((Problem(place, "The file is nested too deeply.", hint),))
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.aliases:
                hint = "Write the value out again in this place."
                self.problems.append(Problem(place, f"`*{event.anchor}` stands for a value from elsewhere.", hint))
            self.aliases.add(event.anchor)
            return Node(None, place, {})
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(place, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place, depth)
        return Node(self.scalar(event), place, {}, event.value)

    def scalar(self, event: Any) -> Any:
        """Return a scalar's value; one that YAML takes for a date or number and that is none stays text."""
        tag = event.tag
        if tag is None or tag == "!":
            tag = self.loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        try:
            return self.loader.construct_object(yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark))
        except (ValueError, LookupError, ArithmeticError, TypeError, AttributeError):
            return event.value

    def sequence(self, place: Place, depth: int) -> Node:
        """Build a list."""
        items = []
        while not self.loader.check_event(yaml.SequenceEndEvent):
            items.append(self.node(depth=depth + 1))
        self.loader.get_event()
        return Node(items, place, {})

    def mapping(self, place: Place, depth: int) -> Node:
        """Build a mapping, noting keys that are no words and keys that stand twice."""
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while not self.loader.check_event(yaml.MappingEndEvent):
            scalar = self.loader.check_event(yaml.ScalarEvent)
            key_node = self.node(depth=depth + 1)
            value = self.node(depth=depth + 1)
            key = key_node.raw
            if not scalar:
                self.problems.append(Problem(key_node.place, "A key is a word.", "Write `word: value`."))
            elif key in values:
                hint = f"It stood first on line {keys[key].line}; keep one of the two."
                self.problems.append(Problem(key_node.place, f"`{key[:60]}` stands here twice.", hint))
            else:
                values[key], keys[key] = value, key_node.place
        self.loader.get_event()
        return Node(values, place, keys)
