"""What every page is given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from gatepost.web.frame import Frame


def page(request: HttpRequest) -> dict[str, Any]:
    """Return what the frame of every page needs: where we are, who is looking, and whether this is the demo.

    `csp_nonce` goes on every <style> and <script>: the header lets no other run.
    """
    frame = Frame(request)
    return {"demo": settings.DEMO, "seat": frame.seat, "frame": frame, "csp_nonce": getattr(request, "csp_nonce", "")}
