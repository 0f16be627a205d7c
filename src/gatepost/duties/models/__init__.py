"""What this room stores."""

from gatepost.duties.models.closure import Closure
from gatepost.duties.models.duty import Duty
from gatepost.duties.models.leaving import Leaving, LeavingItem

__all__ = ["Closure", "Duty", "Leaving", "LeavingItem"]
