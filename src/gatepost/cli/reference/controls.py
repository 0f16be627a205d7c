"""docs/reference/controls.md: every control, by family."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from itertools import groupby
from typing import Any

from gatepost import library
from gatepost.cli.reference.markdown import code, page, table
from gatepost.policy.controls.base import Control
from gatepost.policy.controls.table import CONTROLS

_INTRODUCTION = """A control is the code behind a demand that several schools could make, each with its own
parameters. A point of a clause names it under `controls`, by itself or with parameters, such as
`name_style: {barred_styles: [surname, full]}`.

*Stricter* says which way a supplement may move a parameter: **subset** fewer words, **superset** more words,
**earlier**, **higher**, **lower**, **true**, **false**, or **fixed**, which may not change. What a control is
*about* are the facts without which it has nothing to say; the others it *also reads*."""


def controls_page() -> str:
    """Return the page."""
    examples = {control.name: control.explain() for control in _in_use()}
    parts = [_INTRODUCTION, _families()]
    for family, controls in groupby(sorted(CONTROLS.values(), key=_order), key=lambda control: control.family):
        parts.append(f"## {family}")
        parts += [part for control in controls for part in _control(control, examples)]
    return page("Controls", *parts)


def _families() -> str:
    counts: dict[str, int] = {}
    for control in CONTROLS.values():
        counts[control.family] = counts.get(control.family, 0) + 1
    each = ", ".join(f"[{family}](#{family}) ({count})" for family, count in sorted(counts.items()))
    return f"{len(CONTROLS)} controls in {len(counts)} families: {each}."


def _order(control: type[Control]) -> tuple[str, int]:
    return control.family, [*CONTROLS].index(control.name)


def _in_use() -> Iterator[Control]:
    """Yield the controls of the library, so that the last one of each name, its example, is the first document's."""
    for name in reversed((*library.IDS, library.BASELINE)):
        for point in reversed(library.document(name).points):
            yield from (carrier.control for carrier in point.carriers if carrier.control is not None)


def _control(control: type[Control], examples: dict[str, str]) -> Iterator[str]:
    yield f"### {control.name}"
    yield (control.__doc__ or "").strip()
    yield "\n".join(
        (
            f"- for: {', '.join(control.kinds)}",
            f"- about: {', '.join(map(code, control.triggers)) or 'anything'}",
            *([f"- also reads: {', '.join(map(code, control.reads))}"] if control.reads else []),
            *([f"- answers: “{'”, “'.join(control.asks)}”"] if control.asks else []),
        )
    )
    rows = [_parameter(item) for item in fields(control)]
    if rows:
        yield table(("parameter", "meaning", "default", "stricter", "values"), rows)
    if control.name in examples:
        yield f"> {examples[control.name]}"


def _parameter(item: Field[Any]) -> tuple[str, ...]:
    default = "required" if item.default is MISSING else code(_yaml(item.default))
    choices = ", ".join(map(code, item.metadata["choices"]))
    vocabulary = item.metadata["vocabulary"]
    values = choices or (f"[{vocabulary}](facts.md#{vocabulary.replace('_', '-')})" if vocabulary else "")
    return code(item.name), item.metadata["says"], default, item.metadata["stricter"], values


def _yaml(value: object) -> str:
    """Return a default as it would stand in a document."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else str(value)
