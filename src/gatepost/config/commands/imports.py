"""Take in a list of permissions or a roll."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from gatepost.audit.actor import SYSTEM
from gatepost.cli.output import UsageProblem
from gatepost.config.commands.start import check_up_to_date
from gatepost.consents.actions import looks
from gatepost.consents.import_told import as_json
from gatepost.consents.imports.choices import WrongChoice, with_remembered
from gatepost.consents.queries import remembered
from gatepost.publishing.actions import imports
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School
from gatepost.tables.refused import Unreadable


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
            looks.look_through(found, pupils=seen.about, subject=f"school:{found.pk}", by=SYSTEM, at=now)
            held_back = seen.held_back and not everything
            return as_json(seen, counts=seen.difference.counts(), held_back=held_back, answers=True)
        done = imports.import_now(data, **given, everything=everything, by=SYSTEM)
    except (Unreadable, WrongChoice, UnableTo) as refusal:
        raise UsageProblem(str(refusal)) from None
    return as_json(done.compared, counts=done.taken.counts, held_back=done.held_back, answers=True)


def _joined(files: Mapping[str, bytes]) -> bytes:
    """Return the one file, or the files of a folder as one."""
    if "" in files:
        return files[""]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as folder:
        for name, data in files.items():
            folder.writestr(name, data)
    return packed.getvalue()
