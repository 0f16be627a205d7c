"""The address of a family's page: made, signed, and read again."""

import hashlib
import re
import secrets
from typing import Final

from django.utils.crypto import constant_time_compare, salted_hmac

from gatepost.consents.models import Link

_SHAPE: Final = re.compile(r"([A-Za-z0-9_-]{22})\.([0-9a-f]{24})")
_SALT: Final = "gatepost families"


def new_key() -> str:
    """Return a key that nobody can guess: 128 bits, in 22 characters that an address takes as they are."""
    return secrets.token_urlsafe(16)


def token_of(key: str) -> str:
    """Return what stands in the address: the key, and the server's signature on it. It names nobody."""
    return f"{key}.{_signature(key)}"


def digest_of(key: str) -> str:
    """Return the SHA-256 (hex) by which a key is kept."""
    return hashlib.sha256(key.encode()).hexdigest()


def found(token: str) -> Link | None:
    """Return the link of a token with its pupil and school, whether it is still open or not; None where it is none.

    The signature is compared first, in constant time, so that guesses never reach the database.
    """
    match = _SHAPE.fullmatch(token)
    if match is None or not constant_time_compare(match[2], _signature(match[1])):
        return None
    digest = digest_of(match[1])
    rows = Link.objects.everywhere(why="a link is all that its reader has: it says itself which school it is of")
    link = rows.select_related("pupil__school__trust", "contact").filter(digest=digest).first()
    return link if link is not None and constant_time_compare(link.digest, digest) else None


def _signature(key: str) -> str:
    return salted_hmac(_SALT, key, algorithm="sha256").hexdigest()[:24]
