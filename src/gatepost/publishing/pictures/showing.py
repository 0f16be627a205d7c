"""Which stored picture somebody may look at: of a post as it stands, or of a version as it was sent for sign-off."""

from dataclasses import dataclass
from typing import Final

from gatepost.publishing.models import Picture, Version
from gatepost.publishing.pictures.keeping import gone_from
from gatepost.schools.seat import Seat

_AUTHOR_ONLY: Final = frozenset({"draft", "discarded"})
"""Where a post stands while nobody but its author has been shown it, or shall be any more."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored file by its name, and the digest of its bytes."""

    file: str
    sha256: str


def of_post(seat: Seat, picture: int) -> Kept | None:
    """Return a picture of a post of this school; None where there is none, or it stands in somebody else's draft."""
    found = Picture.objects.of(seat.school).filter(pk=picture).select_related("post").first()
    if found is None or (found.post.status in _AUTHOR_ONLY and found.post.author_id != seat.person.pk):
        return None
    return Kept(str(found.file), found.sha256)


def of_version(seat: Seat, version: int, picture: int) -> Kept | None:
    """Return a picture as a version of this school holds it; None where none does, or nobody is shown it any more."""
    found = Version.objects.of(seat.school).filter(pk=version).select_related("post").first()
    if found is None or picture in gone_from(found):
        return None
    kept = found.content["pictures"]
    return next((Kept(one["file"], one["sha256"]) for one in kept if one["id"] == picture), None)
