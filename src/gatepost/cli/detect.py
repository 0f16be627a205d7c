"""Find what is in texts and pictures: pupils on the roll, personal details, links, faces, words that can be read.

FILE holds JSON Lines of {"id": …, "text": …} or {"id": …, "image": "path"}, or it is plain text, or a picture.
"""

import argparse
from collections.abc import Iterator
from typing import Any, NamedTuple

from gatepost.cli.output import FORMATS, print_objects, print_text
from gatepost.cli.reading import decode, read_bytes
from gatepost.cli.rolls import add_roll_arguments, read_contacts, read_roll
from gatepost.cli.texts import Text, read_texts


class Searched(NamedTuple):
    """A text or a picture with the object that the contract asks for: its findings, or an error."""

    text: Text
    answer: dict[str, Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost detect` takes."""
    parser.add_argument("file", metavar="FILE", help="the texts or the picture, or - for standard input")
    add_roll_arguments(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="text for people, json or jsonl for programs")


def run(args: argparse.Namespace) -> int:
    """Search every text. Returns 2 where one could not be read, else 0."""
    raw = read_bytes(args.file)
    roster, contacts = read_roll(args.roster), read_contacts(args.school_contacts)
    found = [*searched(read_texts(raw, name=args.file, decode=decode), roster=roster, contacts=contacts)]
    if args.format == "text":
        from gatepost.cli.verdicts.findings_page import findings_page

        print_text(findings_page(found))
    else:
        print_objects([each.answer for each in found], form=args.format)
    return 2 if any("error" in each.answer for each in found) else 0


def searched(texts: list[Text], *, roster: Any, contacts: tuple[str, ...]) -> Iterator[Searched]:
    """Yield each text with its findings, in order."""
    from gatepost.detectors import detect_text

    for text in texts:
        if text.problem is not None:
            yield Searched(text, {**text.name, "error": text.problem})
            continue
        if text.picture is not None:
            yield Searched(text, looked_into(text, text.picture, roster=roster))
            continue
        findings = detect_text(text.words, roster=roster, contacts=contacts)
        yield Searched(text, {"id": text.id, "findings": [as_object(finding) for finding in findings]})


def looked_into(text: Text, picture: bytes, *, roster: Any) -> dict[str, Any]:
    """Return the contract's object for a picture. Where nothing has looked, it says so beside what was found."""
    from gatepost.detectors.pictures import Unreadable, detect_picture

    try:
        found = detect_picture(picture, roster=roster)
    except Unreadable as problem:
        return {**text.name, "error": str(problem)}
    error = {} if found.problem is None else {"error": found.problem}
    return {"id": text.id, "findings": [as_sighting(each) for each in found.sightings], **error}


def as_sighting(sighting: Any) -> dict[str, Any]:
    """Return the contract's form of a finding in a picture: its box in pixels of the upright picture."""
    box = sighting.box
    place = {} if box is None else {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    words = {"text": sighting.text} if sighting.text else {}
    who = {"who": list(sighting.who)} if sighting.type == "name" else {}
    sure = round(sighting.confidence, 3)
    return {"type": sighting.type, **place, **words, **who, "confidence": sure, "why": sighting.why}


def as_object(finding: Any) -> dict[str, Any]:
    """Return the contract's form of a finding; `who` stands with names alone."""
    who = {"who": list(finding.who)} if finding.who or finding.type.startswith("pupil_") else {}
    return {
        "type": finding.type,
        "start": finding.start,
        "end": finding.end,
        **who,
        "confidence": round(finding.confidence, 3),
        "why": finding.why,
    }
