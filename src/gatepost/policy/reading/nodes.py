"""A YAML file as plain values that remember where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from gatepost.policy.errors import Place, PolicyError, Problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LONGEST = 4_000_000
"""Bytes; the longest policy seen is 60 kB. Beyond this a file is not a policy."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place. Mappings hold Nodes under plain keys; `keys` holds the places of the keys."""

    value: Any
    place: Place
    keys: dict[str, Place]

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
    start = Place(file, 1)
    if len(text) > _LONGEST:
        raise PolicyError((Problem(start, "The file is too large to be a policy.", "Check that it is the right file."),))
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        loader = _LOADER(text)
        try:
            root = loader.get_single_node()
            problems: list[Problem] = []
            node = _convert(root, loader, file, problems, depth=0) if root is not None else Node(None, start, {})
        finally:
            loader.dispose()
    except UnicodeDecodeError as error:
        message = f"The file is not UTF-8 text (byte {error.start})."
        raise PolicyError((Problem(start, message, "Save it as UTF-8."),)) from None
    except yaml.MarkedYAMLError as error:
        raise PolicyError((_yaml_problem(error, file),)) from None
    except (yaml.YAMLError, ValueError, TypeError, OverflowError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        message = f"The file is not readable YAML: {reason}."
        raise PolicyError((Problem(start, message, "Compare it with a document of the library."),)) from None
    if problems:
        raise PolicyError(tuple(problems))
    return node


def _yaml_problem(error: yaml.MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1)
    return Problem(place, f"The YAML does not parse: {error.problem or error.context}.", "Check indents and quotes.")


def _convert(node: Any, loader: Any, file: str, problems: list[Problem], *, depth: int) -> Node:
    place = Place(file, node.start_mark.line + 1, node.start_mark.column + 1)
    if depth > 40:
        problems.append(Problem(place, "The file is nested too deeply.", "A policy needs fewer than ten levels."))
        return Node(None, place, {})
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, loader, file, problems, place, depth)
    if isinstance(node, yaml.SequenceNode):
        return Node([_convert(item, loader, file, problems, depth=depth + 1) for item in node.value], place, {})
    return Node(loader.construct_object(node), place, {})


def _mapping(node: Any, loader: Any, file: str, problems: list[Problem], place: Place, depth: int) -> Node:
    values: dict[str, Node] = {}
    keys: dict[str, Place] = {}
    for key_node, value_node in node.value:
        key_place = Place(file, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if not isinstance(key, str):
            problems.append(Problem(key_place, "A key is a word.", "Write `word: value`."))
            continue
        if key in values:
            problems.append(Problem(key_place, f"`{key}` stands here twice.", f"It stood first on line {keys[key].line}."))
        values[key] = _convert(value_node, loader, file, problems, depth=depth + 1)
        keys[key] = key_place
    return Node(values, place, keys)
