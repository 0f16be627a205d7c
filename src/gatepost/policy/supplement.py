"""A trust's policy and a school's supplement as one document: the school may tighten, never loosen.

A supplement names the trust's policy under `supplements`. It may add clauses, and it may restate a clause under the
same reference: its points in their order, as far as they change. What it does not restate stays as it is.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from gatepost.policy.compile import CompiledPolicy
from gatepost.policy.directions import loosens
from gatepost.policy.document import Carrier, Clause, Document, Head, Section
from gatepost.policy.errors import Place, PolicyError, Problem
from gatepost.policy.reading.checks import check_references
from gatepost.policy.reading.fields import Checker
from gatepost.policy.tightening import Pair, written

_HEAD: Final = {
    "people": "superset",
    "consent_items": "superset",
    "pupil_answers_from_age": "higher",
    "interval_months": "lower",
}
"""What stands at the head of both and has a stricter direction; what a school leaves out stays the trust's."""
_INHERITED: Final = ("owner", "approver", "reviewer", "version", "approved", "last_review", "next_review")


def combine(trust: CompiledPolicy | Document, school: Document) -> Document:
    """Return the policy that holds in the school: the trust's, tightened by the school's supplement.

    Raises PolicyError with every loosening; each names both clauses with file and line.
    """
    document = trust.document if isinstance(trust, CompiledPolicy) else trust
    problems = [*_heads(document, school)]
    if problems:
        raise PolicyError(tuple(problems))
    pairs = _pairs(document, school)
    joined = _joined(document, school, pairs)
    problems += [fault for pair in pairs.values() for fault in pair.faults(joined)]
    problems += _lifts(document, school, pairs)
    checker = Checker()
    check_references(joined, checker, {clause.ref: clause.place for clause in joined.clauses})
    problems += checker.problems
    if problems:
        raise PolicyError(tuple(problems))
    return joined


def _heads(trust: Document, school: Document) -> Iterator[Problem]:
    """Yield what is wrong between the heads of the two documents."""
    ours, theirs = school.head, trust.head
    if ours.supplements != theirs.id:
        said = f"`{ours.supplements}`" if ours.supplements else "no policy"
        message = f"`{ours.id}` supplements {said}, and not `{theirs.id}`."
        yield _at(school, "supplements", message, f"Write `supplements: {theirs.id}`.")
    if ours.nation != theirs.nation:
        message = f"`{ours.id}` holds in {ours.nation} and `{theirs.id}` in {theirs.nation}."
        yield _at(school, "nation", message, "Trust and school are in one nation.")
    for key, direction in _HEAD.items():
        before, after = getattr(theirs, key), getattr(ours, key)
        everybody = key == "people" and not before
        if after and (everybody or loosens("", key, direction=direction, before=before, after=after)):
            place = trust.places.get(key, Place(trust.file, 1))
            said = "everybody" if everybody else written(before)
            where = f"`{theirs.id}` ({place.file}:{place.line})"
            message = f"`{key}` of `{ours.id}` is {written(after)}, and {said} in {where}."
            yield _at(school, key, message, "A supplement may only tighten; leave the key out to keep the trust's.")
    yield from _channels(trust, school)


def _channels(trust: Document, school: Document) -> Iterator[Problem]:
    """Yield the school's rows on a platform that the trust's table already governs."""
    rows = {channel.platform: index for index, channel in reversed([*enumerate(trust.head.channels)])}
    for index, channel in enumerate(school.head.channels):
        if channel.platform in rows:
            row = trust.head.channels[rows[channel.platform]]
            place = trust.places.get(f"channels.{rows[channel.platform]}", Place(trust.file, 1))
            message = (
                f"Clause `{channel.ref}` adds a channel on {channel.platform}, which clause `{row.ref}` of "
                f"`{trust.head.id}` ({place.file}:{place.line}) governs."
            )
            yield _at(
                school, f"channels.{index}", message, "Take the row out, or have it entered in the trust's table."
            )


def _at(document: Document, key: str, message: str, hint: str) -> Problem:
    return Problem(document.places.get(key, Place(document.file, 1)), message, hint)


def _pairs(trust: Document, school: Document) -> dict[str, Pair]:
    """Return the trust's clauses that the school restates, by reference."""
    restated = {clause.ref: clause for clause in school.clauses}
    return {
        clause.ref: Pair(trust, school, clause, restated[clause.ref])
        for clause in trust.clauses
        if clause.ref in restated
    }


def _lifts(trust: Document, school: Document, pairs: dict[str, Pair]) -> Iterator[Problem]:
    """Yield each of the school's own exceptions that would release a bar of the trust."""
    places = {clause.ref: clause.place for clause in trust.clauses}
    for clause in school.clauses:
        carriers: Iterator[Carrier] = (
            pairs[clause.ref].added()
            if clause.ref in pairs
            else (carrier for point in clause.points for carrier in point.carriers)
        )
        for carrier in carriers:
            for bar in getattr(carrier.control, "lifts", ()):
                ref = bar.partition(":")[0]
                if ref in places:
                    mine = f"Clause `{clause.ref}` ({clause.place.file}:{clause.place.line})"
                    theirs = f"clause `{ref}` of `{trust.head.id}` ({places[ref].file}:{places[ref].line})"
                    hint = "A school cannot make exceptions to its trust's clauses; take it out of `lifts`."
                    yield Problem(carrier.place or clause.place, f"{mine} makes an exception to {theirs}.", hint)


def _joined(trust: Document, school: Document, pairs: dict[str, Pair]) -> Document:
    new = {section.id: tuple(item for item in section.clauses if item.ref not in pairs) for section in school.sections}
    sections = [
        replace(section, clauses=(*(_clause(item, pairs) for item in section.clauses), *new.pop(section.id, ())))
        for section in trust.sections
    ]
    sections += [Section(item.id, item.title, new[item.id]) for item in school.sections if new.get(item.id)]
    return Document(
        head=_head(trust.head, school.head),
        sections=tuple(sections),
        conflicts=(*trust.conflicts, *school.conflicts),
        slips=(*trust.slips, *school.slips),
        file=school.file,
        digest=f"{trust.digest}+{school.digest}",
        places=_places(trust, school),
    )


def _places(trust: Document, school: Document) -> dict[str, Place]:
    """Return where the school's keys stand, the entries of its lists counted behind the trust's."""
    places = {key: place for key, place in trust.places.items() if "." in key}
    counts = {"channels": trust.head.channels, "conflicts": trust.conflicts, "slips": trust.slips}
    for key, place in school.places.items():
        name, _, index = key.partition(".")
        places[f"{name}.{int(index) + len(counts[name])}" if index else key] = place
    return places


def _clause(clause: Clause, pairs: dict[str, Pair]) -> Clause:
    return pairs[clause.ref].joined() if clause.ref in pairs else clause


def _head(trust: Head, school: Head) -> Head:
    kept: dict[str, Any] = {key: getattr(school, key) or getattr(trust, key) for key in (*_INHERITED, *_HEAD)}
    both: dict[str, Any] = {
        key: tuple(dict.fromkeys((*getattr(trust, key), *getattr(school, key)))) for key in ("platforms", "ours")
    }
    return replace(school, **kept, **both, channels=(*trust.channels, *school.channels))
