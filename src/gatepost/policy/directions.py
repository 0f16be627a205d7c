"""Which way a parameter becomes stricter, and whether a change of its value goes that way."""

from typing import Any, Final

WORDS: Final = {
    "subset": "fewer are stricter",
    "superset": "more are stricter",
    "earlier": "an earlier date is stricter",
    "higher": "a higher number is stricter",
    "lower": "a lower number is stricter",
    "true": "true is stricter",
    "false": "false is stricter",
    "fixed": "a supplement may not change it",
}
"""Direction → what it means for somebody who writes a supplement."""

_ANYBODY_WHEN_EMPTY: Final = frozenset({("prohibited", "about")})
"""Lists that name nobody in order to mean everybody: for these the empty list is the strictest."""


def loosens(control: str, parameter: str, *, direction: str, before: Any, after: Any) -> bool:
    """Tell whether a parameter of a control moves another way than its declared stricter one.

    An unchanged value never loosens. A missing number bounds nothing, so that giving one tightens.
    """
    if (control, parameter) in _ANYBODY_WHEN_EMPTY:
        return bool(after) and not (before and set(before) <= set(after))
    if _same(before, after):
        return False
    if direction in ("subset", "superset"):
        smaller, larger = (after, before) if direction == "subset" else (before, after)
        return not set(smaller) <= set(larger)
    if direction in ("higher", "lower"):
        return _number_loosens(direction, before, after)
    if direction == "earlier":
        return _earliest(str(after)) > _earliest(str(before))
    return after is not {"true": True, "false": False}.get(direction)


def _same(before: Any, after: Any) -> bool:
    """Tell whether two values are the same; a list of words has no order."""
    if isinstance(before, tuple) and isinstance(after, tuple):
        return set(before) == set(after)
    return bool(before == after)


def _number_loosens(direction: str, before: int | None, after: int | None) -> bool:
    if before is None or after is None:
        return after is None
    return after < before if direction == "higher" else after > before


def _earliest(text: str) -> tuple[int, int, int]:
    """Return a month or day for comparing; a month without a day stands for its last one."""
    year, month, *day = (int(part) for part in text.split("-"))
    return year, month, day[0] if day else 31
