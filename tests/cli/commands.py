"""Running the command line in a test: what it prints, and with which status."""

import io
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from gatepost.cli.main import main

POLICY = str(Path(__file__).parent / "thornfield.yaml")
POST = {"id": "post", "kind": "post", "facts": {"account": "official", "text": "Hello!", "people": []}}
BAD_POST = {"id": "bad", "kind": "post", "facts": {"text": "Ring 07700 900123.", "people": []}}


class Ran(NamedTuple):
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, read as one JSON value."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """What was printed, read as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def run(capsys: Any, *words: object) -> Ran:
    """Run `gatepost` in this process."""
    capsys.readouterr()
    status = main([str(word) for word in words])
    return Ran(status, *capsys.readouterr())


def check(capsys: Any, path: object, *words: object, form: str = "jsonl") -> Ran:
    """Run `gatepost check` under the policy of the tests alone."""
    return run(capsys, "check", path, "--policy", POLICY, "--only", "allowed", "--format", form, *words)


def written(folder: Path, text: str | bytes, name: str = "situations.yaml") -> Path:
    """A file with this text, or these bytes."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def given(monkeypatch: Any, text: str | bytes) -> None:
    """Put this on standard input."""
    raw = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
