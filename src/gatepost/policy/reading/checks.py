"""What must hold of a document as a whole: references, dates, and clauses that the controls name."""

from gatepost.policy.document import Document, Month
from gatepost.policy.errors import Place
from gatepost.policy.reading.fields import Checker, closest


def check_document(document: Document, checker: Checker) -> None:
    """Note what is wrong between the parts of a document."""
    refs = _check_unique(document, checker)
    _check_references(document, checker, refs)
    _check_dates(document, checker)
    _check_sources(document, checker)


def _check_unique(document: Document, checker: Checker) -> dict[str, Place]:
    refs: dict[str, Place] = {}
    for clause in document.clauses:
        if clause.ref in refs:
            hint = f"It stood first on line {refs[clause.ref].line}; put the points under one clause."
            checker.problem(clause.place, f"The reference `{clause.ref}` stands here twice.", hint)
        refs.setdefault(clause.ref, clause.place)
        if not clause.points:
            checker.problem(clause.place, f"Clause `{clause.ref}` has no points.", "Add `points:` with at least one.")
    return refs


def _check_references(document: Document, checker: Checker, refs: dict[str, Place]) -> None:
    start = Place(document.file, 1)
    for channel in document.head.channels:
        _check_reference(channel.ref, "a channel", document.places.get("channels", start), checker, refs)
    for conflict in document.conflicts:
        for ref in conflict.between:
            _check_reference(ref, "a conflict", document.places.get("conflicts", start), checker, refs)
    for slip in document.slips:
        for ref in slip.refs:
            _check_reference(ref, "a slip", document.places.get("slips", start), checker, refs)
    for point in document.points:
        for carrier in point.carriers:
            for bar in getattr(carrier.control, "lifts", ()) if carrier.control else ():
                ref, _, control = bar.partition(":")
                _check_reference(ref, "`lifts`", carrier.place or point.place, checker, refs)
                _check_lift(document, ref, control, carrier.place or point.place, checker)


def _check_reference(ref: str, what: str, place: Place, checker: Checker, refs: dict[str, Place]) -> None:
    if ref and ref not in refs:
        checker.problem(place, f"{what} names the clause `{ref}`, and there is none.", closest(ref, refs))


def _check_lift(document: Document, ref: str, control: str, place: Place, checker: Checker) -> None:
    names = [
        carrier.control.name
        for point in document.points
        if point.ref == ref
        for carrier in point.carriers
        if carrier.control
    ]
    if control and control not in names:
        checker.problem(place, f"Clause `{ref}` has no control `{control}` to lift.", closest(control, names))


def _check_dates(document: Document, checker: Checker) -> None:
    head = document.head
    for earlier, later in (("approved", "next_review"), ("last_review", "next_review")):
        first: Month | None = getattr(head, earlier)
        second: Month | None = getattr(head, later)
        if first and second and first.first_day() > second.last_day():
            place = document.places.get(later, Place(document.file, 1))
            checker.problem(
                place,
                f"`{later}` ({second}) lies before `{earlier}` ({first}).",
                "Put the two dates right; a review follows what it reviews.",
            )
    for channel in head.channels:
        if channel.opened and channel.closed and channel.opened.first_day() > channel.closed.last_day():
            place = document.places.get("channels", Place(document.file, 1))
            checker.problem(
                place, f"The channel of `{channel.ref}` closes before it opens.", "Put the two dates right."
            )


def _check_sources(document: Document, checker: Checker) -> None:
    if document.head.body != "law":
        return
    for clause in document.clauses:
        if not clause.sources:
            checker.problem(
                clause.place, f"Clause `{clause.ref}` cites nothing.", "Add `sources:` with title and checked."
            )
        if clause.answer == "allowed":
            checker.problem(
                clause.place, f"Clause `{clause.ref}` has no answer.", "Add `answer: lawful` or `answer: safe`."
            )
