"""What carries a point of a policy, in words that a school would use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from gatepost.policy.document import Carrier, Month
from gatepost.schools.roles import POSITIONS, ROLES, role_name

KINDS: Final[dict[str, str]] = {
    "control": "Checked by Gatepost",
    "question": "Asked at sign-off",
    "route": "Goes to somebody",
    "record": "Kept on record",
    "duty": "Somebody’s task",
    "acknowledge": "Read and agreed",
    "guidance": "Answers “May I…?”",
}
"""Kind of carrier → what it is called, in the order in which they are shown."""

_MANY: Final = {
    "staff": "staff",
    "everyone": "everybody",
    "all_members": "everybody covered",
    "trust": "the trust",
    "school": "the school",
    "third_party": "others",
    "agency": "agency staff",
    "parent": "parents and carers",
    "people_committee": "the people committee",
    "trust_board": "the trust board",
    "safeguarding_team": "the safeguarding team",
    "safeguarding_team_via_cpoms": "the safeguarding team, through CPOMS",
}
_DATE: Final = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?\b")
_PROCEDURES: Final = ("procedure", "process", "policy", "form")


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing that carries a point: its kind (a key of KINDS), what that is called, and what it does."""

    kind: str
    name: str
    says: str


def carried(carrier: Carrier) -> Carried:
    """Return a carrier as a person reads it."""
    says = _DATE.sub(lambda found: month_words(_month(found)), _says(carrier))
    return Carried(carrier.kind, KINDS[carrier.kind], says)


def month_words(month: Month) -> str:
    """Return a date as printed in a policy: “July 2027”, or “1 November 2025” where it has a day."""
    day = f"{month.day} " if month.day else ""
    return f"{day}{month.first_day():%B %Y}"


def _month(found: re.Match[str]) -> Month:
    return Month(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)


def whom(slugs: tuple[str, ...]) -> str:
    """Return whom a point binds: “staff, governors, the DPO”."""
    return ", ".join(_called(slug) for slug in slugs)


def _says(carrier: Carrier) -> str:
    if carrier.control is not None:
        return carrier.control.explain()
    return _BODIES[carrier.kind](carrier.body)


def _route(body: Mapping[str, Any]) -> str:
    return _sentence(f"{body['about']}: to {_either(body['to'])}{', without delay' if body.get('soon') else ''}")


def _duty(body: Mapping[str, Any]) -> str:
    when = [f"by {body['due']}"] if "due" in body else []
    when += [f"every {body['every'].removeprefix('each ')}"] if "every" in body else []
    when += [f"within {body['clock']}"] if "clock" in body else []
    return _sentence(", ".join([f"{body['do']}: {_either(body['owner'])}", *when]))


def _record(body: Mapping[str, Any]) -> str:
    fields = ", ".join(str(name).replace("_", " ") for name in body.get("fields", ()))
    return _sentence(body["keeps"] + (f" ({fields})" if fields else ""))


def _acknowledge(body: Mapping[str, Any]) -> str:
    return f"{_sentence(body['note'])} By {_all(body['by'])}."


_BODIES: Final = {
    "question": lambda body: str(body["ask"]),
    "guidance": lambda body: str(body["answers"]),
    "route": _route,
    "record": _record,
    "duty": _duty,
    "acknowledge": _acknowledge,
}


def _all(slugs: str | list[str] | tuple[str, ...]) -> str:
    return ", ".join(_called(slug) for slug in ([slugs] if isinstance(slugs, str) else slugs))


def _either(slug: str | list[str] | tuple[str, ...]) -> str:
    """Return who it goes to, of whom one is enough (`|`) or each is told (`+`, or a list)."""
    one = slug if isinstance(slug, str) else "+".join(slug)
    joined = one.replace("+", " and ").replace("|", " or ")
    return " ".join(word if word in {"and", "or"} else _called(word) for word in joined.split())


def _called(slug: str) -> str:
    if slug in _MANY:
        return _MANY[slug]
    if slug in {"governor", "volunteer", "trustee", "pupil", "contractor"}:
        return f"{slug}s"
    if slug in ROLES or slug in POSITIONS or slug.endswith(_PROCEDURES):
        return f"the {role_name(slug)}"
    return slug.replace("_", " ")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
