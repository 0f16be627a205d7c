"""What a reason of a verdict is about: a person, a picture, some words, or a fact of the post as a whole."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gatepost.consents.roster import id_of
from gatepost.policy import Reason
from gatepost.policy.facts import Item
from gatepost.policy.permission import FACT, NAME, QUOTE, named, needed
from gatepost.policy.verdict import Cause, Span
from gatepost.publishing.appearing import place_of, stands_in
from gatepost.publishing.assess import Assessment
from gatepost.publishing.content import Content
from gatepost.publishing.pictures.legible import STYLES

_CONTEXT: Final = frozenset(
    {"about.role", "account", "approved_by", "author.role", "manager_permission", "today", "working_hours"}
)
"""Facts that stand beside what made a clause speak, and change while it goes on speaking."""
ABOUT_NAMES: Final = frozenset({"names_in_picture", "name_style", "name_picture_school", "element_permission"})
"""Controls that speak of names that can be read in a picture."""
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Matter:
    """What reasons share that rest on one cause.

    `cause` names it for records, by ids that stay when something else is added or removed. `person` is what to call
    the person whom it is about, `pupil` their id, and `element` which of picture, name and quotation it is;
    `picture` is the id of a picture. `words` are the words at `where` in the post's own words, or, where that is
    None, in the description of the picture; `nth` says which of the places that hold them, and `doubt` the pupils whom
    they could mean. `legible` says that it is about a name that can be read in the picture.
    """

    answer: str
    cause: str
    person: str = ""
    pupil: int | None = None
    element: str = ""
    picture: int | None = None
    where: Span | None = None
    words: str = ""
    nth: int = 0
    doubt: tuple[int, ...] = ()
    legible: bool = False


def matters_of(reason: Reason, assessment: Assessment) -> Iterator[Matter]:
    """Yield what a reason is about. Only a permission may be about more than one thing: each use of the person."""
    causes = [cause for cause in reason.because if cause.fact not in _CONTEXT] or list(reason.because)
    if causes and (_PERMISSION.search(causes[0].fact)):
        yield from _of_person(causes[0], assessment)
        return
    picture = _names_picture(reason, causes, assessment)
    if picture is not None:
        yield Matter(answer=reason.answer, cause=f"picture:{picture}.name", picture=picture, legible=True)
        return
    words = _words(reason.where, assessment)
    line = ", ".join(_stable(cause, assessment) for cause in causes) or reason.control
    yield Matter(
        answer=reason.answer,
        cause=_short(f"{line} “{words}”" if words else line),
        person=_person_at(causes, assessment),
        picture=_picture_at(causes, assessment),
        where=_in_own_words(reason.where),
        words=words,
        nth=_nth(reason.where, assessment),
    )


_PERMISSION: Final = re.compile(r"^people\[\d+\]\.(consents\.|parent_consent$|on_arbor_list$)")
_PLACE: Final = re.compile(r"^(people|media)\[(\d+)\]")


def _of_person(cause: Cause, assessment: Assessment) -> Iterator[Matter]:
    """Yield what is missing of a person, the same whatever the cause is (requirements, domain D-05).

    A permission that the wrong person gave, or that is not in writing, reads like none: for each use of the person.
    """
    item = _items(assessment, "people")[_index(cause.fact)]
    path = cause.fact.partition("].")[2]
    element = next((name for name, fact in FACT.items() if fact == path), None)
    for one in [element] if element else needed(item, assessment.judged[0].situation.facts):
        pupil = id_of(item.get("upn") or "")
        where = _named_at(item, assessment) if one in {NAME, QUOTE} and named(item) else None
        if one == NAME and _is_more_there(pupil, _words(where, assessment), assessment):
            where = None
        picture = _described_in(where, assessment)
        words = _words(where, assessment)
        yield Matter(
            answer="lawful",
            cause=_short(f"{_key(item)}.consents.{one}=not held"),
            person=called(item, assessment),
            pupil=pupil,
            element=one,
            picture=_seen_in(pupil, assessment) if one == NAME and where is None else picture,
            where=_in_own_words(where),
            words=words,
            nth=_nth(where, assessment),
            doubt=assessment.names.doubtful.get(words, ()),
            legible=one == NAME and where is None and _read_in(pupil, assessment) is not None,
        )


def in_words(cause: Cause) -> bool:
    """Whether a cause is something that was found in words which go out: the post's own, or a description."""
    return cause.fact == "text" or cause.fact.endswith(".alt_text")


def _in_own_words(where: Span | None) -> Span | None:
    return where if where and where.fact == "text" else None


def _described_in(where: Span | None, assessment: Assessment) -> int | None:
    """Return the id of the picture in whose description a place is; None for a place in the words themselves."""
    return _picture_at([Cause(where.fact, "")], assessment) if where else None


def _read_in(pupil: int | None, assessment: Assessment) -> int | None:
    """Return the id of the picture in which most of a pupil's name can be read, if one is."""
    found = (one for one in assessment.legible if pupil in one.pupils)
    most = min(found, key=lambda one: STYLES.index(one.style), default=None)
    return most.picture if most else None


def _seen_in(pupil: int | None, assessment: Assessment) -> int | None:
    """Return the id of the picture by which a pupil is named: theirs, or else the first in which a name can be read."""
    read = _read_in(pupil, assessment)
    pictures = zip(assessment.content["pictures"], _items(assessment, "media"), strict=False)
    named = (int(one["id"]) for one, media in pictures if media.get("names_visible") in STYLES)
    return next(named, None) if read is None else read


def _is_more_there(pupil: int | None, words: str, assessment: Assessment) -> bool:
    """Tell whether a surname can be read in a picture, of somebody of whom these words give none."""
    read = any(one.style != "first" for one in assessment.legible if pupil in one.pupils)
    known = assessment.pupils.get(pupil or 0)
    return read and known is not None and not stands_in(words, known.last)


def _names_picture(reason: Reason, causes: list[Cause], assessment: Assessment) -> int | None:
    """Return the id of the picture whose legible name a clause about names speaks of; None where it is no such name."""
    if reason.control not in ABOUT_NAMES:
        return None
    if causes[0].fact.endswith(".named_in_text"):
        pupil = id_of(_items(assessment, "people")[_index(causes[0].fact)].get("upn") or "")
        more = _is_more_there(pupil, _words(reason.where, assessment), assessment)
        return _read_in(pupil, assessment) if more else None
    picture = _picture_at(causes, assessment)
    said = causes[0].fact.endswith(".names_visible") and causes[0].value in STYLES
    return picture if said and any(one.picture == picture for one in assessment.legible) else None


def called(item: Item, assessment: Assessment) -> str:
    """Return what to call a person of the post: the first name, with the surname where two share it."""
    name = str(item.get("name") or "")
    first = name.partition(" ")[0]
    others = [str(one.get("name") or "") for one in _items(assessment, "people") if one.path != item.path]
    return name if any(other.partition(" ")[0] == first for other in others) else first


def _named_at(item: Item, assessment: Assessment) -> Span | None:
    for found in assessment.judged[0].situation.facts.found:
        if found.goes_out and found.type.startswith("pupil_") and (
            item.get("upn") in found.who or item.path in found.who
        ):  # fmt: skip
            return Span(found.fact, found.start, found.end)
    name = assessment.names.called.get(id_of(item.get("upn") or "") or 0)
    return next(_places_of(name, assessment.content), None) if name else None


def _places_of(name: str, content: Content) -> Iterator[Span]:
    facts = ("text", *(f"media[{number}].alt_text" for number in range(len(content["pictures"]))))
    for fact in facts:
        if place := place_of(words_of(content, fact), name):
            yield Span(fact, *place)


def _stable(cause: Cause, assessment: Assessment) -> str:
    match = _PLACE.match(cause.fact)
    if match is None:
        return f"{cause.fact}={cause.value}"
    rest = cause.fact[match.end() :]
    if match[1] == "people":
        return f"{_key(_items(assessment, 'people')[int(match[2])])}{rest}={cause.value}"
    return f"picture:{_picture_at([cause], assessment)}{rest}={cause.value}"


def _key(item: Item) -> str:
    pupil = id_of(item.get("upn") or "")
    return f"pupil:{pupil}" if pupil else f"person:{item.path}"


def _picture_at(causes: list[Cause], assessment: Assessment) -> int | None:
    pictures = assessment.content["pictures"]
    for cause in causes:
        if cause.fact.startswith("media[") and _index(cause.fact) < len(pictures):
            return int(pictures[_index(cause.fact)]["id"])
    return None


def _person_at(causes: list[Cause], assessment: Assessment) -> str:
    people = _items(assessment, "people")
    found = (people[_index(cause.fact)] for cause in causes if cause.fact.startswith("people["))
    return next((called(item, assessment) for item in found), "")


def _items(assessment: Assessment, path: str) -> tuple[Item, ...]:
    # Channels differ in permissions, never in who is in the post.
    return assessment.judged[0].situation.facts.items(path)


def _index(fact: str) -> int:
    match = _PLACE.match(fact)
    return int(match[2]) if match else 0


def _words(where: Span | None, assessment: Assessment) -> str:
    return words_of(assessment.content, where.fact)[where.start : where.end] if where else ""


def _nth(where: Span | None, assessment: Assessment) -> int:
    if where is None or where.end <= where.start:
        return 0
    return words_of(assessment.content, where.fact).count(_words(where, assessment), 0, where.start)


def words_of(content: Content, fact: str) -> str:
    """Return the words at the path of a fact: a picture's description, or else the post's own."""
    number = _index(fact)
    if fact.startswith("media[") and number < len(content["pictures"]):
        return content["pictures"][number]["alt_text"] or ""
    return str(content["text"])


def _short(cause: str) -> str:
    if len(cause) <= _LONGEST:
        return cause
    return f"{cause[: _LONGEST - 18]}… {hashlib.sha256(cause.encode()).hexdigest()[:16]}"
