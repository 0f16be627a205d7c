"""Tags of the pages on which posts are signed off, handed over and kept."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, Final

from django import template

from gatepost import library
from gatepost.audit.kinds import sentence
from gatepost.audit.models import Event
from gatepost.channels.models import Channel
from gatepost.duties.models import Duty
from gatepost.policy.questions import Question
from gatepost.publishing.desk import Desk
from gatepost.publishing.findings import Finding
from gatepost.publishing.models import Post, Version
from gatepost.publishing.pictures.telling import told
from gatepost.publishing.states import POST
from gatepost.web.clauses import source_name
from gatepost.web.forms.picture_boxes import Box, look_of
from gatepost.web.forms.signoff import PREFIX

register = template.Library()


@register.filter
def clause_name(clause: str) -> str:
    """Return a clause, kept as a document's id and a reference, inside a sentence: “our policy, 3.2”.

    The references of the statutory baseline are Gatepost's own, and so are left out.
    """
    source, _, ref = clause.partition(" ")
    name = source_name(source)
    name = f"{name[0].lower()}{name[1:]}"
    return name if source == library.BASELINE or not ref else f"{name}, {ref}"


@register.filter
def clause_names(clauses: Iterable[str]) -> str:
    """Return clauses in one line, each once."""
    return "; ".join(dict.fromkeys(clause_name(one) for one in clauses))


@register.filter
def channels_of(version: Version, channels: Mapping[int, Channel]) -> str:
    """Return where a version goes: “Facebook and X”."""
    names = [channels[key].platform_name for key in version.content["channels"] if key in channels]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


@register.filter
def authors_reason(finding: Finding, pictures: list[dict[str, Any]]) -> str:
    """Return the reason that the author gave for the picture that a finding is about; nothing for other findings."""
    return next((str(one["reason"]) for one in pictures if one["id"] == finding.matter.picture), "")


@register.filter
def picture_told(picture: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what was found in a picture of a version, and what its author said of that, in sentences."""
    return told(picture)


@register.filter
def boxes_in(picture: Mapping[str, Any], desk: Desk | str) -> tuple[Box, ...]:
    """Return the faces in a picture of a version, and what else findings are about; none on a page without findings."""
    if not isinstance(desk, Desk) or "look" not in picture:
        return ()
    return tuple(one for one in look_of(picture, desk, at=desk.assessment.at).drawn if one.pin or one.spot.is_face)


def took(length: timedelta) -> str:
    """Return how long something took: “2 hours 5 minutes”, “3 days”."""
    minutes = max(int(length.total_seconds()) // 60, 0)
    parts = (("day", minutes // 1440), ("hour", minutes // 60 % 24), ("minute", minutes % 60))
    said = [f"{number} {name}{'' if number == 1 else 's'}" for name, number in parts if number][:2]
    return " ".join(said) or "less than a minute"


@register.filter
def asked_by(question: Question) -> str:
    """Return the clause that asks a question, inside a sentence."""
    return clause_name(f"{question.source} {question.ref}")


@register.filter
def answer_name(key: str) -> str:
    """Return the name of the field by which a question is answered."""
    return f"{PREFIX}{key}"


@register.filter
def answer_to(answers: Mapping[str, str], key: str) -> str:
    """Return what was answered to a question; nothing where it has not been."""
    return answers.get(key, "")


@register.filter
def answers_given(answers: Mapping[str, str]) -> list[dict[str, str]]:
    """Return what was answered at sign-off: each question, the clause that asks it, and what was said."""
    parts = ((key.partition(": "), said) for key, said in answers.items())
    return [{"clause": clause, "ask": ask, "said": said} for (clause, _, ask), said in parts]


@register.filter
def task_about(tasks: Mapping[str, Duty], thing: str) -> Duty | None:
    """Return the open task about a thing; None where there is none."""
    return tasks.get(thing)


@register.filter
def time_taken(task: Duty) -> str:
    """Return how long a task took, from when it was asked for: “2 hours 5 minutes”."""
    return took(task.done_at - task.opened_at) if task.done_at else ""


@register.filter
def post_state(post: Post) -> str:
    """Return where a post stands, in words."""
    return POST[post.status].lower()


@register.filter
def post_key(subject: str) -> int | None:
    """Return the number of the post that an event is about; None where it is about something else."""
    kind, _, number = subject.partition(":")
    return int(number) if kind == "post" and number.isdecimal() else None


@register.filter
def event_words(event: Event) -> str:
    """Return an event as a sentence, with what the record keeps as a document's id named as pages name it."""
    ref = {"ref": clause_name(event.facts["ref"])} if "ref" in event.facts else {}
    return sentence(event.kind, who=event.actor_name, facts=event.facts | ref)


@register.filter
def event_icon(kind: str) -> str:
    """Return the icon for a kind of event; that of its family where it has none of its own."""
    return _ICONS.get(kind) or _ICONS.get(kind.partition(".")[0], "doc")


_ICONS: Final = {
    "post": "pen",
    "post.sent": "send",
    "post.sent_back": "undo",
    "post.recalled": "undo",
    "post.approved": "tick",
    "post.published": "right",
    "post.verified": "eye",
    "post.pulled": "pause",
    "post.stray": "flag",
    "picture": "camera",
    "fix": "tick",
    "waiver": "chat",
    "approval": "tick",
    "approval.void": "pause",
    "pack": "copy",
    "takedown": "down",
    "stop": "hand",
    "incident": "flag",
    "policy": "book",
    "person": "user",
    "role": "key",
    "poster": "user",
    "channel": "phone",
    "pupil": "users",
    "answer": "users",
    "duty": "duty",
    "school": "school",
    "trust": "school",
}
