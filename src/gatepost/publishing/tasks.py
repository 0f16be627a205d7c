"""What Gatepost does by itself: look again at what is signed off, and end what no longer holds."""

import logging
from datetime import datetime

from gatepost.audit.actor import SYSTEM
from gatepost.policy import PolicyError
from gatepost.publishing.actions.signoff import void
from gatepost.publishing.gate import NoLonger, check_holds
from gatepost.publishing.models import Version
from gatepost.schools.errors import UnableTo

log = logging.getLogger("gatepost.sweep")


def sweep(*, at: datetime) -> int:
    """Void every approved version, not out yet, that may not go out any more. Returns how many were.

    Each is looked at on its own: one that cannot be judged is logged, by its id alone, and looked at again next time.
    """
    rows = Version.objects.everywhere(why="the sweep looks at every school").filter(
        ended_at__isnull=True, post__status="approved", deliveries__status__in=["ready", "claimed"]
    )
    ended = 0
    for version in rows.select_related("post__school__trust", "post__author").distinct():
        try:
            ended += _ended(version, at=at)
        except (PolicyError, UnableTo):
            log.error("Version %s could not be looked at.", version.pk)
    return ended


def _ended(version: Version, *, at: datetime) -> bool:
    """Void a version that may not go out any more, and return whether it was."""
    try:
        check_holds(version, at=at)
    except NoLonger as why:
        void(version, because=str(why), by=SYSTEM, at=at)
        return True
    return False
