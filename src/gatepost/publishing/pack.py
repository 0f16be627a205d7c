"""The copy pack of a version for one platform: the words, the descriptions, and the pictures as it takes them.

The same version makes the same bytes each time, so that two people who were handed it hold the same file.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from gatepost.publishing.content import Content
from gatepost.publishing.pictures import resize, stored

MANIFEST: Final = "MANIFEST"
"""The file that names every other with its SHA-256, as `sha256sum --check` reads it."""
_ALWAYS: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_READABLE: Final = 0o100644 << 16
_ENDINGS: Final = {b"\xff\xd8": "jpg", b"\x89P": "png"}


@dataclass(frozen=True, slots=True)
class File:
    """One file of a pack. Its name never says who is in it."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 (hex) of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def picture(content: Content, number: int, *, platform: str) -> File:
    """Return a picture of a content, counted from 1, at the platform's size.

    Raises UnableTo where its bytes are not those that were signed off, IndexError where there is no such picture.
    """
    one = content["pictures"][number - 1]
    kept = stored.read(one["file"], sha256=one["sha256"])
    data = resize.for_platform(kept, platform=platform)
    return File(f"picture-{number}.{_ENDINGS[data[:2]]}", data)


def files(content: Content, *, platform: str) -> tuple[File, ...]:
    """Return every file of the pack, the manifest last. Raises UnableTo as `picture` does."""
    pictures = [picture(content, number, platform=platform) for number in range(1, len(content["pictures"]) + 1)]
    made = [File("words.txt", content["text"].encode()), *pictures]
    if pictures:
        made.append(File("descriptions.txt", _descriptions(content, pictures).encode()))
    return (*made, File(MANIFEST, "".join(f"{one.digest}  {one.name}\n" for one in made).encode()))


def zipped(made: Sequence[File], *, digest: str) -> bytes:
    """Return the files as a ZIP that names the version's digest in its comment. Pictures do not shrink, so stored."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        archive.comment = f"Gatepost version {digest}".encode()
        for one in made:
            entry = ZipInfo(one.name, date_time=_ALWAYS)
            # Named, since they would else be those of the machine that packs.
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, one.data)
    return out.getvalue()


def _descriptions(content: Content, pictures: Sequence[File]) -> str:
    said = (one["alt_text"] or "(no description)" for one in content["pictures"])
    return "".join(f"{file.name}: {text}\n" for file, text in zip(pictures, said, strict=True))
