"""Say that a list is being taken in, and that it was broken off: it stands whole, or not at all."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from gatepost.audit.actor import Actor
from gatepost.consents.actions.imports import KEPT, OPEN
from gatepost.consents.actions.recording import recorded
from gatepost.consents.models import Importing
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School

STOPPED: Final = (
    "The server stopped while it was taken in. Look at what it would change, and take it in once more; where its file "
    "is erased by now, give it in again."
)
_SURELY: Final = timedelta(minutes=1)
"""How long ago the taking-in of a list began that nobody holds: in the first moments it may only be about to."""


@transaction.atomic
def begin(importing: Importing, *, by: Actor, at: datetime) -> Importing:
    """Say that a list is being taken in, beside the page. Where the server stops meanwhile, `fail_stopped` finds it.

    Raises UnableTo where it was taken in or put aside meanwhile.
    """
    kept = Importing.objects.of(importing.school_id).select_for_update(of=("self",)).get(pk=importing.pk)
    if kept.status not in OPEN or not kept.file:
        raise UnableTo("This list was taken in or put aside meanwhile, or waited for more than an hour.")
    kept.status, kept.trouble, kept.kept_until = "running", "", at + KEPT
    kept.save(update_fields=["status", "trouble", "kept_until"])
    recorded("import.begun", importing, by=by, at=at, facts={})
    return kept


@transaction.atomic
def fail(importing: Importing, *, why: str, by: Actor, at: datetime) -> Importing:
    """Say that a list was broken off while it was taken in: nothing of it stands. The file waits on, for another try.

    `why` is the sentence that its page shows.
    """
    kept = Importing.objects.of(importing.school_id).select_for_update(of=("self",)).get(pk=importing.pk)
    if kept.status in OPEN:
        kept.status, kept.trouble = "failed", why[:300]
        kept.save(update_fields=["status", "trouble"])
        recorded("import.failed", importing, by=by, at=at, facts={})
    return kept


def fail_stopped(*, by: Actor, at: datetime) -> int:
    """Say of every list whose server stopped while it was taken in that it was broken off. Returns of how many."""
    rows = Importing.objects.everywhere(why="a server that stopped leaves lists of any school").filter(status="running")
    begun = Q(kept_until__isnull=True) | Q(kept_until__lt=at + KEPT - _SURELY)
    return sum(_fail_stopped(one, by=by, at=at) for one in rows.filter(begun).select_related("school__trust"))


@transaction.atomic
def _fail_stopped(importing: Importing, *, by: Actor, at: datetime) -> bool:
    # Whoever takes a list in holds its school until the end. SQLite lets nobody write meanwhile, and so waits here.
    if School.objects.select_for_update(skip_locked=True).filter(pk=importing.school_id).first() is None:
        return False
    if not Importing.objects.of(importing.school_id).filter(pk=importing.pk, status="running").exists():
        return False
    fail(importing, why=STOPPED, by=by, at=at)
    return True
