"""What Gatepost does by itself: look again at what is signed off, and end what no longer holds."""

from datetime import datetime

from gatepost.audit.actor import SYSTEM
from gatepost.publishing.actions.signoff import void
from gatepost.publishing.gate import NoLonger, check_holds
from gatepost.publishing.models import Version


def sweep(*, at: datetime) -> int:
    """Void every approved version, not out yet, that may not go out any more. Returns how many were."""
    rows = Version.objects.everywhere(why="the sweep looks at every school").filter(
        ended_at__isnull=True, post__status="approved", deliveries__status__in=["ready", "claimed"]
    )
    ended = 0
    for version in rows.select_related("post__school__trust", "post__author").distinct():
        try:
            check_holds(version, at=at)
        except NoLonger as why:
            void(version, because=str(why), by=SYSTEM, at=at)
            ended += 1
    return ended
