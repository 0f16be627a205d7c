"""What this room stores."""

from gatepost.handbook.models.acknowledgement import Acknowledgement
from gatepost.handbook.models.adoption import Adoption

__all__ = ["Acknowledgement", "Adoption"]
