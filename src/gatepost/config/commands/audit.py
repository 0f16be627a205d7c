"""Verify the record, and give its heads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from gatepost.audit.models import Event, Head
from gatepost.audit.verify import Checked, End, Row, verify
from gatepost.cli.output import UsageProblem
from gatepost.config.commands.start import check_up_to_date

_FIELDS: Final = tuple(Row.__dataclass_fields__)


def verified(*, trust: str | None, kept: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return, for each trust or the one with this slug, how many events were checked, the head, and the first fault.

    `kept` are heads that were kept elsewhere: each `trust`, `count` and `digest`. A trust that has a kept head and no
    events any more is among what is returned. Raises UsageProblem where there is no such trust.
    """
    check_up_to_date()
    known = {*_slugs(), *(one["trust"] for one in kept)}
    return [_verified(slug, kept) for slug in _chosen(known, trust)]


def heads(*, trust: str | None) -> list[dict[str, Any]]:
    """Return where each trust's record ends, or that of the one with this slug."""
    check_up_to_date()
    rows = {one.trust: one for one in Head.objects.all()}
    return [
        {"trust": slug, "count": rows[slug].count, "digest": rows[slug].digest} for slug in _chosen(rows.keys(), trust)
    ]


def _verified(slug: str, kept: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    stored = Head.objects.filter(trust=slug).first()
    head = End(stored.count, stored.digest) if stored else None
    ends = [End(one["count"], one["digest"]) for one in kept if one["trust"] == slug]
    return _as_json(slug, verify(_rows(slug), head=head, kept=ends))


def _as_json(slug: str, checked: Checked) -> dict[str, Any]:
    fault = checked.fault
    said = {"kind": fault.kind, "number": fault.number, "says": str(fault)} if fault else None
    head = {"count": checked.end.count, "digest": checked.end.digest}
    return {"trust": slug, "checked": checked.events, "head": head, "fault": said}


def _rows(slug: str) -> Iterator[Row]:
    rows = Event.objects.filter(trust=slug).order_by("number", "id").values_list(*_FIELDS)
    return (Row(*row) for row in rows.iterator(chunk_size=2000))


def _slugs() -> set[str]:
    # A head that was deleted must not hide the events, nor the other way round.
    rows = Event.objects.order_by().values_list("trust", flat=True).distinct()
    return {*rows, *Head.objects.values_list("trust", flat=True)}


def _chosen(known: Iterable[str], trust: str | None) -> list[str]:
    slugs = sorted(known)
    if trust is not None and trust not in slugs:
        raise UsageProblem(f"There is no record of a trust “{trust}”. There is one of {', '.join(slugs) or 'none'}.")
    return slugs if trust is None else [trust]
