"""Which policies a situation is judged by: compiled once, used for every situation of a run."""

from collections.abc import Mapping
from typing import Any

from gatepost.library import BASELINE, resolve
from gatepost.policy import CompiledPolicy, PolicyError


class NoPolicy(Exception):
    """A situation's policy cannot be found or read. `str()` is the sentence for its writer."""


class Policies:
    """The policies of one run. `only` leaves the statutory baseline out."""

    def __init__(self, *, override: str | None = None, only: bool = False) -> None:
        self._override = override
        self._only = only
        self._read: dict[str, CompiledPolicy | NoPolicy] = {}

    def for_situation(self, data: Any) -> tuple[CompiledPolicy, ...]:
        """Return the policy that the situation names, the one that it supplements, and the baseline.

        Raises NoPolicy where none is named, or it cannot be used.
        """
        if not isinstance(data, Mapping):
            raise NoPolicy("A situation is a mapping with `kind` and `facts`.")
        named = data.get("policy")
        name = self._override or (str(named) if named else "")
        if not name:
            raise NoPolicy("No policy is named. Add `policy:` with an id of `gatepost policy list`, or use --policy.")
        own = self.get(name)
        above = own.document.head.supplements
        parent = (self.get(above),) if above else ()
        return (own, *parent, *(() if self._only or own.is_baseline else (self.get(BASELINE),)))

    def get(self, name: str) -> CompiledPolicy:
        """Return one policy by its id or path, reading it the first time only. Raises NoPolicy."""
        if name not in self._read:
            self._read[name] = _resolved(name)
        held = self._read[name]
        if isinstance(held, NoPolicy):
            raise NoPolicy(str(held))
        return held


def _resolved(name: str) -> CompiledPolicy | NoPolicy:
    try:
        return resolve(name)
    except PolicyError as error:
        first, *others = error.problems
        more = f" It has {len(others)} more problems: run gatepost policy validate." if others else ""
        where = f" ({first.place})" if first.place.line > 1 else ""
        return NoPolicy(" ".join(part for part in (first.message + where, first.hint) if part) + more)
    except (OSError, ValueError) as error:
        return NoPolicy(f"The policy “{name}” cannot be read: {error}.")
