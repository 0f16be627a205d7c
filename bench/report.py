"""What a measurement hands back, and the table that a person reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 130
"""Characters up to which a group of figures stands in one line."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure with what is asked of it: at most, or at least. Both are in `unit`."""

    what: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def met(self) -> bool:
        """Whether the figure is as good as asked."""
        return (self.at_most is None or self.value <= self.at_most) and (
            self.at_least is None or self.value >= self.at_least
        )

    def as_json(self) -> dict[str, Any]:
        """Return the figure, what is asked, and whether it is met."""
        bound = {"at_most": self.at_most} if self.at_most is not None else {"at_least": self.at_least}
        return {"what": self.what, "value": round(self.value, 4), "unit": self.unit, **bound, "met": self.met}


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one measurement and those of them that something is asked of; `cores` that it was given."""

    name: str
    figures: Mapping[str, Any]
    asked: tuple[Asked, ...]
    cores: int = 1

    def as_json(self) -> dict[str, Any]:
        """Return the form in which results are kept."""
        kept = {"asked": [item.as_json() for item in self.asked], "figures": dict(self.figures)}
        return kept if self.cores == 1 else {**kept, "cores": self.cores}


def table(results: Mapping[str, Any]) -> str:
    """Return the kept results as plain text: of each measurement first what is asked, then every figure."""
    parts: list[str] = []
    for name, result in results.items():
        machine = ", ".join(f"{key} {value}" for key, value in result["machine"].items())
        parts += ["", f"{name.upper()}: measured {result['date']}, on {_cores(result)} of: {machine}"]
        parts += [*(_asked(item) for item in result["asked"]), *_figures(result["figures"])]
    return "\n".join(parts[1:])


def _cores(result: Mapping[str, Any]) -> str:
    return "one core" if result.get("cores", 1) == 1 else f"{result['cores']} cores"


def _asked(item: Mapping[str, Any]) -> str:
    bound, sign = (item["at_most"], "<=") if "at_most" in item else (item["at_least"], ">=")
    mark = "met   " if item["met"] else "MISSED"
    return f"  {mark}  {item['what']:<72} {_number(item['value']):>9} {item['unit']:<6} asked {sign} {_number(bound)}"


def _figures(figures: Mapping[str, Any], indent: int = 2) -> Iterator[str]:
    for key, value in figures.items():
        if not isinstance(value, Mapping):
            yield f"{' ' * indent}{key:<{48 - indent}} {_number(value)}"
            continue
        inner = ", ".join(f"{name} {_number(number)}" for name, number in value.items())
        if len(inner) > LONGEST or any(isinstance(part, Mapping) for part in value.values()):
            yield f"{' ' * indent}{key}"
            yield from _figures(value, indent + 2)
        else:
            yield f"{' ' * indent}{key}: {inner}"


def _number(value: Any) -> str:
    if not isinstance(value, float) or value.is_integer():
        return f"{int(value):,}" if isinstance(value, float | int) and not isinstance(value, bool) else str(value)
    return f"{value:,.1f}" if abs(value) >= 100 else f"{value:.4g}"


def with_table(page: str, printed: str) -> str:
    """Return a page with what is printed between its first ```text fence and the next, and nothing else changed."""
    before, fence, rest = page.partition("```text\n")
    _, close, after = rest.partition("\n```\n")
    return f"{before}{fence}{printed}{close}{after}"
