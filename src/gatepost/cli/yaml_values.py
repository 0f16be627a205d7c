"""YAML as plain values: each document, and each entry of a list, read by itself, so that one cannot spoil another."""

from collections.abc import Iterator
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 60


class UnreadableYaml(Exception):
    """A document, or an entry of one, that is not YAML. `str()` is the sentence for its writer."""


def yaml_documents(text: str) -> Iterator[tuple[int, Any]]:
    """Yield the line and the value of each document, and of each entry where a document is a list.

    In place of what cannot be read stands an UnreadableYaml, and what follows is read all the same.
    """
    for first, part in _parts(text):
        try:
            yield from _entries(part, first)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = first + (mark.line if mark else 0)
            what = error.problem or error.context or "it is broken"
            yield line, UnreadableYaml(f"The YAML does not parse: {what}. Check indents, colons and quotes.")
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            yield first, UnreadableYaml(f"The YAML does not parse: {_first_line(error)}. Check what is written here.")


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Split at the lines `---` and `...`, which may stand nowhere else at the start of a line (YAML 1.2, 9.1.2)."""
    first, lines = 1, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if line[:3] in ("---", "...") and (len(line) == 3 or line[3] in " \t"):
            yield first, "\n".join(lines)
            first, lines = number, ([f"   {line[3:]}"] if line.startswith("---") else [""])
        else:
            lines.append(line)
    yield first, "\n".join(lines)


def _entries(part: str, first: int) -> Iterator[tuple[int, Any]]:
    if all(not line.strip() or line[0] in "%#" for line in part.split("\n")):
        return  # nothing, comments, or the directives before a document
    loader = _LOADER(part)
    try:
        node = loader.get_single_node()
        if node is None:
            return
        for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            yield first + item.start_mark.line, _constructed(loader, item)
    finally:
        loader.dispose()


def _constructed(loader: Any, node: Any) -> Any:
    try:
        _check(node, depth=0, seen=set())
        return loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        return UnreadableYaml(f"A value cannot be read: {error.problem}.")
    except (yaml.YAMLError, RecursionError) as error:
        return UnreadableYaml(f"It cannot be read: {_first_line(error)}.")
    except (ValueError, TypeError, OverflowError) as error:
        return UnreadableYaml(f"A value cannot be read: {_first_line(error)}. A day is written as 2026-11-21.")


def _check(node: Any, *, depth: int, seen: set[int]) -> None:
    """Refuse a key that stands twice, where one would be lost in silence, and nesting without end."""
    if depth > _DEEPEST:
        raise yaml.YAMLError("it is nested too deeply to be a situation")
    if id(node) in seen or not isinstance(node, yaml.CollectionNode):
        return
    seen.add(id(node))  # an alias is the same node again
    if isinstance(node, yaml.MappingNode):
        _check_twins(node)
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            _check(part, depth=depth + 1, seen=seen)


def _check_twins(node: yaml.MappingNode) -> None:
    keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode) and key.value != "<<"]
    for index, key in enumerate(keys):
        if key in keys[:index]:
            raise yaml.YAMLError(f"`{key}` stands twice in one mapping; keep one of them")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
