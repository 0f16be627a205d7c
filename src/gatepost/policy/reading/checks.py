"""What must hold of a document as a whole: references, dates, and clauses that the controls name."""

from collections.abc import Iterator

from gatepost.policy.document import Carrier, Document, Month
from gatepost.policy.errors import Place
from gatepost.policy.reading.fields import Checker, capital, closest, shown


def check_document(document: Document, checker: Checker) -> None:
    """Note what is wrong between the parts of a document.

    A supplement may name clauses of its trust, so its references are checked once the two are one document.
    """
    refs = _check_unique(document, checker)
    if not document.head.supplements:
        check_references(document, checker, refs)
    _check_dates(document, checker)
    _check_sources(document, checker)


def _check_unique(document: Document, checker: Checker) -> dict[str, Place]:
    refs: dict[str, Place] = {}
    for clause in document.clauses:
        if clause.ref in refs:
            hint = f"It stood first on line {refs[clause.ref].line}; put the points under one clause."
            checker.problem(clause.place, f"The reference `{shown(clause.ref)}` stands here twice.", hint)
        refs.setdefault(clause.ref, clause.place)
    return refs


def check_references(document: Document, checker: Checker, refs: dict[str, Place]) -> None:
    """Note every clause that the document names and does not have. `refs` are those it has."""
    for ref, what, place in _named(document):
        if ref and ref not in refs:
            message = f"{capital(what)} names the clause `{shown(ref)}`, and there is none."
            checker.problem(place, message, closest(ref, refs))
    if not checker.problems:  # a control that could not be read is not there to be lifted
        _check_lifts(document, checker, refs)


def _named(document: Document) -> Iterator[tuple[str, str, Place]]:
    """Yield each clause that something names, what names it, and where."""
    start = Place(document.file, 1)
    for index, channel in enumerate(document.head.channels):
        yield channel.ref, "a channel", document.places.get(f"channels.{index}", start)
    for index, conflict in enumerate(document.conflicts):
        for ref in conflict.between:
            yield ref, "a conflict", document.places.get(f"conflicts.{index}", start)
    for index, slip in enumerate(document.slips):
        for ref in slip.refs:
            yield ref, "a slip", document.places.get(f"slips.{index}", start)
    for point in document.points:
        for carrier in point.carriers:
            yield from _named_by_control(carrier, carrier.place or point.place)


def _named_by_control(carrier: Carrier, place: Place) -> Iterator[tuple[str, str, Place]]:
    for parameter in ("lifts", "rests_on"):
        for named in getattr(carrier.control, parameter, ()):
            yield named.partition(":")[0], f"`{parameter}`", place


def _check_lifts(document: Document, checker: Checker, refs: dict[str, Place]) -> None:
    held: dict[str, list[str]] = {ref: [] for ref in refs}
    for point in document.points:
        held[point.ref] += [carrier.control.name for carrier in point.carriers if carrier.control]
    for point in document.points:
        for carrier in point.carriers:
            for bar in getattr(carrier.control, "lifts", ()):
                ref, _, control = bar.partition(":")
                if control and ref in held and control not in held[ref]:
                    message = f"`lifts` names `{shown(control)}` in clause `{ref}`, which has no such control."
                    checker.problem(carrier.place or point.place, message, closest(control, held[ref]))


def _check_dates(document: Document, checker: Checker) -> None:
    head = document.head
    for earlier, later in (("approved", "next_review"), ("last_review", "next_review")):
        first: Month | None = getattr(head, earlier)
        second: Month | None = getattr(head, later)
        if first and second and first.first_day() > second.last_day():
            place = document.places.get(later, Place(document.file, 1))
            message = f"`{later}` ({second}) lies before `{earlier}` ({first})."
            checker.problem(place, message, "Put the two dates right; a review follows what it reviews.")
    for index, channel in enumerate(head.channels):
        if channel.opened and channel.closed and channel.opened.first_day() > channel.closed.last_day():
            place = document.places.get(f"channels.{index}", Place(document.file, 1))
            dates = f"closes ({channel.closed}) before it opens ({channel.opened})"
            message = f"The channel of `{shown(channel.ref)}` {dates}."
            checker.problem(place, message, "Put the two dates right.")


def _check_sources(document: Document, checker: Checker) -> None:
    if document.head.body != "law":
        return
    for clause in document.clauses:
        if not clause.sources:
            message = f"Clause `{shown(clause.ref)}` cites nothing."
            checker.problem(clause.place, message, "Add `sources:` with `title`, `checked` and `confidence`.")
        if clause.answer == "allowed":
            message = f"Clause `{shown(clause.ref)}` has no answer."
            checker.problem(clause.place, message, "Add `answer: lawful` or `answer: safe`.")
