"""The register, and what a table would change of it, as programs read them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from gatepost.channels.counting import SAID, counted
from gatepost.channels.exchange.columns import COLUMNS
from gatepost.channels.exchange.comparing import Difference, Row
from gatepost.channels.exchange.reading import Remark
from gatepost.channels.exchange.register import Whole, called
from gatepost.channels.headcount import headcount
from gatepost.channels.models import Administrator, Channel, Check, Poster, PosterRole
from gatepost.channels.owed import Owed
from gatepost.channels.standing import Standing
from gatepost.channels.stops import stop
from gatepost.policy import Reason

_FIELDS: Final = tuple(
    field for field in COLUMNS if field not in {"number", "owner", "admins", "posters"}
)  # of the model, by name
_PRIVATE: Final = frozenset(field for field, column in COLUMNS.items() if column.private)


def account(
    standing: Standing, found: Whole, *, owed: Iterable[Owed], private: bool, on: date
) -> dict[str, Any]:  # fmt: skip
    """Return one account: every field, whether it is official and why not, its checks and what is `owed` on a day.

    Without `private` what only those who keep the accounts read is left out.
    """
    channel, stopped = standing.channel, stop(standing, on=on)
    fields = {name: _value(getattr(channel, name)) for name in _FIELDS if private or name not in _PRIVATE}
    return {
        "id": channel.pk, **fields, "platform_name": channel.platform_name,
        "owner": channel.owner.name if channel.owner else None,
        "named_since": _value(channel.named_since),
        "admins": [{**_named(row), "reason": row.reason} for row in found.admins.get(channel.pk, ())],
        "posters": [_named(row) for row in found.posters.get(channel.pk, ())],
        "is_official": counted(standing) == "official", "official": SAID[counted(standing)],
        "outcome": standing.verdict.outcome, "refs": list(standing.verdict.refs),
        "reasons": [_reason(one) for one in standing.verdict.reasons], "unknown": list(standing.missing),
        "locked": stopped is not None and stopped.by == "locked", "stops_posting": stopped is not None,
        "stopped_by": stopped.by if stopped else None, "why_stopped": stopped.says if stopped else None,
        **_headcount(standing), "checks": _checks(standing), "duties": duties(standing, owed),
    }  # fmt: skip


def _headcount(standing: Standing) -> dict[str, Any]:
    """Return whether as many administer an account as are to; a closed one needs nobody."""
    found = headcount(standing) if standing.channel.closed_on is None else None
    if found is None:
        return {"least_admins": None, "admins_remark": None}
    return {"least_admins": found.least, "admins_remark": found.says or None}


def duties(standing: Standing, owed: Iterable[Owed]) -> list[dict[str, Any]]:
    """Return what is owed on an account, in its order."""
    return [
        {
            "account": standing.channel.pk, "what": one.name, "kind": one.kind, "state": one.state,
            "says": one.says, "word": one.word, "due_on": _value(one.due_on), "overdue": one.overdue,
            "stops_posting": one.stops, "binding": one.binding, "source": one.source, "ref": one.ref,
        }
        for one in owed
    ]  # fmt: skip


def first(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return duties, those that stop posting first, then those overdue, then by the day."""
    return sorted(rows, key=lambda one: (not one["stops_posting"], not one["overdue"], one["due_on"] or "9"))


def difference(found: Difference) -> dict[str, Any]:
    """Return what a table would change, or has changed."""
    return {
        "counts": {state: found.count(state) for state in ("new", "changed", "same")},
        "rows": [_row(row) for row in found.rows],
        "missing": [_missing(channel) for channel in found.missing],
        "errors": _remarks(found.errors), "remarks": _remarks(found.remarks), "ignored": list(found.ignored),
    }  # fmt: skip


def _row(row: Row) -> dict[str, Any]:
    changes = [{"field": one.field, "label": one.label, "before": one.before, "after": one.after}
               for one in row.changes]  # fmt: skip
    return {"row": row.row, "state": row.state, "account": row.channel.pk if row.channel else None, "name": row.name,
            "platform": row.platform, "changes": changes, "stays": list(row.stays)}  # fmt: skip


def _missing(channel: Channel) -> dict[str, Any]:
    return {"account": channel.pk, "name": channel.name, "platform": channel.platform}


def _remarks(found: Sequence[Remark]) -> list[dict[str, Any]]:
    return [{"row": one.row, "message": one.says} for one in found]


def _named(row: Administrator | Poster | PosterRole) -> dict[str, Any]:
    role = getattr(row, "role", "") or None
    return {"id": row.pk, "name": called(row), "role": role, "since": row.since.isoformat()}


def _reason(reason: Reason) -> Mapping[str, Any]:
    return {"outcome": reason.outcome, "source": reason.source, "ref": reason.ref, "strength": reason.strength,
            "says": reason.says}  # fmt: skip


def _checks(standing: Standing) -> list[dict[str, Any]]:
    return [
        {
            "kind": kind, "what": look.name, "state": look.state,
            "checked_at": look.check.checked_at.isoformat() if look.check else None,
            "expires_on": _value(look.check.expires_on) if look.check else None,
            **_looked(look.check if isinstance(look.check, Check) else None),
        }
        for kind, look in standing.looks.items()
    ]  # fmt: skip


def _looked(check: Check | None) -> dict[str, Any]:
    """Return what a look found, who looked and how, and where it can be seen; None where nobody has looked."""
    if check is None:
        return dict.fromkeys(("found", "checked_by", "how", "evidence"))
    who = check.checked_by.name if check.checked_by else None
    return {"found": check.found, "checked_by": who, "how": check.how, "evidence": check.evidence}


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
