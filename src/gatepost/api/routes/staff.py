"""Take in a list of staff."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Form, Path, Router
from ninja.files import UploadedFile

from gatepost.api.caller import caller
from gatepost.api.shapes import Why
from gatepost.duties import staff_told
from gatepost.duties.actions import staff_lists
from gatepost.duties.staff_difference import difference
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.tables.refused import MOST_BYTES, Unreadable

router = Router(tags=["people"])
_REFUSED = {403: Why, 404: Why, 409: Why}


@router.post("/people/import", response={200: dict[str, Any], **_REFUSED})
def take_in(
    request: HttpRequest, school: Path[str], file: File[UploadedFile], dry_run: Form[bool] = False  # noqa: FBT002
) -> dict[str, Any]:  # fmt: skip
    """Take a list in, or with `dry_run` say what it would change. With `errors` in the answer nothing has changed."""
    seat, now = caller(request, school, Permission.MANAGE_PEOPLE), timezone.now()
    data = file.read(MOST_BYTES + 1)
    try:
        found = difference(data, seat=seat, at=now)
        if not found.errors and not dry_run:
            found = staff_lists.take_in(data, seat=seat, at=now, seen=found.digest)
    except Unreadable as refusal:
        raise UnableTo(str(refusal)) from None
    return staff_told.difference(found)
