"""What was found in texts and pictures, as a person reads it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

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
        kind = "texts" if all(each.text.picture is None for each in found) else "texts and pictures"
        blocks.append(terminal.paint(f"{len(found)} {kind}, {total} findings.", "bold"))
    return "\n\n".join(blocks)


def _block(each: "Searched", terminal: Terminal) -> Iterator[str]:
    text, findings = each.text, each.answer.get("findings", [])
    if text.id is not None:
        yield terminal.paint(harmless(text.id), "faint")
    if "error" in each.answer:
        problem = "? Could not be read" if "findings" not in each.answer else "? Not looked at"
        yield terminal.paint(problem, "bold", "red")
        yield from terminal.wrapped(harmless(each.answer["error"]), first="  ")
    if "findings" not in each.answer:
        return
    if text.picture is not None:
        yield from _sightings(findings, terminal)
        return
    yield from excerpt(text.words, [(item["start"], item["end"]) for item in findings], terminal=terminal)
    if not findings:
        yield "  Nothing found."
    for item in findings:
        words = harmless(text.words[item["start"] : item["end"]]).replace("\n", " ")
        what = FOUND.get(item["type"]) or NAMES.get(item["type"], item["type"])
        yield from terminal.wrapped(f"“{words}”  {what} ({harmless(item['why'])})", first="  - ", later="      ")


SEEN = {
    "location": "The file says where the picture was taken.",
    "face": "a face",
    "text": "words that can be read",
    "name": "a name on the roll",
}


def _sightings(findings: Sequence[Mapping[str, Any]], terminal: Terminal) -> Iterator[str]:
    if not findings:
        yield "  Nothing found."
    for item in findings:
        words = f"“{harmless(item['text'])}”  " if "text" in item else ""
        where = f", {item['width']} × {item['height']} pixels at {item['x']}, {item['y']}" if "x" in item else ""
        why = f" ({harmless(item['why'])})" if item["type"] in {"face", "name"} else ""
        yield from terminal.wrapped(f"{words}{SEEN[item['type']]}{where}{why}", first="  - ", later="      ")
