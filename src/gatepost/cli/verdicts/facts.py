"""Facts in plain words: what caused a reason, and what is still to be asked."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from gatepost.cli.terminal import in_short
from gatepost.policy.facts import FIELDS
from gatepost.policy.permission import NOT_HELD
from gatepost.policy.verdict import Cause
from gatepost.screening.given import given

FOUND: Final = {
    "phone": "a telephone number",
    "email": "an e-mail address",
    "address": "a postal address",
    "postcode": "a postcode",
    "upn": "a pupil number",
    "ni_number": "a National Insurance number",
    "dob": "a date of birth",
    "car_reg": "a car registration",
    "personal_profile": "a link to somebody's own profile",
    "commercial_link": "a link to a shop or business",
    "donation_link": "a link that asks for money",
    "political": "political words",
    "commercial": "words that advertise",
    "claim": "a claim that needs a source",
    "future_place_time": "where pupils will be, and when",
    "abuse": "abusive words",
    "disparaging": "words that belittle somebody",
    "inflammatory": "words that may inflame",
}
"""Type of finding → what a person reads."""

UNLISTED: Final = "somebody named in the text"
CANNOT_BE_SHOWN: Final = "It may be a family's choice, a form not answered or a school decision."
"""Stands below every permission that is not held, so that nothing tells one reason from another."""

SENTENCES: Final = {
    "action": "what is asked is to {value}",
    "approved_by": "agreed so far: {value}",
    "author.role": "the author is: {value}",
    "channel": "the platform is {value}",
    "comment.categories": "the comment is {value}",
    "commenter.prior_incidents": "incidents by this user before: {value}",
    "concern": "the worry is “{value}”",
    "contact_with.left": "they left in {value}",
    "contact_with.relationship": "related to the person: {value}",
    "contact_with.role": "the contact is with a {value}",
    "content": "what was posted or sent: “{value}”",
    "direction": "contact went from {value}",
    "initiated_by": "contact came from the {value}",
    "master_rights": "the master rights are held by {value}",
    "media[].capture_device": "it was taken with: {value}",
    "media[].face_shown": "the people in it are {value}",
    "media[].names_visible": "names can be read in it: {value}",
    "other_channels": "other ways the news goes out: {value}",
    "people": "nobody is shown or named",
    "posted_by.role": "posted by: {value}",
    "purpose": "the purpose is “{value}”",
    "today": "the day is {value}",
    "tone": "the text is judged to be {value}",
    "topic": "the subject is “{value}”",
}
"""Facts whose words in the table of facts read badly with a value behind a colon."""

_STYLES: Final = {"first": "by first name", "full": "in full", "surname": "by surname", "initials": "by initials"}
_TEXTS: Final = {"text": "the text", "comment.text": "the comment"}
_ENTRY = re.compile(r"(\w+)\[(\d+)\](?:\.(.+))?")


def say_cause(cause: Cause, facts: Mapping[str, Any], *, words: Sequence[str] = ()) -> str:
    """Return a cause as a sentence without its full stop. `words` are those parts of the text that it is about."""
    if cause.fact in _TEXTS:
        if cause.value == given(facts, cause.fact):
            return f"of what {_TEXTS[cause.fact]} says"
        what = FOUND.get(str(cause.value), f"{_spaced(cause.value)} words")
        quoted = [f"“{in_short(part)}”" for part in dict.fromkeys(words) if part]
        if not quoted:
            return f"{_TEXTS[cause.fact]} holds {what}"
        return f"{' and '.join(quoted)} {'read' if len(quoted) > 1 else 'reads'} as {what}"
    if ".consents." in cause.fact:
        return _permission(cause, facts)
    match = _ENTRY.match(cause.fact)
    if match and match[1] == "people":
        return _person(cause, match[3] or "", who(cause.fact, facts))
    return _plainly(cause.fact, cause.value)


def _plainly(path: str, value: Any) -> str:
    """Return a field's words with its value; those of a yes-or-no field are a sentence already."""
    if path == "approved_by" and not value:
        return "nobody has agreed yet"
    if path == "contact_with.relationship" and value == "none":
        return "they are not related"
    if (pattern := _pattern(path)) in SENTENCES:
        return _where(path) + SENTENCES[pattern].format(value=say_value(value))
    says = f"{_where(path)}{_says(path)}"
    return says if value is True else f"{says}: {say_value(value)}"


def say_unknown(path: str, facts: Mapping[str, Any]) -> str:
    """Return what to ask about a fact that is not known, as a question."""
    match = _ENTRY.match(path)
    about = ""
    if match and match[1] == "people":
        about = f" ({who(path, facts)})"
    return f"{_where(path)}{_says(path)}{about}?"


def who(path: str, facts: Mapping[str, Any]) -> str:
    """Return what to call the person at this path: the name as given, else the place in the list."""
    match = _ENTRY.match(path)
    people = facts.get("people")
    position = int(match[2]) if match else 0
    entry = people[position] if isinstance(people, list) and position < len(people) else None
    name = entry.get("name") if isinstance(entry, Mapping) else None
    if isinstance(name, str) and name:
        return in_short(name)
    if entry is None:
        return UNLISTED
    return "the person" if isinstance(people, list) and len(people) == 1 else f"person {position + 1}"


def say_value(value: Any) -> str:
    """Return a value as a person writes it."""
    if value is None:
        return "not there"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(say_value(item) for item in value) or "none"
    return _day(value) if isinstance(value, str) else str(value)


def _permission(cause: Cause, facts: Mapping[str, Any]) -> str:
    """Say only that somebody can't be shown, never why (requirements, domain D-05)."""
    person = who(cause.fact, facts)
    if cause.value is True and cause.fact.endswith("_social"):
        return f"{person}: permission is held"
    what = {"name_social": "name", "quote_social": "words"}.get(cause.fact.rpartition(".")[2])
    if what is None:
        return f"{person} can't be shown"
    return f"{_possessive(what, person)} can't be shown"


def _possessive(what: str, person: str) -> str:
    return f"the {what} of {person}" if person == UNLISTED else f"{person}'s {what}"


def _person(cause: Cause, key: str, person: str) -> str:
    if key == "named_in_text":
        return f"{person} is named {_STYLES.get(str(cause.value), say_value(cause.value))}"
    if key == "in_photo" and cause.value is True:
        return f"{person} is in a picture"
    if cause.value == NOT_HELD:
        return f"{person} can't be shown"
    return f"{person}: {_plainly(cause.fact, cause.value)}"


def _where(path: str) -> str:
    match = _ENTRY.match(path)
    if not match or match[1] == "people":
        return ""
    what = {"media": "picture", "names": "name", "parties": "party", "staff": "member of staff"}.get(match[1], match[1])
    return f"{what} {int(match[2]) + 1}: "


def _says(path: str) -> str:
    """Return what the table of facts says of a field, beginning small, without its remarks for programmers."""
    field = FIELDS.get(_pattern(path))
    says = field.says.partition(";")[0] if field else _spaced(path)
    return says if says[1:2].isupper() else says[:1].lower() + says[1:]


def _pattern(path: str) -> str:
    """Return the path as it stands in the table of facts."""
    return re.sub(r"\[\d+\]", "[]", path)


def _spaced(value: Any) -> str:
    return in_short(value).replace("_", " ")


def _day(value: str) -> str:
    try:
        day = date.fromisoformat(value if len(value) != len("2026-07") else f"{value}-01")
    except ValueError:
        return _WORDS.get(value, _spaced(value))
    return f"{day:%B %Y}" if len(value) == len("2026-07") else f"{day.day} {day:%B %Y}"


_WORDS: Final = {
    "back_or_distance": "seen from behind or far off",
    "hands_or_work": "hands or work alone",
    "individual": "one person",
    "ppa": "PPA time",
    "pupil_to_staff": "a pupil to staff",
    "staff_to_pupil": "staff to a pupil",
}
