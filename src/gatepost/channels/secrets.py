"""No secret is kept on the register: what may be written says where a login is and never what it is."""

from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from gatepost.detectors.secrets import find_secrets
from gatepost.schools.errors import UnableTo

INSTEAD: Final = (
    "Say where it is kept, such as “in the trust’s password manager, folder Social”, and not what it is. "
    "Nothing of it was kept. If it was a real one, change it where it is used."
)
LONGEST: Final = 2_000
"""Characters of a text that are looked at: more than any line of the register holds."""


def holds_secret(text: str) -> bool:
    """Return whether a text seems to hold a password, a PIN, a key or a code."""
    return bool(find_secrets(text[:LONGEST]))


def refusal_of(text: str) -> str:
    """Return what somebody reads whose text holds a secret; empty where it holds none. It repeats nothing of it."""
    found = find_secrets(text[:LONGEST])
    return f"{found[0].why} {INSTEAD}" if found else ""


LEFT_OUT: Final = "(left out: it looked like a password)"
"""What is kept in place of words that hold a secret, where what they are about must not wait for better ones."""


def without_secret(text: str) -> str:
    """Return a text; or, where it seems to hold a secret, that it was left out."""
    return LEFT_OUT if holds_secret(text) else text


def check_no_secret(*texts: str) -> None:
    """Raise UnableTo, which repeats nothing of it, where any of these texts seems to hold a secret."""
    for text in texts:
        if why := refusal_of(text):
            raise UnableTo(why)


_NAMING: Final = frozenset({"id", "v"})
"""Parts of a query that say which page is meant, such as Facebook's `profile.php?id=`. The rest says who shared it."""


def plain_address(address: str) -> str:
    """Return the address of a page without what is no part of it: who shared it, a login, a token.

    Raises UnableTo, which repeats nothing of it, where a login stands before the host, or a secret in the rest.
    """
    parts = urlsplit(address.strip())
    if "@" in parts.netloc:
        raise UnableTo(f"This address has a login in it. Copy the address of the page alone. {INSTEAD}")
    named = urlencode([(key, value) for key, value in parse_qsl(parts.query) if key in _NAMING])
    plain = urlunsplit((parts.scheme, parts.netloc, parts.path, named, ""))
    check_no_secret(unquote(plain).replace("=", ": "))
    return plain
