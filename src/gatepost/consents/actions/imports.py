"""Keep a file from the MIS for an hour, and take its answers and its roll in. Publishing's own action calls this."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from gatepost.audit.actor import Actor
from gatepost.consents.actions.pupils import moment
from gatepost.consents.actions.recording import recorded
from gatepost.consents.comparing import Compared, RollCompared
from gatepost.consents.import_told import NOES_FIRST, SAID_NO, SAID_OPEN, remarks_of, said_in
from gatepost.consents.imports.choices import Choices, choices_of
from gatepost.consents.imports.difference import NOES, Change
from gatepost.consents.imports.pupils import folded_name
from gatepost.consents.imports.words import GRANTED, REFUSED, UNKNOWN
from gatepost.consents.models import Answer, Contact, Importing, Pupil
from gatepost.consents.models import Mapping as Remembered
from gatepost.consents.sealed import sealed
from gatepost.schools.models import School

KEPT: Final = timedelta(hours=1)
"""How long a file waits for a person. After that it is chosen again."""
_MANY: Final = 1000
POSTS: Final = ("stopped", "asked")
"""What is counted of the posts that a list bears on: signed off and stopped, live and asked to come down."""
OPEN: Final = ("read", "running", "failed")
"""Statuses in which a list may be taken in. Of one that is being taken in only if that was broken off, unseen."""
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written: how many answers or pupils of which sort, and of whom less may be shown than before."""

    counts: Mapping[str, int]
    lessened: frozenset[int]


@transaction.atomic
def keep(
    data: bytes, *, school: School, kind: str, file_name: str, sha256: str, rows: int, choices: Choices, by: Actor,
    at: datetime, stored: bool = True,
) -> Importing:  # fmt: skip
    """Keep a file that was read, sealed, until somebody takes it in or drops it. `stored` is False for none to wait."""
    file = ContentFile(sealed(data), f"{get_random_string(20)}.sealed") if stored else ""
    made = Importing.objects.create(
        school=school, kind=kind, file_name=file_name[-200:], file=file, sha256=sha256, rows=rows,
        choices=choices.as_json(), by_ref=by.ref[:60], by_name=by.name[:120], at=at,
        kept_until=at + KEPT if stored else None,
    )  # fmt: skip
    recorded("import.read", made, by=by, at=at, facts={"rows": rows, "sha256": sha256})
    return made


@transaction.atomic
def choose(importing: Importing, *, choices: Choices, by: Actor, at: datetime) -> Importing:
    """Keep what a person chose about a file: which columns, words, types and pupils are meant."""
    importing.choices, importing.kept_until = choices.as_json(), at + KEPT
    importing.save(update_fields=["choices", "kept_until"])
    recorded("import.chosen", importing, by=by, at=at, facts={})
    return importing


@transaction.atomic
def drop(importing: Importing, *, by: Actor, at: datetime) -> None:
    """Erase a file that waits, and what is kept of one that was taken in. What was taken in stays."""
    importing.status = "dropped" if importing.status in OPEN else importing.status
    _erase(importing, by=by, at=at)


def _erase(importing: Importing, *, by: Actor, at: datetime) -> None:
    importing.difference, importing.kept_until = {}, None
    importing.save(update_fields=["status", "difference", "kept_until"])
    _forget(importing)
    recorded("import.dropped", importing, by=by, at=at, facts={})


@transaction.atomic
def take_in(
    importing: Importing, *, compared: Compared, choices: Choices, everything: bool, by: Actor, at: datetime, say: Say
) -> Taken:
    """Write the answers of a list: every no, and with `everything` each yes as well. Nothing that is on record already.

    Without `everything` the file is kept, so that somebody can choose and look; with it, what was chosen is remembered
    for the next file. Most of a school is never put off the roll unless somebody said that they have left.
    """
    changes = [one for one in compared.difference.changes if everything or one.said.state != GRANTED]
    contacts = _contacts(changes, compared, school=importing.school, at=at)
    say(f"{len(changes):,} answers to write")
    _write(changes, contacts, importing=importing, choices=choices, at=at, say=say)
    sure = not any(one.kind == "missing" for one in compared.choices)
    missing = compared.difference.missing if sure else ()
    _leave(missing, school=importing.school, at=at)
    counts = {**_counted(changes), **compared.difference.left(), "missing": len(missing)}
    counts["responsibility"] = len(compared.responsibility.lost)
    counts |= _noes_first(importing, compared, counts) if importing.file and not everything else {}
    lessened = frozenset(one.slot.key for one in changes if one.said.state != GRANTED or one.said.expires_on)
    _finish(importing, counts=counts, choices=choices, done=everything, remarks=remarks_of(compared), by=by, at=at)
    return Taken(counts, lessened | set(missing) | {one.pupil for one in compared.responsibility.lost})


@transaction.atomic
def take_in_roll(importing: Importing, *, compared: RollCompared, choices: Choices, by: Actor, at: datetime) -> Taken:
    """Put those on the roll who are new, change what changed, and end it for those whom a full list leaves out."""
    made, school = compared.difference, importing.school
    changed_at = moment(school, at=at)
    Pupil.objects.bulk_create(
        [Pupil(school=school, changed_at=changed_at, **one.fields) for one in made.added], batch_size=_MANY
    )
    _change(made.changed, school=school, at=at)
    _leave(made.missing, school=school, at=at)
    _finish(importing, counts=made.counts(), choices=choices, done=True, remarks=remarks_of(compared), by=by, at=at)
    # Who answers follows from the year and the day of birth, so what rested on somebody's yes may rest on nothing.
    fewer = {key for key, fields in made.changed.items() if fields.keys() & {"left_on", "year", "dob"}}
    return Taken(made.counts(), frozenset(fewer | set(made.missing)))


@transaction.atomic
def followed(importing: Importing, *, stopped: int, asked: int, by: Actor, at: datetime) -> None:
    """Keep with a list that was taken in how many posts were stopped by it, and how many are asked to come down."""
    new = dict(zip(POSTS, (stopped, asked), strict=True))
    importing.counts |= {sort: importing.counts.get(sort, 0) + number for sort, number in new.items()}
    importing.save(update_fields=["counts"])
    recorded("import.followed", importing, by=by, at=at, facts={"stopped": stopped, "asked": asked})


@transaction.atomic
def forget_old(*, by: Actor, at: datetime) -> int:
    """Erase what has been kept for too long, and return of how many lists; each has an event of its own."""
    rows = Importing.objects.everywhere(why="files that wait for too long are erased at every school")
    old = list(rows.filter(kept_until__lt=at).select_related("school__trust"))
    for importing in old:
        # That a list was broken off is still said to whoever gave it in.
        importing.status = "dropped" if importing.status == "read" else importing.status
        _erase(importing, by=by, at=at)
    return len(old)


def _noes_first(importing: Importing, compared: Compared, counts: Mapping[str, int]) -> dict[str, int]:
    """Return what is kept of noes that were taken in first: how many were written, and what the list says itself."""
    said = said_in(compared)
    noes = importing.counts.get(NOES_FIRST, 0) + counts[NOES]
    return {NOES_FIRST: noes, SAID_NO: said[REFUSED], SAID_OPEN: said[UNKNOWN]}


def _counted(changes: Iterable[Change]) -> dict[str, int]:
    counts = {"granted": 0, NOES: 0, "changed": 0}
    for one in changes:
        counts[one.sort] += 1
    return counts


def _write(
    changes: list[Change], contacts: Mapping[tuple[int, str], Contact], *, importing: Importing, choices: Choices,
    at: datetime, say: Say,
) -> None:  # fmt: skip
    for start in range(0, len(changes), _MANY):
        part = changes[start : start + _MANY]
        Answer.objects.bulk_create(
            [_answer(one, contacts, importing=importing, choices=choices, at=at) for one in part]
        )
        say(f"{start + len(part):,} of {len(changes):,} answers written")


def _answer(
    one: Change, contacts: Mapping[tuple[int, str], Contact], *, importing: Importing, choices: Choices, at: datetime
) -> Answer:
    said, slot = one.said, one.slot
    contact = contacts.get((slot.key, slot.giver)) if slot.giver else None
    return Answer(
        pupil_id=slot.key, element=slot.cover.element, tier=slot.cover.tier, platform=slot.cover.platform,
        state=said.state, contact=contact, given_by=slot.kind, relationship=said.relationship[:60], method="mis",
        in_writing=choices.in_writing, given_at=_given(one, at=at), expires_on=said.expires_on, recorded_at=at,
        importing=importing, row=said.row,
    )  # fmt: skip


def _given(one: Change, *, at: datetime) -> datetime:
    """Return when an answer was given: never before the one that it follows, or that one would hide it."""
    day = timezone.make_aware(one.said.at) if one.said.at else at
    before = timezone.make_aware(one.before.at) if one.before else day
    return min(max(day, before), at)


def _contacts(
    changes: Iterable[Change], compared: Compared, *, school: School, at: datetime
) -> dict[tuple[int, str], Contact]:
    """Return who gave the answers, by pupil and folded name. Whoever is not known yet is put beside the pupil.

    Whether those who are known have parental responsibility is brought up to date first.
    """
    for responsible, whose in ((True, compared.responsibility.gained), (False, compared.responsibility.lost)):
        those = Contact.objects.of(school).filter(pk__in=[one.key for one in whose])
        those.update(parental_responsibility=responsible, changed_at=at)
    known = {(one.pupil_id, folded_name(one.name)): one for one in Contact.objects.of(school).order_by("pk")}
    slots = {(one.slot.key, one.slot.giver): one.said for one in changes if one.slot.giver}
    new = {
        whose: Contact(
            pupil_id=whose[0], name=said.given_by[:160], relationship=said.relationship[:60], changed_at=at,
            parental_responsibility=compared.found.responsible.get(whose, said).responsibility,
        )
        for whose, said in slots.items() if whose not in known
    }  # fmt: skip
    Contact.objects.bulk_create(list(new.values()), batch_size=_MANY)
    return known | new


def _change(changed: Mapping[int, Mapping[str, Any]], *, school: School, at: datetime) -> None:
    """Change the fields of pupils, by key."""
    names = sorted({name for fields in changed.values() for name in fields})
    pupils, changed_at = list(Pupil.objects.of(school).filter(pk__in=changed)), moment(school, at=at)
    for pupil in pupils:
        for name, value in changed[pupil.pk].items():
            setattr(pupil, name, value)
        pupil.changed_at = changed_at
    Pupil.objects.of(school).bulk_update(pupils, [*names, "changed_at"], batch_size=_MANY)


def _leave(keys: Iterable[int], *, school: School, at: datetime) -> None:
    """End the roll for pupils: yesterday was their last day, so that nothing shows them from now on."""
    last = timezone.localdate(at) - timedelta(days=1)
    Pupil.objects.of(school).filter(pk__in=list(keys)).update(left_on=last, changed_at=moment(school, at=at))


def _finish(
    importing: Importing,
    *,
    counts: Mapping[str, int],
    choices: Choices,
    done: bool,
    remarks: Mapping[str, Any],
    by: Actor,
    at: datetime,
) -> None:
    # What followed for posts when the noes were taken in first is counted with what follows now.
    posts = {sort: importing.counts.get(sort, 0) for sort in POSTS}
    importing.counts, importing.done = {**counts, **posts}, importing.rows
    importing.mapping = _remembered(importing, choices, at=at) if done else None
    if done or not importing.file:
        importing.status, importing.done_at = "done", at
        # What was wrong with which rows can be fetched for as long as the file would have waited.
        importing.difference = remarks if importing.file else {}
        importing.kept_until = at + KEPT if importing.file else None
    elif importing.status in OPEN:
        importing.status = "read"
    importing.save(update_fields=["counts", "done", "mapping", "status", "done_at", "difference", "kept_until"])
    if importing.status == "done":
        _forget(importing)
    mapping = importing.mapping.number if importing.mapping else 0
    # How much was written stays out of the record: of a list of one row it would be what was on record before.
    facts = {"rows": importing.rows, "missing": counts["missing"], "sha256": importing.sha256}
    recorded("import.taken", importing, by=by, at=at, facts={**facts, "mapping": mapping})


def _remembered(importing: Importing, choices: Choices, *, at: datetime) -> Remembered | None:
    """Return what is remembered for the next file, made anew where somebody chose something new.

    What was chosen for another list, while this one waited, stays: what this one only brought along does not undo it.
    """
    rows = Remembered.objects.of(importing.school).filter(kind=importing.kind).order_by("number")
    last, then = rows.last(), rows.filter(made_at__lte=importing.at).last()
    new = choices.lasting().since(_chosen_in(then))
    lasting = new.over(_chosen_in(last)).as_json()
    if not lasting or (last and last.choices == lasting):
        return last
    number = last.number + 1 if last else 1
    return Remembered.objects.create(
        school=importing.school, kind=importing.kind, name=importing.kind, number=number, choices=lasting, made_at=at
    )


def _chosen_in(mapping: Remembered | None) -> Choices:
    return choices_of(mapping.choices if mapping else {})


def _forget(importing: Importing) -> None:
    """Erase the file once the change stands, or nothing would be left of it where the change fails."""
    file, storage = importing.file.name, importing.file.storage
    importing.file, importing.choices = "", {}
    importing.save(update_fields=["file", "choices"])
    if file:
        transaction.on_commit(lambda: storage.delete(file))
