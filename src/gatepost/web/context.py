"""What every page is given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """Return what the frame of every page needs: where we are, who is looking, and whether this is the demo."""
    return {"demo": settings.DEMO, "seat": getattr(request, "seat", None)}
