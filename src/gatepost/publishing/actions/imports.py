"""A list from the MIS, with what follows from it for posts. Every door that imports calls this."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.consents.actions import imports
from gatepost.consents.actions.imports import Taken
from gatepost.consents.comparing import Compared, RollCompared, compared, compared_roll
from gatepost.consents.imports.choices import Choices, choices_of
from gatepost.consents.models import Importing
from gatepost.consents.sealed import unsealed
from gatepost.publishing.actions.withdrawals import Followed, recheck
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School

CONSENTS, ROLL = "consents", "roll"
"""What a file may be."""
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Done:
    """What a list changed and what followed for posts. `held_back` is whether its yeses still wait for a person."""

    importing: Importing
    compared: Compared | RollCompared
    taken: Taken
    followed: Followed
    held_back: bool


@transaction.atomic
def import_now(
    data: bytes, *, school: School, kind: str, file_name: str, choices: Choices, everything: bool, by: Actor,
    at: datetime, say: Say = lambda _: None,
) -> Done:  # fmt: skip
    """Read a list and take it in at once, without a person between. The file is not kept.

    Raises Unreadable where it is no such list; then nothing has changed.
    """
    School.objects.select_for_update().get(pk=school.pk)
    found = looked_at(school, data, kind=kind, file_name=file_name, choices=choices, at=at, say=say)
    importing = imports.keep(
        data, school=school, kind=kind, file_name=file_name, sha256=hashlib.sha256(data).hexdigest(),
        rows=found.read.rows, choices=choices, by=by, at=at, stored=False,
    )  # fmt: skip
    return _taken(importing, found, choices=choices, everything=everything, by=by, at=at, say=say)


@transaction.atomic
def take_in(importing: Importing, *, everything: bool, by: Actor, at: datetime, say: Say = lambda _: None) -> Done:
    """Take in a file that was kept. With `everything` also what is sure beside rows that somebody must look at.

    Raises UnableTo where it was taken in or erased meanwhile.
    """
    School.objects.select_for_update().get(pk=importing.school_id)
    locked = Importing.objects.of(importing.school_id).select_related("school__trust").get(pk=importing.pk)
    choices = choices_of(locked.choices)
    found = looked_at(
        locked.school, file_of(locked), kind=locked.kind, file_name=locked.file_name, choices=choices, at=at, say=say
    )
    return _taken(locked, found, choices=choices, everything=everything, by=by, at=at, say=say)


def looked_at(
    school: School, data: bytes, *, kind: str, file_name: str, choices: Choices, at: datetime,
    say: Say = lambda _: None,
) -> Compared | RollCompared:  # fmt: skip
    """Return what a list says and would change. Raises Unreadable where it is no such list."""
    if kind == ROLL:
        return compared_roll(school, data, choices=choices, at=at)
    return compared(school, data, choices=choices, file_name=file_name, at=at, say=say)


def file_of(importing: Importing) -> bytes:
    """Return the bytes of a file that was kept. Raises UnableTo where it is there no more."""
    if not importing.file:
        raise UnableTo("This file is not here any more: it was taken in, dropped, or waited for an hour.")
    try:
        with importing.file.open("rb") as stored:
            return unsealed(stored.read())
    except FileNotFoundError:
        raise UnableTo("This file is not here any more. Choose it again.") from None


def _taken(
    importing: Importing, found: Compared | RollCompared, *, choices: Choices, everything: bool, by: Actor,
    at: datetime, say: Say,
) -> Done:  # fmt: skip
    held_back = found.held_back and not everything
    if isinstance(found, RollCompared):
        taken = imports.take_in_roll(importing, compared=found, choices=choices, by=by, at=at)
    else:
        taken = imports.take_in(
            importing, compared=found, choices=choices, everything=not held_back, by=by, at=at, say=say
        )
    followed = recheck(importing.school, pupils=taken.lessened, at=at) if taken.lessened else Followed()
    if followed != Followed():
        imports.followed(importing, stopped=followed.stopped, asked=followed.asked, by=by, at=at)
    return Done(importing, found, taken, followed, held_back)
