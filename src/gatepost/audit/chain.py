"""How the lines of a record hang together."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any, Final, Protocol

START: Final = "0" * 64
"""What stands before the first line."""


class Line(Protocol):
    """The parts of an event that its digest covers. They are read, never written."""

    trust: str
    number: int
    kind: str
    at: datetime
    actor_kind: str
    actor_ref: str
    actor_name: str
    school: str
    subject: str
    facts: Any
    previous: str


_AS_THEY_ARE: Final = tuple(name for name in Line.__annotations__ if name != "at")


def digest_of(line: Line) -> str:
    """Return the SHA-256 (hex) over a line's parts, as canonical JSON; the same on every database."""
    parts = {name: getattr(line, name) for name in _AS_THEY_ARE}
    parts["at"] = line.at.astimezone(UTC).isoformat(timespec="microseconds")
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
