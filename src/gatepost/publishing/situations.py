"""A content as the situation that the policy judges: facts from the post, the register and today's permissions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from gatepost.channels.models import Channel
from gatepost.consents.effective import NOTHING, Permissions
from gatepost.consents.models import Pupil
from gatepost.consents.roster import id_of, key_of
from gatepost.detectors import Finding, Roster
from gatepost.policy.facts import Item
from gatepost.policy.questions import Question
from gatepost.publishing.appearing import called_in
from gatepost.publishing.asked_facts import ASKABLE
from gatepost.publishing.content import Content, by_work, shown
from gatepost.publishing.pictures.legible import Legible, named_by, style_in

_CLOSED: Final = frozenset({"closed_group", "parents"})


def tier_of(channel: Channel) -> str:
    """Return the tier of permission that a channel needs."""
    if channel.audience in _CLOSED:
        return "parents"
    if channel.audience == "staff":
        return "in_school"
    return "web" if channel.platform == "website" else "social"


@dataclass(frozen=True, slots=True)
class Names:
    """Whom a text names: pupil ids where there is no doubt, and whether in full; and the doubtful ones.

    `called` are those in part who are there and are called by nothing but a first name, with it; `doubtful` maps the
    words to the pupils whom they could mean.
    """

    full: frozenset[int] = frozenset()
    part: frozenset[int] = frozenset()
    doubtful: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    called: Mapping[int, str] = field(default_factory=dict)

    @property
    def sure(self) -> frozenset[int]:
        """Everybody who is named without doubt."""
        return self.full | self.part


def names_in(texts: Sequence[str], roster: Roster, *, chosen: Iterable[int]) -> Names:
    """Return whom texts name on the roll. `chosen` are the pupils whom the author says are meant or shown."""
    meant = frozenset(chosen)
    full: set[int] = set()
    part: set[int] = set()
    doubtful: dict[str, tuple[int, ...]] = {}
    for text in texts:
        for finding in roster.find(text):
            ids = _pupils(finding)
            sure = tuple(one for one in ids if one in meant) or ids
            if len(sure) == 1:
                (full if finding.type == "pupil_full" else part).add(sure[0])
            elif sure:
                doubtful[text[finding.start : finding.end]] = sure
    called = {key: name for key, name in called_in(texts, roster, meant=meant).items() if key not in full | part}
    return Names(frozenset(full), frozenset(part | called.keys()) - frozenset(full), doubtful, called)


def _pupils(finding: Finding) -> tuple[int, ...]:
    return tuple(key for key in (id_of(who) for who in finding.who) if key is not None)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, when, and what has been agreed: what a situation has beside its content.

    `author_role` is a role or position slug, `approved_by` the slugs of those who have agreed, None where nobody has
    been asked; `trained` is None where nobody knows.
    """

    at: datetime
    author_role: str
    approved_poster: bool
    trained: bool | None
    approved_by: tuple[str, ...] | None = None
    incident: bool = False


MANAGERS: Final = frozenset({"line_manager", "line_leader", "managers", "headteacher", "principal"})
"""Roles whose approval is a manager's leave."""


def agreement(approved_by: Sequence[str]) -> dict[str, Any]:
    """Return the facts that approvals by these roles are.

    That a manager has agreed is one of them: the author cannot say it for the manager.
    """
    agreed: dict[str, Any] = {"approved_by": [*approved_by]}
    return agreed | {"manager_permission": True} if MANAGERS & {*approved_by} else agreed


def answered(asked: Iterable[Question], answers: Mapping[str, str]) -> tuple[Item, ...]:
    """Return the entries of the fact `answers` for what people said, “yes” or “no” by key, to what was asked."""
    said = {"yes": True, "no": False}
    return tuple(
        Item(f"answers[{number}]", {"source": one.source, "ref": one.ref, "ask": one.ask,
                                    "answer": said.get(answers.get(one.key, ""))})
        for number, one in enumerate(asked)
    )  # fmt: skip


def situation(
    content: Content, *, channel: Channel | None, asked: Asked, names: Names, pupils: Mapping[int, Pupil],
    permissions: Mapping[int, Permissions], legible: Sequence[Legible] = (), quoted: frozenset[int] = frozenset(),
) -> dict[str, Any]:  # fmt: skip
    """Return a situation of kind `post`. What is not known is left out, and so is what a family has not agreed to.

    `legible` are the names that can be read in its pictures: they answer what nobody has, and never what somebody has.
    `quoted` are the pupils whose own words it gives.
    """
    said = {path: value for path, value in content["said"].items() if path in ASKABLE}
    facts: dict[str, Any] = {**said, "account": "official", "text": content["text"]}
    if channel is not None:
        facts |= {"channel": channel.platform, "account_name": channel.name, "audience": channel.audience}
    facts["author"] = _author(asked)
    facts["today"] = timezone.localdate(asked.at)
    facts["incident_active"] = asked.incident
    if asked.approved_by is not None:
        facts |= {
            key: list(value) if key == "approved_by" else value for key, value in agreement(asked.approved_by).items()
        }
    if content["other_ways"]:
        facts["other_channels"] = list(content["other_ways"])
    if content["pictures"]:
        facts["media"] = [_media(picture, legible) for picture in content["pictures"]]
    denied = {picture["id"] for picture in content["pictures"] if picture["names_visible"] == "none"}
    read = named_by((one for one in legible if one.picture not in denied), shown(content) | names.sure)
    worked = by_work(content)
    people = [
        _person(
            pupils[key],
            permissions.get(key, NOTHING),
            shown=key in shown(content),
            by_work=key in worked,
            full=key in names.full,
            read=read.get(key, ""),
            quoted=key in quoted,
            called=key in names.called,
        )
        for key in sorted(shown(content) | names.sure | frozenset(content["named"]) | read.keys() | quoted)
        if key in pupils
    ]
    if people or all(picture["people_said"] for picture in content["pictures"]):
        facts["people"] = people
    return {"kind": "post", "facts": facts}


def _author(asked: Asked) -> dict[str, Any]:
    author = {"role": asked.author_role, "approved_poster": asked.approved_poster}
    return author if asked.trained is None else {**author, "training_done": asked.trained}


def _media(picture: Mapping[str, Any], legible: Sequence[Legible]) -> dict[str, Any]:
    said = ("alt_text", "face_shown", "names_visible", "capture_device", "reason")
    known = {key: picture[key] for key in said if picture[key]}
    if "names_visible" not in known and (style := style_in(legible, picture["id"])):
        known["names_visible"] = style
    # The file was written anew on arrival, so it holds no place.
    return {"type": "photo", "location": False, **known}


def _person(
    pupil: Pupil, held: Permissions, *, shown: bool, by_work: bool, full: bool, read: str, quoted: bool, called: bool
) -> dict[str, Any]:  # fmt: skip
    consents: dict[str, Any] = {}
    # What a pupil made is shown by a picture of it: the policies know one permission for that, families answer both.
    if held.allows("photo") and (not by_work or held.allows("work")):
        consents["photo_social"] = True
    if held.allows("name") and (not (full or read == "full") or held.allows("full_name")):
        consents["name_social"] = True
    if held.allows("quote"):
        consents["quote_social"] = True
    if consents and held.given_by is not None:  # else nobody had to say yes, and nobody is said to have
        consents |= {"given_by": held.given_by, "written": held.in_writing}
    person = {
        "name": pupil.full_name,
        "role": "pupil",
        "upn": key_of(pupil.pk),
        "in_photo": shown,
        "consents": consents,
    }
    if quoted:
        person["quoted"] = True
    if called:
        person["named_in_text"] = "first"
    if read:
        # A name that can be read in a picture names the pupil, in the words or not.
        person["named_in_text"] = "full" if full else read
    return person if pupil.year is None else {**person, "year": pupil.year}
