"""What people write as a reason: kept as they write it, or refused with a sentence."""

from gatepost.channels.secrets import check_no_secret
from gatepost.detectors.unseen import is_blank
from gatepost.schools.errors import UnableTo

LONGEST = 500
"""Characters of a reason."""


def written(text: str, *, missing: str, longest: int = LONGEST) -> str:
    """Return a reason as it is kept, without the space round it.

    Raises UnableTo: `missing` where it says nothing, else that it is too long or seems to hold a password.
    """
    reason = text.strip()
    if is_blank(reason):
        raise UnableTo(missing)
    if len(reason) > longest:
        raise UnableTo(f"Write at most {longest} characters. You have written {len(reason)}.")
    check_no_secret(reason)
    return reason
