"""A list from the MIS, with what follows from it for posts. Every door that imports calls this."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.consents.actions import imports
from gatepost.consents.actions.imports import Taken
from gatepost.consents.comparing import Compared, RollCompared, compared, compared_roll
from gatepost.consents.imports.choices import Choices, choices_of
from gatepost.consents.imports.rolling import ONE
from gatepost.consents.models import Importing
from gatepost.consents.sealed import unsealed
from gatepost.publishing.actions.withdrawals import Followed, recheck
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School

CONSENTS, ROLL = "consents", "roll"
"""What a file may be."""
_NOT_SAID: Final = (
    "{missing} of {on_roll} pupils would be off the roll by this list: more than half of the school. Nothing is taken "
    "in. If they have all left, say so: with the tick on the page, with --missing-have-left beside the command, or "
    "with “missing_have_left”: true in a mapping."
)
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

    Raises Unreadable where it is no such list, and UnableTo where a roll would put most of the school off it and nobody
    said that they have left; then nothing has changed.
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

    Raises UnableTo where it was taken in or erased meanwhile, and as `import_now` does.
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
    """Return what a list says and would change. Raises Unreadable where it is no such list.

    Of most of a school that a list leaves out nobody is asked once more who said that they have left, nor of one pupil.
    """
    if kind == ROLL:
        return compared_roll(school, data, choices=choices, at=at)
    found = compared(school, data, choices=choices, file_name=file_name, at=at, say=say)
    if not choices.missing_have_left and len(found.difference.missing) > ONE:
        return found
    return replace(found, choices=tuple(one for one in found.choices if one.kind != "missing"))


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
        _check_said(found)
        taken = imports.take_in_roll(importing, compared=found, choices=choices, by=by, at=at)
    else:
        taken = imports.take_in(
            importing, compared=found, choices=choices, everything=not held_back, by=by, at=at, say=say
        )
    followed = recheck(importing.school, pupils=taken.lessened, at=at) if taken.lessened else Followed()
    if followed != Followed():
        imports.followed(importing, stopped=followed.stopped, asked=followed.asked, by=by, at=at)
    return Done(importing, found, taken, followed, held_back)


def _check_said(found: RollCompared) -> None:
    """Check that somebody said of most of a school that they have left, before a roll takes them off. Raises UnableTo.

    A list of answers never does it unsaid, and its noes count all the same: it is taken in without that.
    """
    if found.difference.asks:
        raise UnableTo(_NOT_SAID.format(missing=len(found.difference.missing), on_roll=found.difference.asks))
