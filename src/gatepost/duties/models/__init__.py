"""What this room stores."""

from gatepost.duties.models.duty import Duty

__all__ = ["Duty"]
