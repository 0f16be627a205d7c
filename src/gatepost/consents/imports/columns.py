"""What the columns of a list are called, in the systems that schools use, and what each holds."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from gatepost.consents.imports.types import meaning
from gatepost.consents.imports.words import is_word
from gatepost.tables.days import is_day
from gatepost.tables.grid import Table

FIELDS: Final[dict[str, str]] = {
    "upn": "UPN",
    "mis_id": "the pupil’s number in your system (MIS ID)",
    "admission_no": "admission number",
    "legal_last": "legal surname",
    "legal_first": "legal first name",
    "preferred_last": "surname the pupil goes by",
    "preferred_first": "first name the pupil goes by",
    "name": "name, first and last in one",
    "dob": "date of birth",
    "year": "year group",
    "class_name": "class or form",
    "type": "what was asked (consent type)",
    "status": "the answer",
    "date": "day of the answer",
    "consented_at": "day on which they said yes",
    "rejected_at": "day on which they said no",
    "withdrawn_at": "day on which they took it back",
    "requested_at": "day on which they were asked",
    "given_by": "who answered",
    "relationship": "who that is to the pupil",
    "consented_by_student": "whether the pupil answered",
    "responsibility": "whether they have parental responsibility",
    "expires_on": "last day on which it holds",
    "archived": "whether it is archived (a yes that is archived is not taken)",
    "active": "whether it is still in use (a yes that is not is not taken)",
    "ignore": "nothing that we need",
}
"""Slug → what it holds, as somebody chooses it."""

_SYNONYMS: Final[dict[str, str]] = {
    "upn": "upn|unique pupil number|unique pupil no|unique pupil id",
    "mis_id": "mis id|misid|arbor id|arbor student id|student id|studentid|pupil id|pupilid|person id|sims id|"
    "bromcom id|mis student id|external id",
    "admission_no": "admission no|admission number|adno|adm no|admno|admission|student number|roll number|admissionno",
    "legal_last": "legal last|legal surname|surname|last name|family name|legal last name|legal family name|lastname|"
    "pupil surname|student surname|student last name|pupil last name",
    "legal_first": "legal first|legal forename|forename|first name|legal first name|given name|firstname|"
    "pupil forename|student forename|student first name|pupil first name|legal given name|forenames|forename s",
    "preferred_last": "preferred last|preferred surname|preferred last name|known as surname|chosen surname",
    "preferred_first": "preferred first|preferred forename|preferred first name|preferred name|known as|chosen name|"
    "chosen first name|chosen|preferred|known as forename",
    "name": "name|full name|pupil|student|pupil name|student name|child|child name|learner",
    "dob": "dob|date of birth|birth date|d o b|birthdate",
    "year": "year|nc year|year group|yeargroup|national curriculum year|yr|nc year group",
    "class_name": "reg|form|tutor|class|tutor group|reg group|registration group|registration|class name|reg form|"
    "registration form|house group",
    "type": "consent type|permission|topic|consent name|permission type|consent description|permission name|"
    "consent requested",
    "status": "status|response|state|consent given|consent status|answer|permission given|permission status|granted|"
    "given|consent denied|denied|consent response",
    "date": "date|response date|date given|responded|date responded|date of consent|consent date|decision date|"
    "date of response|updated|last updated|response datetime|date recorded|answered on",
    "consented_at": "consented date|date consented|consented datetime|consented on|granted date|date granted|"
    "consented at",
    "rejected_at": "rejected date|date rejected|rejected datetime|rejected on|declined date|date declined|date refused|"
    "refused date|rejected at|refused on",
    "withdrawn_at": "withdrawn date|date withdrawn|withdrawn on|revoked date|date revoked|withdrawn datetime",
    "requested_at": "requested date|date requested|requested datetime|requested on|requested at",
    "given_by": "given by|responded by|informed by|respondee|guardian|parent|contact|parent carer|"
    "given by student contact|consented by|respondent|answered by|signed by|given by name",
    "relationship": "relationship|relation|relationship to student|relationship to pupil|relation to child|"
    "relationship to child",
    "consented_by_student": "consented by student|consented by pupil|given by student|given by pupil|"
    "answered by student|answered by pupil|student consented|pupil consented|responded by student",
    "responsibility": "parental responsibility|has parental responsibility|pr",
    "expires_on": "expiry|expires|expiry date|valid until|review date|end date|expires on",
    "archived": "archived|is archived|archived on|archived date|date archived|archived datetime|consent archived|"
    "consent type archived|inactive|superseded|deleted|obsolete",
    "active": "active|is active|current|is current|in use|consent active|consent type active",
    "ignore": "notes|note|comment|comments|requestor|requested by|given by staff|category|gender|sex|email|"
    "telephone|phone|address|house|ethnicity|no|recorded by|middle name|middle names|legal middle name|staff|"
    "legal middle names|academic year|school|estab|photo id",
}
_BY_NAME: Final = {name: field for field, names in _SYNONYMS.items() for name in names.split("|")}
_EITHER: Final = {
    "consent": ("type", "status"),
    "consented": ("consented_at", "status"),
    "rejected": ("rejected_at", "status"),
    "withdrawn": ("withdrawn_at", "status"),
    "requested": ("requested_at", "ignore"),
    "year 6": ("year", "year"),
}
"""Names that mean one of two: a day or a type where the cells say so, else the other."""
INVERTED: Final = frozenset({"consent denied", "denied", "rejected", "opt out", "opted out", "declined", "refused"})
"""Names of columns in which a yes may mean no. Only a person says so."""


def plain(name: str) -> str:
    """Return a column's name without case, marks and double spaces."""
    return " ".join(re.sub(r"[^0-9a-z]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).casefold()).split())


def field_of(name: str, values: Iterable[str] = ()) -> str | None:
    """Return which of FIELDS a column holds by its name, and by what stands in it where the name says too little.

    None where the name says nothing.
    """
    called = plain(name)
    found = _BY_NAME.get(called) or _BY_NAME.get(" ".join(name.casefold().split()))
    if found or called not in _EITHER:
        return found
    first, otherwise = _EITHER[called]
    seen = [value for value in values if value][:200]
    fits = [not is_word(value) if first == "type" else is_day(value) for value in seen]
    return first if sum(fits) * 2 > len(seen) else otherwise


def known(cells: Sequence[str], chosen: frozenset[str]) -> int:
    """Return how many cells of a row are names of columns: of FIELDS, chosen by somebody, or a consent that we know."""
    fields = [cell for cell in cells if cell in chosen or plain(cell) in _EITHER or plain(cell) in _BY_NAME]
    return len(fields) + sum(cell not in fields and _is_consent(cell) for cell in cells if cell) if fields else 0


def _is_consent(cell: str) -> bool:
    told = meaning(cell)
    return bool(told.elements and told.tiers)


def fields_of(table: Table, chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the field of each column that has one: what somebody chose, else what its name says."""
    found = {name: chosen.get(name) or field_of(name, table.values(name)) for name in table.columns}
    return {name: field for name, field in found.items() if field}


def twice(fields: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the fields that several columns claim, with those columns, where only one of them can be meant."""
    held: dict[str, list[str]] = {}
    for name, field in fields.items():
        if field != "ignore":
            held.setdefault(field, []).append(name)
    return {field: names for field, names in held.items() if len(names) > 1}
