"""Pictures that came with the page of a draft, whichever button was pressed: one that was chosen is never lost."""

from collections.abc import Sequence
from typing import Any, Final

from django.conf import settings
from django.contrib.humanize.templatetags.humanize import ordinal
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils import timezone

from gatepost.publishing.actions import pictures
from gatepost.publishing.models import Post
from gatepost.schools.errors import UnableTo
from gatepost.schools.seat import Seat

ADDED: Final = "Added. Where it was taken, the camera and the file’s name were removed."
NOT_SENT: Final = "The picture that you chose is added, and nothing is sent yet. Say what it shows, and then send it."
NOT_KEPT: Final = "The picture that you chose is not added. Choose it again."
FIELD: Final = "pictures"
"""The name and the id of the field for files."""


def chosen(request: HttpRequest) -> "Sequence[UploadedFile[Any]]":
    """Return the files that came with the page."""
    return request.FILES.getlist(FIELD)


def take_in(post: Post, files: "Sequence[UploadedFile[Any]]", seat: Seat) -> str:
    """Add to a draft what can be added of the files, and say so; nothing where there are none.

    Raises UnableTo, calling what was refused by its place: a name may be a pupil's.
    """
    refused = []
    for place, file in enumerate(files, start=1):
        # One byte more than is taken tells that it is too large, without reading the whole of it.
        data = file.read(settings.PICTURE_MAX_BYTES + 1)
        try:
            pictures.add(post, data=data, name=file.name or "", seat=seat, at=timezone.now())
        except UnableTo as refusal:
            refused.append(f"The {ordinal(place)} file was not added. {refusal}" if len(files) > 1 else str(refusal))
    if refused:
        others = len(files) - len(refused)
        rest = f"{others} {'other was' if others == 1 else 'others were'} added." if others else ""
        raise UnableTo(" ".join((*refused, rest)).strip())
    return ADDED if files else ""
