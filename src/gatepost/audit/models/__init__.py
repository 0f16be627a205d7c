"""What the audit stores."""

from gatepost.audit.models.event import Event
from gatepost.audit.models.head import Head

__all__ = ["Event", "Head"]
