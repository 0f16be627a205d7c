"""What was found in texts, as a person reads it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gatepost.cli.terminal import Terminal, harmless
from gatepost.cli.verdicts.excerpt import excerpt
from gatepost.cli.verdicts.facts import FOUND

if TYPE_CHECKING:
    from gatepost.cli.detect import Searched

NAMES = {
    "pupil_full": "a pupil's full name",
    "pupil_first": "a pupil's first name",
    "pupil_surname": "a pupil's surname",
    "other_person": "somebody who is no pupil",
    "school_contact": "the school's own details: no problem",
}


def findings_page(found: Sequence["Searched"], *, terminal: Terminal | None = None) -> str:
    """Return each text with the words underlined that were found, and a line for each finding."""
    terminal = terminal or Terminal.here()
    blocks = ["\n".join(_block(each, terminal)) for each in found]
    if len(found) > 1:
        total = sum(len(each.answer.get("findings", ())) for each in found)
        blocks.append(terminal.paint(f"{len(found)} texts, {total} findings.", "bold"))
    return "\n\n".join(blocks)


def _block(each: "Searched", terminal: Terminal) -> Iterator[str]:
    text, findings = each.text, each.answer.get("findings", [])
    if text.id is not None:
        yield terminal.paint(harmless(text.id), "faint")
    if text.problem is not None:
        yield terminal.paint("? Could not be read", "bold", "red")
        yield from terminal.wrapped(harmless(text.problem), first="  ")
        return
    yield from excerpt(text.words, [(item["start"], item["end"]) for item in findings], terminal=terminal)
    if not findings:
        yield "  Nothing found."
    for item in findings:
        words = harmless(text.words[item["start"] : item["end"]]).replace("\n", " ")
        what = FOUND.get(item["type"]) or NAMES.get(item["type"], item["type"])
        yield from terminal.wrapped(f"“{words}”  {what} ({harmless(item['why'])})", first="  - ", later="      ")
