"""Which way a parameter becomes stricter, and whether a change of its value goes that way."""

from collections.abc import Callable, Mapping
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

_SPECIAL: Final[Mapping[tuple[str, str], Callable[[Any, Any], bool]]] = {
    # names nobody in order to mean everybody, so that naming somebody narrows it
    ("prohibited", "about"): lambda before, after: bool(after) and not (before and set(before) <= set(after)),
    # "recent leaver" beside "former pupil" narrows former pupils to those who left lately
    ("contact_bar", "people"): lambda before, after: (
        not set(before) <= set(after) or ("former_pupil" in before and "recent_leaver" in set(after) - set(before))
    ),
    # 0 asks that the thing be done at all; any other number is met by a number
    ("standing_duty", "least"): lambda before, after: after < before or (before == 0 and after != 0),
    # a month stands for its first day, on which the channel closes
    ("closed_channel", "closed"): lambda before, after: str(after) > str(before),
    # what the control looks for is also what makes it speak
    ("evidence_kept", "any_of"): lambda before, after: set(before) != set(after),
}
"""Parameters whose own meaning goes against the plain direction that they declare; true where the change loosens."""


def loosens(control: str, parameter: str, *, direction: str, before: Any, after: Any) -> bool:
    """Tell whether a parameter of a control moves another way than its declared stricter one.

    An unchanged value never loosens. A missing number bounds nothing, so that giving one tightens.
    """
    special = _SPECIAL.get((control, parameter))
    if special is not None:
        return special(before, after)
    if _same(before, after):
        return False
    if direction in ("subset", "superset"):
        smaller, larger = (after, before) if direction == "subset" else (before, after)
        return not set(smaller) <= set(larger)
    if direction in ("higher", "lower"):
        return _number_loosens(direction, before, after)
    if direction == "earlier":
        return _last_day(str(after)) > _last_day(str(before))
    return direction == "fixed" or after is not (direction == "true")


def _same(before: Any, after: Any) -> bool:
    """Tell whether two values are the same; a list of words has no order."""
    if isinstance(before, tuple) and isinstance(after, tuple):
        return set(before) == set(after)
    return bool(before == after)


def _number_loosens(direction: str, before: int | None, after: int | None) -> bool:
    if before is None or after is None:
        return after is None
    return after < before if direction == "higher" else after > before


def _last_day(text: str) -> tuple[int, int, int]:
    """Return a month or day for comparing; a month without a day stands for its last one."""
    year, month, *day = (int(part) for part in text.split("-"))
    return year, month, day[0] if day else 31
