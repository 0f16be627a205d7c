"""What this room stores."""

from gatepost.consents.models.answer import Answer
from gatepost.consents.models.pupil import Pupil

__all__ = ["Answer", "Pupil"]
