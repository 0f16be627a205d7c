"""What this room stores."""

from gatepost.duties.models.closure import Closure
from gatepost.duties.models.duty import Duty

__all__ = ["Closure", "Duty"]
