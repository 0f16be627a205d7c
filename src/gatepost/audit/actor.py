"""Who did something: a person, a link given to a contact, the system, or a key."""

from dataclasses import dataclass
from typing import Final

KINDS: Final = ("person", "link", "system", "key")


@dataclass(frozen=True, slots=True)
class Actor:
    """A plain value, so that an event outlives the row of whoever acted.

    `kind` is one of KINDS, `ref` identifies within the kind (a person's id as text), `name` is what people read.
    """

    kind: str
    ref: str
    name: str

    def __post_init__(self) -> None:
        """Refuse a kind that nobody would recognise in ten years."""
        if self.kind not in KINDS:
            raise ValueError(f"An actor is one of {', '.join(KINDS)}, not {self.kind!r}.")


SYSTEM: Final = Actor("system", "gatepost", "Gatepost")
"""What Gatepost does by itself: an approval that runs out, a duty that falls overdue."""
