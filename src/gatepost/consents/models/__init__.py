"""What this room stores."""

from gatepost.consents.models.answer import Answer
from gatepost.consents.models.answerer import Answerer
from gatepost.consents.models.basis import Asking, Basis
from gatepost.consents.models.contact import Contact
from gatepost.consents.models.flag import Flag
from gatepost.consents.models.importing import Importing, Mapping
from gatepost.consents.models.link import Link
from gatepost.consents.models.pupil import Pupil
from gatepost.consents.models.wording import Wording

__all__ = [
    "Answer",
    "Answerer",
    "Asking",
    "Basis",
    "Contact",
    "Flag",
    "Importing",
    "Link",
    "Mapping",
    "Pupil",
    "Wording",
]
