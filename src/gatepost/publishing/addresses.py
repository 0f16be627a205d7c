"""The address at which a live post stands, as somebody pastes it."""

from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from gatepost.schools.errors import UnableTo

LONGEST: Final = 500
"""Characters of an address."""


def check_address(address: str) -> None:
    """Raise UnableTo unless this is an address on the web, with nobody's password in it."""
    try:
        URLValidator(schemes=["https"])(address)
    except ValidationError:
        raise UnableTo("Paste the whole address of the live post. It begins with https://") from None
    if len(address) > LONGEST or "@" in urlsplit(address).netloc:
        raise UnableTo("This is not the address of a post. Open the live post, and copy what stands in the browser.")
