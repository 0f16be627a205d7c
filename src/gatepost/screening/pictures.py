"""The pictures that a situation names: looked into, and what was found written among its facts.

What is given stands. What is found is written only where nothing is said, and only where it speaks against the picture
or the file itself settles it: that no name was read, or no face found, proves that there is none to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from gatepost.detectors import Roster
from gatepost.detectors.pictures import Detected, Sighting, Unreadable, detect_picture
from gatepost.detectors.pictures.risk import recognisable
from gatepost.policy import SituationError, Verdict
from gatepost.policy.verdict import Fix, Reason, Region
from gatepost.screening.names import Directory

Reader = Callable[[str], bytes]
"""Reads a file by its path as written in a situation. Raises OSError or ValueError with what went wrong."""

_STYLES: Final = ("full", "surname", "first")
"""Forms of a name, the one that says most first."""


@dataclass(slots=True)
class Looked:
    """A situation's facts with what its pictures show, and where: `regions` by the path of the fact."""

    data: Any
    regions: dict[str, tuple[Region, ...]] = field(default_factory=dict)
    hints: list[str] = field(default_factory=list)


def look_into(data: Any, *, read: Reader, roster: Roster | None) -> Looked:
    """Return a situation with what is found in the pictures that its media name.

    Raises SituationError where a picture cannot be read. Anything that is no situation is returned as it is.
    """
    facts = data.get("facts") if isinstance(data, Mapping) else None
    media = facts.get("media") if isinstance(facts, Mapping) else None
    if not isinstance(facts, Mapping) or not isinstance(media, Sequence) or isinstance(media, str):
        return Looked(data)
    looked, items, named = Looked(data), [*media], list[Sighting]()
    for position, item in enumerate(media):
        if isinstance(item, Mapping) and isinstance(item.get("file"), str):
            found = _found(item["file"], f"media[{position}].file", read, roster)
            items[position] = {**item, **_facts(item, found, position, looked)}
            named += [each for each in found.sightings if each.form]
    people = _with_named(facts.get("people"), named, roster)
    looked.data = {**data, "facts": {**facts, "media": items, **({"people": people} if people else {})}}
    return looked


def _found(file: str, path: str, read: Reader, roster: Roster | None) -> Detected:
    try:
        return detect_picture(read(file), roster=roster)
    except Unreadable as problem:
        raise SituationError(f"The picture “{file}” was not looked at. {problem}", where=path) from None
    except (OSError, ValueError) as problem:
        told = getattr(problem, "strerror", None) or problem
        hint = "Give its path from the folder of the situation, or leave `file` out and say what it shows."
        raise SituationError(f"The picture “{file}” cannot be read: {told}.", where=path, hint=hint) from None


def _facts(item: Mapping[str, Any], found: Detected, position: int, looked: Looked) -> dict[str, Any]:
    """Return the facts that a picture settles and nobody gave; note where each lies in it."""
    if found.problem is not None:
        looked.hints.append(f"media[{position}].file: {found.problem}")
    places = any(each.type == "location" for each in found.sightings)
    told: dict[str, tuple[Any, list[Sighting]]] = {"location": (places, [])}
    names = [each for each in found.sightings if each.form]
    if names and item.get("names_visible") == "none":
        said = ", ".join(dict.fromkeys(each.text for each in names))
        looked.hints.append(f"media[{position}].names_visible: said to be none, but {said} can be read there.")
    if names:
        told["names_visible"] = (min((each.form for each in names), key=_STYLES.index), names)
    near = [each for each in found.sightings if _recognisable(each, found)]
    if near:
        told["face_shown"] = ("recognisable", near)
    new = {key: value for key, value in told.items() if item.get(key) is None}
    for key, (_, sightings) in new.items():
        looked.regions[f"media[{position}].{key}"] = tuple(_regions(position, sightings))
    return {key: value for key, (value, _) in new.items()}


def _recognisable(sighting: Sighting, found: Detected) -> bool:
    if sighting.type != "face" or found.seen is None:
        return False
    return any(
        face.box == sighting.box and recognisable(face, width=found.seen.width, height=found.seen.height)
        for face in found.seen.faces
    )


def _regions(position: int, sightings: Sequence[Sighting]) -> Iterator[Region]:
    for each in sightings:
        if each.box is not None:
            yield Region(position, each.box.x, each.box.y, each.box.width, each.box.height)


def _with_named(listed: Any, named: Sequence[Sighting], roster: Roster | None) -> list[dict[str, Any]]:
    """Return the listed people, and one more with no permissions for each legible name that is none of theirs."""
    if not named or (listed is not None and not _are_people(listed)):
        return []
    people, directory = [dict(entry) for entry in listed or ()], Directory.of(roster)
    for each in named:
        forms = directory.forms(each.who)
        if not any(_is(entry, each, forms) for entry in people):
            known = {"name": directory.name(each.who), "upn": each.who[0]} if len(each.who) == 1 else {}
            people.append({"role": "pupil", **{key: value for key, value in known.items() if value}})
    return people


def _are_people(listed: Any) -> bool:
    return isinstance(listed, Sequence) and all(isinstance(entry, Mapping) for entry in listed)


def _is(entry: Mapping[str, Any], named: Sighting, forms: frozenset[str]) -> bool:
    from gatepost.detectors.names.fold import fold_name

    name = entry.get("name")
    return entry.get("upn") in named.who or (isinstance(name, str) and fold_name(name) in forms)


def with_regions(verdict: Verdict, regions: Mapping[str, tuple[Region, ...]]) -> Verdict:
    """Return a verdict whose reasons show where in a picture their cause lies, with a fix for each place."""
    return (
        replace(verdict, reasons=tuple(_placed(reason, regions) for reason in verdict.reasons)) if regions else verdict
    )


def _placed(reason: Reason, regions: Mapping[str, tuple[Region, ...]]) -> Reason:
    places = next((regions[cause.fact] for cause in reason.because if regions.get(cause.fact)), ())
    if not places or reason.where is not None:
        return reason
    blurs = tuple(replace(fix, region=place) for fix in reason.fixes if fix.kind == "blur" for place in places)
    kept: tuple[Fix, ...] = tuple(fix for fix in reason.fixes if fix.kind != "blur")
    return replace(reason, region=places[0], fixes=(*kept, *blurs))
