"""What is on offer for a finding: changes of one tap, ways to the field that is missing, and keeping it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gatepost.policy.verdict import Fix
from gatepost.publishing.asked_facts import anchor
from gatepost.publishing.assess import Assessment
from gatepost.publishing.findings import Finding
from gatepost.publishing.matter import in_words
from gatepost.publishing.pictures.pointing import boxes_of
from gatepost.publishing.rewording import Instead, unnamed, without
from gatepost.publishing.wording import numbered, shortened


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing to do about a finding. `kind` says which of the others it has.

    `blur`: boxes of the picture `pk` are covered, their keys being `text`, with commas. `write`: the words of the
    finding become `text`, or, so that the sentence still reads, more than they become what `instead` says. `mean`: they
    mean the pupil `pk`. `drop`: the picture `pk` is taken out. `go`: the field with the id `anchor` is missing
    something. `keep`: it stays, with a reason.
    """

    kind: str
    label: str
    text: str = ""
    pk: int = 0
    anchor: str = ""
    key: str = ""
    instead: Instead | None = None


TAPS: Final = frozenset({"write", "mean", "drop"})
"""The kinds of remedy that Gatepost does itself, by one tap."""


def remedies(finding: Finding, assessment: Assessment, *, contacts: Sequence[str] = ()) -> tuple[Remedy, ...]:
    """Return what may be done about a finding, the likeliest first. `contacts` are the school's own, as text.

    Whoever can't be shown is offered the same, whatever the cause (requirements, domain D-05).
    """
    found = [*_of_person(finding, assessment), *_of_control(finding, assessment, contacts)]
    if finding.may_be_kept and finding.kind in {"stop", "fix"}:
        found.append(Remedy("keep", "Say why in other words" if finding.waived else "Keep, and say why"))
    if not finding.cannot_be_shown:
        found.sort(key=lambda one: one.kind == "drop")  # a picture goes only where nothing milder will do
    unique = {(one.kind, one.label): one for one in found}.values()
    return tuple(replace(one, key=f"{finding.key}-{number}") for number, one in enumerate(unique))


def _of_person(finding: Finding, assessment: Assessment) -> Iterator[Remedy]:
    matter = finding.matter
    could_be = [assessment.pupils[pupil] for pupil in matter.doubt if pupil in assessment.pupils]
    for one in sorted(could_be, key=lambda pupil: (pupil.last, pupil.first, pupil.pk)):
        yield Remedy("mean", f"{one.full_name}, {one.class_name}" if one.class_name else one.full_name, pk=one.pk)
    if matter.element and matter.where is not None:
        instead = unnamed(assessment.content["text"], matter.where.start, matter.where.end)
        if instead.words:
            yield Remedy("write", f"Say “{instead.words.strip()}”", instead=instead)
        yield Remedy("write", "Take the name out")
    yield from blurs(finding, assessment)
    if matter.element == "photo":
        yield from _out_of_pictures(matter.pupil, assessment)
    elif matter.element == "name" and matter.words and matter.where is None and matter.picture:
        yield _describe(matter.picture)
    elif matter.element == "name" and matter.where is None and assessment.content["pictures"]:
        at = matter.picture or assessment.content["pictures"][0]["id"]
        yield Remedy("go", "Say which names can be read", anchor=anchor(at, "names_visible"))


def blurs(finding: Finding, assessment: Assessment) -> Iterator[Remedy]:
    """Yield what is covered to put a finding right, for each picture in which it points at boxes."""
    pictures = assessment.content["pictures"]
    for number, picture in enumerate(pictures, start=1):
        spots = boxes_of(finding, picture, assessment)
        if spots:
            what = "the face" if spots[0].is_face else "the name"
            plural = "" if len(spots) == 1 else "s"
            where = "" if len(pictures) == 1 else f" in picture {number}"
            keys = ",".join(one.key for one in spots)
            yield Remedy("blur", f"Blur {what}{plural}{where}", text=keys, pk=picture["id"])


def _out_of_pictures(pupil: int | None, assessment: Assessment) -> Iterator[Remedy]:
    pictures = assessment.content["pictures"]
    for number, picture in enumerate(pictures, start=1):
        if pupil in picture["pupils"]:
            called = numbered(number, of=len(pictures))
            yield Remedy("drop", f"Take {called} out", pk=picture["id"])
            yield Remedy("go", f"Change who is in {called}", anchor=anchor(picture["id"], "pupils"))


def _of_control(finding: Finding, assessment: Assessment, contacts: Sequence[str]) -> Iterator[Remedy]:
    if finding.matter.element:
        return
    if finding.matter.legible or any(fix.kind == "blur" for fix in finding.fixes):
        yield from blurs(finding, assessment)
    for fix in finding.fixes:
        yield from _of_fix(fix, finding, assessment, contacts)
    control = finding.reason.control
    if control in _GO:
        field, label = _GO[control]
        at = finding.matter.picture
        yield Remedy("go", label, anchor=anchor(at, field) if at else field)
    if control in _PICTURES and finding.matter.picture:
        yield from _drop(finding.matter.picture, assessment)


def _of_fix(fix: Fix, finding: Finding, assessment: Assessment, contacts: Sequence[str]) -> Iterator[Remedy]:
    words = finding.matter.words
    if words and finding.matter.where is None and finding.matter.picture and fix.kind in {"remove", "replace"}:
        yield _describe(finding.matter.picture)
    elif fix.kind == "replace" and words and fix.replacement and fix.replacement != words:
        yield Remedy("write", f"Use “{shortened(fix.replacement)}”", text=fix.replacement)
    elif fix.kind in {"remove", "replace"} and words:
        for contact in _ours(finding, contacts):
            yield Remedy("write", f"Use the school’s: {contact}", text=contact)
        yield Remedy("write", _REMOVE.get(_found(finding), "Take these words out"))
    elif fix.kind == "blur" and finding.matter.picture:
        yield from _drop(finding.matter.picture, assessment)
    elif fix.kind == "ask" and fix.role == "author":
        yield from _asked(fix.fact or "", finding, assessment)


def _asked(fact: str, finding: Finding, assessment: Assessment) -> Iterator[Remedy]:
    """Yield the way to what the author is asked for: a field of a picture, who is in the pictures, or the words."""
    match = _MEDIA.match(fact)
    pictures = assessment.content["pictures"]
    if match and int(match[1]) < len(pictures) and match[2] in _FIELDS:
        field, at = match[2], anchor(pictures[int(match[1])]["id"], match[2])
        if field == "reason" and finding.matter.legible:
            return  # a name is covered, whatever the reason for a face
        label = _REASONS.get(finding.reason.control, _FIELDS[field]) if field == "reason" else _FIELDS[field]
        yield Remedy("go", label, anchor=at)
    elif fact.startswith("people") and pictures:
        unsaid = next((one for one in pictures if not one["people_said"]), pictures[0])
        yield Remedy("go", "Say who is in it", anchor=anchor(unsaid["id"], "pupils"))
    elif fact == "claims":
        yield Remedy("go", "Add its source and date", anchor="text")
        if finding.matter.where:
            yield Remedy("write", "Take these words out")


def _describe(picture: int) -> Remedy:
    """Return the way to a description that has to read differently: its author knows what the picture shows."""
    return Remedy("go", "Describe it in other words", anchor=anchor(picture, "alt_text"))


def _drop(picture: int, assessment: Assessment) -> Iterator[Remedy]:
    ids = [one["id"] for one in assessment.content["pictures"]]
    if picture in ids:
        yield Remedy("drop", f"Take {numbered(ids.index(picture) + 1, of=len(ids))} out", pk=picture)


def _ours(finding: Finding, contacts: Sequence[str]) -> Iterator[str]:
    """Yield the school's own number or address in place of a private one."""
    kind = _found(finding)
    for contact in contacts:
        if (kind == "email" and "@" in contact) or (kind == "phone" and _NUMBER.fullmatch(contact)):
            yield contact


def _found(finding: Finding) -> str:
    return next((str(cause.value) for cause in finding.reason.because if in_words(cause)), "")


def rewritten(text: str, finding: Finding, remedy: Remedy) -> str | None:
    """Return the text with what a remedy writes in it; None where the words of the finding do not stand there."""
    where, words = finding.matter.where, finding.matter.words
    if where is None or text[where.start : where.end] != words:
        return None
    if remedy.instead:
        return remedy.instead.done(text)
    before, after = text[: where.start], text[where.end :]
    return before + remedy.text + after if remedy.text else without(before, after)


_MEDIA: Final = re.compile(r"^media\[(\d+)\]\.(\w+)$")
_NUMBER: Final = re.compile(r"\+?[\d ()-]{9,}")
_FIELDS: Final = {
    "alt_text": "Describe it",
    "capture_device": "Say what it was taken with",
    "face_shown": "Say how it shows people",
    "names_visible": "Say which names can be read",
    "reason": "Say why it must be recognisable",
}
_REASONS: Final = {"name_picture_school": "Say why the name stands beside the face"}
"""Control → what to write where its clause asks for a reason, if that is not about a face."""
_REMOVE: Final = {
    "address": "Take the address out",
    "car_reg": "Take the registration out",
    "commercial_link": "Take the link out",
    "dob": "Take the date of birth out",
    "donation_link": "Take the link out",
    "email": "Take the e-mail address out",
    "ni_number": "Take the number out",
    "personal_profile": "Take the link out",
    "phone": "Take the phone number out",
    "postcode": "Take the postcode out",
    "upn": "Take the number out",
}
_GO: Final = {
    "capture_device": ("capture_device", "Say what it was taken with"),
    "closed_channel": ("channels", "Choose another account"),
    "listed_channel": ("channels", "Choose another account"),
    "open_channel": ("channels", "Choose another account"),
    "posters": ("channels", "Choose another account"),
    "second_channel": ("other-ways", "Say how else people hear of it"),
}
_PICTURES: Final = frozenset({"capture_device", "location_data", "names_in_picture", "others_material"})
"""Controls that another picture puts right."""
