"""Files that name pupils, kept for an hour so that only this server can read them."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from gatepost.schools.errors import UnableTo


def sealed(data: bytes) -> bytes:
    """Return bytes as they are stored: nobody who reads the disk can read a pupil's name in them."""
    return _box().encrypt(data)


def unsealed(data: bytes) -> bytes:
    """Return what `sealed` was given. Raises UnableTo where the server's secret has changed since."""
    try:
        return _box().decrypt(data)
    except InvalidToken:
        raise UnableTo("The file cannot be read any more. Choose it again.") from None


def _box() -> Fernet:
    key = hashlib.scrypt(settings.SECRET_KEY.encode(), salt=b"gatepost lists", n=2**10, r=8, p=1, dklen=32)
    return Fernet(base64.urlsafe_b64encode(key))
