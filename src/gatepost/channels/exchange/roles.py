"""Roles as a register names them, and several in one cell."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from gatepost.policy.facts.roles import GROUP_OF
from gatepost.schools.roles import POSITIONS, ROLES, role_name

LONGEST: Final = 40
"""Letters of a role, as the register keeps it."""
_AT_SCHOOL: Final = frozenset({"staff", "governor", "trustee", "agency", "contractor", "volunteer"})
_WORDS: Final = frozenset(
    "head heads headteacher deputy assistant teacher teachers technician technicians manager managers officer officers "
    "pa secretary admin administrator administrators administration lead leads leader leaders coordinator director "
    "directors principal governor governors chair trustee trustees clerk office team teams staff bursar librarian "
    "tutor tutors senco dsl dpo slt elt ceo cfo coo editor editors chaplain receptionist webmaster apprentice "
    "marketer designer photographer coach".split()
)
"""Words by which a role is told from a name."""
_ALIKE: Final = (
    (r"(?:personal assistant|pa|p a) (?:to|of) (?:the )?(?:head|headteacher|principal)|head ?teachers? pa|heads? pa",
     "pa_to_headteacher"),
    (r"av\b.*\btechnicians?|audio ?visual technicians?", "av_technician"),
    (r"head|the head|head teacher|headteachers?|head of school", "headteacher"),
    (r"deputy|deputies|deputy heads?|deputy head ?teachers?", "deputy_headteacher"),
    (r"senior deputy|senior deputy head ?teachers?", "senior_deputy_head"),
    (r"(?:designated )?safeguarding lead", "dsl"),
    (r"data protection officer", "dpo"),
    (r"senior leadership(?: team)?|slt|senior leaders", "slt"),
    (r"executive leadership(?: team)?", "elt"),
    (r"(?:chair|chairman|chairwoman) of (?:the )?(?:governors|governing (?:body|board))", "chair_of_governors"),
    (r"office|(?:school |front |main )?office (?:staff|team)|admin|admin(?:istration)? (?:staff|team)", "office"),
    (r"(?:all )?staff|all school staff", "staff"),
    (r"(?:trust )?central team|trust team", "central_team"),
    (r"chief executive(?: officer)?", "ceo"),
    (r"teachers|teaching staff|all teachers", "teacher"),
    (r"governors", "governor"),
    (r"ict (?:and networks? )?director|director of ict", "director_of_ict_and_networks"),
)  # fmt: skip
_BY_NAME: Final = {
    **{role.replace("_", " "): role for role, group in GROUP_OF.items() if group in _AT_SCHOOL},
    **{role_name(slug).casefold(): slug for slug in (*POSITIONS, *ROLES)},
    **{slug.replace("_", " "): slug for slug in (*POSITIONS, *ROLES)},
}
_JOINT: Final = re.compile(r"\s+(?:and|&|\+|or)\s+|\s*/\s*", re.IGNORECASE)
_PARTS: Final = re.compile(r"[;,\n\r•|]+")


def role_of(text: str) -> str | None:
    """Return the slug of the role that a text names; None where nothing in it says that it is a role.

    A role that we do not know keeps its own name, as long as a word of it is one of a role.
    """
    said = _folded(text)
    known = _known(said)
    if known or not _WORDS & set(said.split()):
        return known
    return said.replace(" ", "_")


def is_known(text: str) -> bool:
    """Return whether a text is a role that schools commonly have."""
    return _known(_folded(text)) is not None


def _known(said: str) -> str | None:
    if said in _BY_NAME:
        return _BY_NAME[said]
    return next((slug for pattern, slug in _ALIKE if re.fullmatch(pattern, said)), None)


def _folded(text: str) -> str:
    bare = re.sub(r"[’']s?\b", "", text.casefold())
    words = re.findall(r"[0-9a-zà-ÿ]+", bare)
    return " ".join(words[1:] if words[:1] in (["the"], ["our"]) else words)


def parts_of(cell: str, *, known: Callable[[str], bool] = is_known) -> list[str]:
    """Return the roles and names of a cell one by one.

    Commas, semicolons and lines part them. “And”, “&” and “/” part them too where a role stands on either side: in
    “Media and Arts Technician” they do not.
    """
    pieces = (re.sub(r"(?i)^\s*(?:and|&|or)\s+", "", piece).strip(" .-–") for piece in _PARTS.split(cell))
    return [part for piece in pieces if piece for part in _split(piece, known)]


def _split(piece: str, known: Callable[[str], bool]) -> Iterator[str]:
    for joint in () if known(piece) else _JOINT.finditer(piece):
        left, right = piece[: joint.start()].strip(), piece[joint.end() :].strip()
        if left and right and (known(left) or (_is_role(left) and (known(right) or _is_role(right)))):
            yield left
            yield from _split(right, known)
            return
    yield piece


def _is_role(text: str) -> bool:
    return bool(_WORDS & set(_folded(text).split()))
