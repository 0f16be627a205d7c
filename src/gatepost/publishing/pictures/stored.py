"""Where the bytes of pictures lie: under random names, and never again as the file that came."""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from gatepost.schools.errors import UnableTo

TYPES: Final = {"jpg": "image/jpeg", "png": "image/png"}
"""Ending of a stored name → what a browser is told that it is."""
_ENDINGS: Final = {"jpeg": "jpg", "png": "png"}


@contextmanager
def new(data: bytes, *, kind: str, at: datetime) -> Iterator[str]:
    """Store bytes under a new name and give it; where what follows fails, they are gone again."""
    name = default_storage.save(f"posts/{at:%Y/%m}/{secrets.token_hex(16)}.{_ENDINGS[kind]}", ContentFile(data))
    try:
        yield name
    except BaseException:
        default_storage.delete(name)
        raise


def read(name: str, *, sha256: str) -> bytes:
    """Return the bytes of a picture. Raises UnableTo where they are gone, or are not those that were kept."""
    try:
        with default_storage.open(name, "rb") as file:
            data = bytes(file.read())
    except FileNotFoundError:
        raise UnableTo("The file of this picture is gone. Tell whoever runs Gatepost.") from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise UnableTo("The file of this picture is not the one that was kept. Tell whoever runs Gatepost.")
    return data


def is_there(name: str) -> bool:
    """Return whether the bytes of a picture are kept still."""
    return default_storage.exists(name)


def forget(name: str) -> None:
    """Delete the bytes of a picture that nothing refers to any more."""
    default_storage.delete(name)


def names(*, before: datetime) -> set[str]:
    """Return the names of the stored files that were last changed before a moment."""
    found = set()
    folders = ["posts"] if default_storage.exists("posts") else []
    while folders:
        folder = folders.pop()
        inner, files = default_storage.listdir(folder)
        folders += [f"{folder}/{name}" for name in inner]
        every = (f"{folder}/{name}" for name in files)
        found |= {name for name in every if default_storage.get_modified_time(name) < before}
    return found
