"""Findings in plain words: a title, and what it is about and where. Never a slug, never why somebody can't be shown."""

import re
from collections.abc import Mapping
from typing import Any, Final

from gatepost.policy.controls.base import route_words
from gatepost.policy.permission import named
from gatepost.policy.verdict import Cause
from gatepost.publishing.assess import Assessment
from gatepost.publishing.findings import Finding
from gatepost.publishing.matter import in_words
from gatepost.publishing.pictures.legible import Legible, style_in

NEVER_WHICH: Final = "It may be a family’s choice, a form not answered or a school decision. We never say which."
"""Stands below whoever can't be shown, so that nothing tells one reason from another."""

CANNOT: Final = {
    "photo": "{who} can’t be shown here",
    "name": "{who} can’t be named here",
    "quote": "{who} can’t be quoted here",
}
"""What of a person is used → the one title."""

FOUND: Final = {
    "abuse": "Words that could hurt somebody",
    "address": "A postal address",
    "addressed_to": "A message to one person",
    "car_reg": "A car registration",
    "claim": "A claim that needs its source and date",
    "commercial": "Words that advertise",
    "commercial_link": "A link to a shop or business",
    "disparaging": "Words that run somebody down",
    "dob": "A date of birth",
    "donation_link": "A link that asks for money",
    "email": "A personal e-mail address",
    "future_place_time": "It says where pupils will be, and when",
    "inflammatory": "Words that could start a quarrel",
    "ni_number": "A National Insurance number",
    "personal_profile": "A link to somebody’s own account",
    "phone": "A personal phone number",
    "political": "A political statement",
    "postcode": "A postcode",
    "upn": "A pupil number",
}
"""What was found in the words → title."""

TITLES: Final = {
    "adverts": "An advert for a business",
    "alt_text": "The picture has no description",
    "capture_device": "It was taken with somebody’s own device",
    "claim_source": "A claim that needs its source and date",
    "closed_channel": "This account is closed",
    "effective_permission": "Somebody can’t be shown here",
    "element_permission": "A name can be read in the picture",
    "face_shown": "A face can be recognised",
    "incident_voice": "An incident is on, and only some may speak",
    "listed_channel": "This account isn’t on the policy’s list",
    "live_location": "It says where pupils will be, and when",
    "location_data": "The picture says where it was taken",
    "name_picture_school": "A surname beside a face",
    "name_style": "A surname beside a photo",
    "names_in_picture": "A name can be read in the picture",
    "nobody_shown": "Say who is shown or named",
    "not_public": "Something that isn’t public yet",
    "online_warning": "A warning about something online",
    "open_channel": "The policy says nothing of an account here",
    "opinion_on_behalf": "An opinion in the school’s name",
    "others_material": "The picture is somebody else’s",
    "oversight": "Somebody else sees it first",
    "people_said": "Say who is in the picture",
    "permitted_kind": "The policy doesn’t list this kind of post",
    "personal_details": "Private details of somebody",
    "political": "A political statement",
    "posters": "You aren’t on the list of people who post here",
    "private_messages": "A message to one person",
    "prohibited": "Something the policy doesn’t allow",
    "protected_details": "Private details of somebody",
    "purpose": "This isn’t what the account is for",
    "second_channel": "Tell people another way too",
    "staff_links": "A link to a member of staff’s own account",
    "suggestions": "Ideas for posts go to somebody first",
    "tidy_device": "The picture is still on somebody’s own device",
    "trained": "Your training isn’t up to date",
    "when_unsure": "You aren’t sure about it",
    "work_device": "It isn’t posted from a school device",
    "work_use": "Your manager agrees to it first",
    "written_permission": "Somebody can’t be shown here",
}
"""Control → title, where nothing more is known than that it speaks."""

DEFAULT: Final = "The policy asks for something here"

_NAMED: Final = {"full": "A full name", "surname": "A surname", "first": "A first name", "initials": "Initials"}
_ASKED: Final = {
    "face_shown": "Say how {picture} shows the people in it",
    "people_said": "Say who is in {picture}",
}
_PLACES: Final = re.compile(r"^(?:people|media)\[\d+\]\.?")


def title(finding: Finding, assessment: Assessment) -> str:
    """Return what is the matter, as a good school office would say it."""
    matter, control = finding.matter, finding.reason.control
    if matter.doubt:
        return f"Which {matter.words} do you mean?"
    if matter.element:
        return CANNOT[matter.element].format(who=matter.person or matter.words or "Somebody in the post")
    if matter.legible:
        return f"{_NAMED[_most(finding, assessment)]} can be read in {picture_words(finding, assessment)}"
    cause = _cause(finding)
    if control in _ASKED and (cause is None or cause.value is None):
        return _ASKED[control].format(picture=picture_words(finding, assessment) or "each picture")
    if cause is not None and cause.fact.endswith("named_in_text") and control in _BESIDE:
        return f"{_NAMED.get(str(cause.value), 'A name')} {_BESIDE[control]}"
    if cause is not None and in_words(cause) and control != "private_messages":
        return FOUND.get(str(cause.value), TITLES.get(control, DEFAULT))
    return TITLES.get(control, DEFAULT)


_BESIDE: Final = {"name_style": "of a pupil", "name_picture_school": "beside a face"}


def what(finding: Finding, assessment: Assessment) -> str:
    """Return what it is about and where, and what happens to it: one or two sentences."""
    matter = finding.matter
    if matter.doubt:
        return f"{_where(finding, assessment)} More than one person at the school goes by it."
    where = _where(finding, assessment)
    if matter.element:
        return f"{where} {NEVER_WHICH}".strip()
    return f"{where} {_follows(finding)}".strip()


def _where(finding: Finding, assessment: Assessment) -> str:
    matter = finding.matter
    if matter.words:
        said = "Your words" if matter.where or not matter.picture else "In the description of the picture"
        return f"{said}: “{shortened(matter.words)}”."
    if matter.element == "photo" and (number := _pictured(matter.pupil, assessment)):
        return f"{number}."
    named = picture_words(finding, assessment)
    if matter.legible:
        return f"In {named}: {' and '.join(f'“{shortened(one)}”' for one in _read(finding, assessment))}."
    if matter.element == "name" and named:
        return f"A name can be read in {named}."
    return f"{named[0].upper()}{named[1:]}." if named else ""


def _read(finding: Finding, assessment: Assessment) -> tuple[str, ...]:
    """Return the names in a picture that a finding is about, as they were read."""
    return tuple(dict.fromkeys(one.text for one in _legible(finding, assessment)))


def _most(finding: Finding, assessment: Assessment) -> str:
    return style_in(_legible(finding, assessment), finding.matter.picture or 0)


def _legible(finding: Finding, assessment: Assessment) -> tuple[Legible, ...]:
    matter = finding.matter
    here = (one for one in assessment.legible if one.picture == matter.picture)
    return tuple(one for one in here if matter.pupil is None or matter.pupil in one.pupils)


def _follows(finding: Finding) -> str:
    """Return who decides, or that the author may keep it; nothing where the title says it all."""
    if finding.kind == "decide":
        route = finding.reason.route
        who = route_words(route) if route else "the person signing off"
        return f"You can keep it: {who} decides."
    if finding.kind == "note":
        return "You can keep it."
    return _SAYS.get(finding.reason.control, "")


_SAYS: Final = {
    "alt_text": "Some people can’t see it. A short description is read out to them.",
    "closed_channel": "Choose another account.",
    "face_shown": "A recognisable face in public needs a written reason, and somebody else’s agreement.",
    "listed_channel": "Choose an account that is, or ask the head to have it added.",
    "posters": "The head can add you, or somebody on the list can post it.",
    "second_channel": "Not everybody is on social media. Tick how else the news goes out.",
    "trained": "The headteacher can say when the next training is.",
}


def picture_words(finding: Finding, assessment: Assessment) -> str:
    """Return “picture 2”, or “the picture” where there is one; nothing where it is about none."""
    pictures = [picture["id"] for picture in assessment.content["pictures"]]
    if finding.matter.picture not in pictures:
        return ""
    return numbered(pictures.index(finding.matter.picture) + 1, of=len(pictures))


def numbered(number: int, *, of: int) -> str:
    """Return what to call one of so many pictures."""
    return "the picture" if of == 1 else f"picture {number}"


def _pictured(pupil: int | None, assessment: Assessment) -> str:
    pictures = assessment.content["pictures"]
    found = [str(n) for n, picture in enumerate(pictures, start=1) if pupil in picture["pupils"]]
    if not found:
        return ""
    if len(pictures) == 1:
        return "The picture"
    return f"Picture {found[0]}" if len(found) == 1 else f"Pictures {' and '.join((', '.join(found[:-1]), found[-1]))}"


def shortened(words: str) -> str:
    """Return words on one line, at most 80 characters of them."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


_LONGEST: Final = 80


def _cause(finding: Finding) -> Cause | None:
    return finding.reason.because[0] if finding.reason.because else None


TICKS: Final[Mapping[str, str]] = {
    "alt_text": "Every picture has a description",
    "capture_device": "Taken with a school device",
    "face_shown": "Nobody’s face can be recognised",
    "location_data": "No place is stored in the picture",
    "names_in_picture": "No name can be read in the picture",
    "nobody_shown": "Nobody is shown or named",
    "listed_channel": "The account is on the policy’s list",
    "permitted_kind": "This is what the account is for",
    "posters": "You’re on the list of people who post here",
    "second_channel": "The news goes out another way too",
    "trained": "Your training is up to date",
}
"""Control → what its yes means, for those worth a line."""


def ticks(assessment: Assessment, answer: str) -> tuple[str, ...]:
    """Return what is clear under one of the answers, a line each, the school's clause in brackets."""
    spoke = {reason.control for reason in assessment.reasons if not reason.supports and reason.outcome not in _FINE}
    said: dict[str, str] = {}
    for reason in assessment.reasons:
        fine = reason.outcome in _FINE and reason.control not in spoke and not reason.supports
        if (
            fine
            and reason.answer == answer
            and reason.control in TICKS
            and _is_so(reason.control, reason.because, assessment)
        ):
            own = reason.source == assessment.policy.policy.id
            said.setdefault(TICKS[reason.control], f" ({reason.ref})" if own else "")
    lines = [f"{line}{ref}" for line, ref in said.items()]
    return (*_shown(assessment), *lines) if answer == "lawful" else tuple(lines)


_FINE: Final = frozenset({"allow", "no_action"})


def _is_so(control: str, because: tuple[Any, ...], assessment: Assessment) -> bool:
    """Tell whether the line is true of these facts: a yes of `face_shown` may rest on who can see the post."""
    values = [cause.value for cause in because]
    if control == "face_shown":
        return bool(values) and "recognisable" not in values and because[0].fact.endswith("face_shown")
    if control == "nobody_shown":
        # Who is in a picture may only be unsaid.
        return all(picture["face_shown"] == "no_people" for picture in assessment.content["pictures"])
    return control != "names_in_picture" or values == ["none"]


def _shown(assessment: Assessment) -> tuple[str, ...]:
    """Say who can be shown. Whoever can't is a finding, and stands there alone."""
    held: dict[tuple[str, str], bool] = {}
    for judged in assessment.judged:
        every = judged.situation.facts.items("people")
        people = {item.path: str(item.get("name") or "") for item in every}
        unnamed = {item.path for item in every if not named(item)}
        for reason in judged.verdict.reasons:
            for cause in reason.because if reason.control == "effective_permission" else ():
                path, _, element = cause.fact.partition(".consents.")
                if element == "name_social" and path in unnamed:
                    continue  # somebody else's name can be read in a picture
                key = (element, people.get(path, ""))
                held[key] = held.get(key, True) and reason.outcome == "allow"
    shown = {verb: [name for (one, name), held_all in held.items() if one == key and name and held_all]
             for key, verb in _VERBS.items()}  # fmt: skip
    return tuple(f"{_listed(names)} can be {verb}" for verb, names in shown.items() if names)


_VERBS: Final = {"photo_social": "shown", "name_social": "named", "quote_social": "quoted"}
_MOST: Final = 6


def _listed(names: list[str]) -> str:
    firsts = [name.partition(" ")[0] for name in names]
    called = [full if firsts.count(first) > 1 else first for full, first in zip(names, firsts, strict=True)]
    if len(called) > _MOST:
        return f"{', '.join(called[:_MOST])} and {len(called) - _MOST} more"
    return called[0] if len(called) == 1 else f"{', '.join(called[:-1])} and {called[-1]}"
