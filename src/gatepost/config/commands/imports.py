"""Take in a list of permissions or a roll."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from gatepost.audit.actor import SYSTEM
from gatepost.cli.output import UsageProblem
from gatepost.config.commands.start import check_up_to_date
from gatepost.consents.comparing import Compared, RollCompared
from gatepost.consents.imports.choices import WrongChoice, with_remembered
from gatepost.consents.imports.refused import Unreadable
from gatepost.consents.imports.said import Said
from gatepost.consents.imports.upns import plain_upn
from gatepost.consents.queries import remembered
from gatepost.publishing.actions import imports
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School

_WRITTEN: Final = ("granted", "refused", "changed", "added", "unchanged", "missing")


def take_in(
    *, files: Mapping[str, bytes], kind: str, name: str, school: str, mapping: Mapping[str, Any], dry_run: bool,
    everything: bool,
) -> dict[str, Any]:  # fmt: skip
    """Import a list and return what came of it, as JSON has it.

    `files` has the one file under no name, or those of a folder. Raises UsageProblem, and has then changed nothing,
    where the file or the mapping cannot be read, or there is no such school.
    """
    check_up_to_date()
    found = School.objects.select_related("trust").filter(slug=school).first()
    if found is None:
        raise UsageProblem(f"There is no school at “{school}”. Look at its part of the pages’ addresses.")
    data, now = _joined(files), timezone.now()
    try:
        choices = with_remembered(mapping, remembered(found, kind=kind))
        given: dict[str, Any] = {"school": found, "kind": kind, "file_name": name, "choices": choices, "at": now}
        if dry_run:
            seen = imports.looked_at(data=data, **given)
            return _told(seen, counts=seen.difference.counts(), held_back=seen.held_back and not everything)
        done = imports.import_now(data, **given, everything=everything, by=SYSTEM)
    except (Unreadable, WrongChoice, UnableTo) as refusal:
        raise UsageProblem(str(refusal)) from None
    return _told(done.compared, counts=done.taken.counts, held_back=done.held_back)


def _joined(files: Mapping[str, bytes]) -> bytes:
    """Return the one file, or the files of a folder as one."""
    if "" in files:
        return files[""]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as folder:
        for name, data in files.items():
            folder.writestr(name, data)
    return packed.getvalue()


def _told(found: Compared | RollCompared, *, counts: Mapping[str, int], held_back: bool) -> dict[str, Any]:
    of_consents = isinstance(found, Compared)
    return {
        "rows": found.read.rows,
        "states": [_state(one, found) for one in found.read.said] if isinstance(found, Compared) else [],
        "errors": [{"row": one.row, "message": one.why} for one in found.errors],
        "review": [{"row": one.row, "why": one.why} for one in found.review],
        "choices_needed": [one.as_json() for one in found.choices] if isinstance(found, Compared) else [],
        "counts": {sort: counts[sort] for sort in _WRITTEN if sort in counts},
        "held_back": held_back and of_consents,
    }


def _state(one: Said, found: Compared) -> dict[str, Any]:
    key = found.found.keys.get(one.row)
    upn = plain_upn(one.who.upn) or (found.pupils[key].upn if key is not None else "")
    return {
        "row": one.row, "upn": upn or None, "type": one.type, "state": one.state, "date": _day(one.at),
        "given_by": one.given_by or None, "relationship": one.relationship or None,
    }  # fmt: skip


def _day(at: datetime | None) -> str | None:
    return at.date().isoformat() if at else None
