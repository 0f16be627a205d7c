"""How the tables of the controls are read: facts as a line of YAML, and what the control says as a line of words."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from gatepost.policy import parse_situation
from gatepost.policy.controls.base import Control, Hit, Setting, Unknown
from gatepost.policy.document import Channel, Head, Month
from gatepost.policy.facts import Found

Table = Iterable[tuple[Control, Mapping[str, str]]]

HEAD = Head(
    id="example",
    title="Example",
    note="An example.",
    adopted_by="An example school",
    body="school",
    nation="england",
    people=("staff", "governor"),
    channels=(
        Channel(
            platform="facebook",
            ref="table.r1",
            posters=("pa_to_headteacher",),
            master_admin="office_manager",
            opened=Month(2024, 9),
        ),
        Channel(platform="facebook", ref="table.r2", name="Trips", posters=("av_technician",)),
        Channel(platform="linkedin", ref="table.r3", closed=Month(2025, 11)),
    ),
)


def said(control: Control, line: str) -> str:
    """Return what a control says: `outcome>route`, `(outcome)` where it only supports, `?fact` for what it misses.

    The line holds facts, and `kind`, `strength` and `ref` where the table needs others than usual; `as.FACT` gives
    the classes of a prose fact, `found` and `found.comment` the types of what detectors found.
    """
    data = yaml.safe_load("{" + line + "}")
    kind, ref = data.pop("kind", control.kinds[0]), data.pop("ref", "1.p1")
    setting = Setting(ref, data.pop("strength", "must_not"), HEAD)
    prose = {key[3:]: frozenset(data.pop(key)) for key in [*data] if key.startswith("as.")}
    found = [Found(name, 0, 5) for name in data.pop("found", ())]
    found += [Found(name, 0, 5, fact="comment.text") for name in data.pop("found.comment", ())]
    facts = parse_situation({"kind": kind, "facts": data}, found=found, prose=prose).facts
    return " ".join(word(item) for item in control.decide(setting, facts))


def word(item: Hit | Unknown) -> str:
    """Return one thing that a control says, as the tables write it."""
    if isinstance(item, Unknown):
        return f"?{item.fact}"
    spoken = f"{item.outcome}>{item.route}" if item.route else item.outcome
    return f"({spoken})" if item.supports else spoken


def cases(table: Table) -> list[Any]:
    """Return every row of a table as a case: the control, the facts, and what it says of them."""
    return [(control, line, expected) for control, rows in table for line, expected in rows.items()]


def names(table: Table) -> list[str]:
    """Return the name of each case of a table."""
    return [f"{control.name}: {line}" for control, rows in table for line in rows]
