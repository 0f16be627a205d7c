"""What carries a point, in words and as an object."""

from typing import Any, Final

from gatepost.cli.terminal import harmless
from gatepost.policy.document import Carrier

SAYS: Final = {
    "control": "decided by",
    "question": "asked at sign-off",
    "route": "goes to",
    "record": "kept on record",
    "duty": "owed",
    "acknowledge": "read and accepted",
    "guidance": "answers “may I…?”",
}
"""Kind of carrier → how a person reads it. Nothing, as a kind, is never in a policy that can be used."""


def say_carrier(carrier: Carrier) -> str:
    """Return a carrier in one line: its kind, and what it holds."""
    if carrier.control is not None:
        return f"{SAYS['control']} {carrier.control.name}: {carrier.control.explain()}"
    held = [_words(value) for value in carrier.body.values()]
    return f"{SAYS[carrier.kind]}: {', '.join(held)}" if held else SAYS[carrier.kind]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _words(value: Any) -> str:
    return harmless(", ".join(str(item) for item in value) if isinstance(value, list) else value)
