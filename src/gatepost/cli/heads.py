"""Heads of records as they are kept elsewhere: what `gatepost audit head` printed, in either format."""

import json
import re
from typing import Any, Final

from gatepost.cli.output import UsageProblem
from gatepost.cli.reading import read_text, shown

_LINE: Final = re.compile(r"^(?P<trust>[\w-]+)\s+(?P<count>\d+)\s+(?P<digest>[0-9a-f]{64})$")


def read_heads(name: str) -> list[dict[str, Any]]:
    """Return the heads in a file, or in standard input for `-`: each `trust`, `count` and `digest`.

    Raises UsageProblem, with the line, where it holds anything else.
    """
    text = read_text(name)
    if text.lstrip().startswith(("[", "{")):
        return _from_json(text, name=name)
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    heads = [_from_line(line, name=name, number=number) for number, line in lines if line]
    if not heads:
        raise UsageProblem(f"“{shown(name)}” is empty. Give it what `gatepost audit head` printed.")
    return heads


def _from_line(line: str, *, name: str, number: int) -> dict[str, Any]:
    found = _LINE.match(line)
    if found is None:
        raise UsageProblem(
            f"“{shown(name)}”, line {number}, is not a head. A head is a trust, a number of events and a digest, as "
            "`gatepost audit head` prints them."
        )
    return {"trust": found["trust"], "count": int(found["count"]), "digest": found["digest"]}


def _from_json(text: str, *, name: str) -> list[dict[str, Any]]:
    try:
        read = json.loads(text)
        rows = read if isinstance(read, list) else [read]
        return [_from_line(f"{row['trust']} {row['count']} {row['digest']}", name=name, number=1) for row in rows]
    except (ValueError, KeyError, TypeError):
        raise UsageProblem(f"“{shown(name)}” is not what `gatepost audit head --format json` printed.") from None
