"""What this room stores."""

from gatepost.handbook.models.adoption import Adoption

__all__ = ["Adoption"]
