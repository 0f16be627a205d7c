"""Somebody of the cast who calls the API."""

import json
from typing import Any

from gatepost.schools.seat import Seat
from tests.web.visits import visitor


def call(seat: Seat, path: str, body: Any = None, *, method: str = "") -> tuple[int, Any]:
    """What a route of the school `brookfield` answers: its status, and what it says. With a body it is sent there."""
    sends = method or ("GET" if body is None else "POST")
    text = "" if body is None else json.dumps(body)
    found = visitor(seat).generic(sends, f"/api/brookfield/{path}", text, content_type="application/json")
    return found.status_code, json.loads(found.content)
