"""Lists from the MIS, taken in at once: permissions and the roll."""

import json
from typing import Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Form, Path, Router
from ninja.files import UploadedFile

from gatepost.api.caller import caller
from gatepost.api.shapes import Why
from gatepost.consents.actions import looks
from gatepost.consents.import_told import as_json
from gatepost.consents.imports.choices import Choices, WrongChoice, with_remembered
from gatepost.consents.queries import remembered
from gatepost.publishing.actions import imports
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.tables.refused import MOST_BYTES, Unreadable

router = Router(tags=["imports"])
_REFUSALS = {403: Why, 404: Why, 409: Why}


@router.post("/imports", response={200: dict[str, Any], **_REFUSALS})
def take_in(
    request: HttpRequest, school: Path[str], file: File[UploadedFile], kind: Form[Literal["consents", "roll"]],
    mapping: Form[str] = "{}", dry_run: Form[bool] = False, skip_review: Form[bool] = False,  # noqa: FBT002
) -> dict[str, Any]:  # fmt: skip
    """Take a list in, or with `dry_run` say what it would change. Answers as `gatepost consents import` does.

    Whoever may not see what families answered is told what the list says, and nothing of what is on record.
    """
    seat = caller(request, school, Permission.RECORD_ANSWERS)
    given: dict[str, Any] = {"school": seat.school, "kind": kind, "file_name": file.name or "", "at": timezone.now()}
    data = file.read(MOST_BYTES + 1)
    try:
        given["choices"] = _choices(seat, mapping, kind)
        answer = _seen if dry_run else _done
        return answer(data, given, seat, everything=skip_review)
    except (Unreadable, WrongChoice) as refusal:
        raise UnableTo(str(refusal)) from None


def _seen(data: bytes, given: dict[str, Any], seat: Seat, *, everything: bool) -> dict[str, Any]:
    seen, school = imports.looked_at(data=data, **given), seat.school
    looks.look_through(school, pupils=seen.about, subject=f"school:{school.pk}", by=seat.actor, at=given["at"])
    held_back = seen.held_back and not everything
    return as_json(seen, counts=seen.difference.counts(), held_back=held_back, answers=_answers(seat))


def _done(data: bytes, given: dict[str, Any], seat: Seat, *, everything: bool) -> dict[str, Any]:
    done = imports.import_now(data, everything=everything, by=seat.actor, **given)
    return as_json(done.compared, counts=done.taken.counts, held_back=done.held_back, answers=_answers(seat))


def _answers(seat: Seat) -> bool:
    return seat.may(Permission.SEE_ANSWERS)


def _choices(seat: Seat, mapping: str, kind: str) -> Choices:
    try:
        given = json.loads(mapping)
    except json.JSONDecodeError:
        raise WrongChoice("The mapping is no JSON.") from None
    if not isinstance(given, dict):
        raise WrongChoice("The mapping is no JSON object.")
    return with_remembered(given, remembered(seat.school, kind=kind))
