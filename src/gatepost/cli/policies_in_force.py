"""Which policies a situation is judged by: compiled once, used for every situation of a run."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gatepost import library
from gatepost.policy import CompiledPolicy, Document, PolicyError, compile_policy
from gatepost.policy.supplement import combine


class NoPolicy(Exception):
    """A situation's policy cannot be found or read. `str()` is the sentence for its writer."""


class Policies:
    """The policies of one run. `only` leaves the statutory baseline out."""

    def __init__(self, *, override: str | None = None, only: bool = False) -> None:
        self._override = override
        self._only = only
        self._read: dict[str, CompiledPolicy | NoPolicy] = {}

    def for_situation(self, data: Any) -> tuple[CompiledPolicy, ...]:
        """Return the policy that the situation names, tightened where it supplements a trust's, and the baseline.

        Raises NoPolicy where none is named, or it cannot be used.
        """
        if not isinstance(data, Mapping):
            raise NoPolicy("A situation is a mapping with `kind` and `facts`.")
        named = data.get("policy")
        name = self._override or (str(named) if named else "")
        if not name:
            raise NoPolicy("No policy is named. Add `policy:` with an id of `gatepost policy list`, or use --policy.")
        own = self.get(name)
        return (own,) if self._only or own.is_baseline else (own, self.get(library.BASELINE))

    def get(self, name: str) -> CompiledPolicy:
        """Return one policy by its id or path, reading it the first time only. Raises NoPolicy."""
        if name not in self._read:
            self._read[name] = _resolved(name)
        held = self._read[name]
        if isinstance(held, NoPolicy):
            raise NoPolicy(str(held))
        return held


def in_force(own: CompiledPolicy) -> CompiledPolicy:
    """Return the policy that holds: a school's supplement joined with its trust's policy, any other as it is.

    Raises PolicyError where the supplement loosens the trust's policy, or there is no such policy.
    """
    above = own.document.head.supplements
    return compile_policy(combine(_trust(above, own.document), own.document)) if above else own


def _trust(name: str, school: Document) -> CompiledPolicy:
    """Return the trust's policy: of the library, else the file of that id beside the school's."""
    beside = Path(school.file).parent / f"{name}.yaml"
    return library.resolve(name if name in library.IDS or not beside.is_file() else str(beside))


def _resolved(name: str) -> CompiledPolicy | NoPolicy:
    try:
        return in_force(library.resolve(name))
    except PolicyError as error:
        first, *others = error.problems
        more = f" {len(others)} more: run gatepost policy validate." if others else ""
        where = f" ({first.place})" if first.place.line > 1 else ""
        return NoPolicy(" ".join(part for part in (first.message + where, first.hint) if part) + more)
    except (OSError, ValueError) as error:
        return NoPolicy(f"The policy “{name}” cannot be read: {error}.")
