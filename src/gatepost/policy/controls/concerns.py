"""What kind of concern a report or a comment is, as policies tell them apart."""

from gatepost.policy.facts.facts import Facts

ABUSE = frozenset(
    {"abusive", "threatening", "bullying", "racist", "sexist", "homophobic", "hateful", "harassing", "offensive"}
)
ILLEGAL = frozenset({"criminal_illegal", "nude_imagery", "radicalisation", "extremist"})
CONCERNS = (
    "pupil_contact",
    "pupil_contact_improper",
    "pupil_conduct",
    "staff_target",
    "complaint_naming",
    "organisation_reference",
    "person_reference",
    "friend_about_me",
    "repercussions",
    "colleague_activity",
    "pupil_activity",
    "head_activity",
    "illegal",
    "safeguarding",
    "misuse",
    "disparagement",
    "explicit_by_staff",
)
"""Every kind of concern that a control of reporting can be about."""

_PROSE = ("content", "nature", "concern", "topic")


def _classes(facts: Facts) -> frozenset[str]:
    classes = facts.classes(*_PROSE, "comment.text") | frozenset(facts.get("comment.categories") or ())
    nature = str(facts.get("nature") or "")
    for word in ("complaint", "criticism", "abuse", "gossip"):
        if word in nature:
            classes |= {"abusive" if word == "abuse" else word}
    return classes


def _roles(facts: Facts) -> set[str]:
    """Groups of everybody named in, or a party to, the matter."""
    roles = [item.get("role") for path in ("names", "parties") for item in facts.items(path)]
    groups = {_GROUPS.get(role, "staff") for role in roles if role}
    about = facts.group("about.role")
    return groups | ({about} if about else set())


_GROUPS = {"pupil": "pupil", "student": "pupil", "parent": "parent", "governor": "governor", "trustee": "trustee"}


def concerns(facts: Facts) -> frozenset[str]:
    """Return the kinds of concern that these facts describe."""
    found: set[str] = set()
    classes = _classes(facts)
    if facts.get("direction") == "pupil_to_staff":
        found |= _pupil_contact(classes)
    elif facts.kind in ("report", "comment"):
        found |= _posted(facts, classes)
    if classes & ILLEGAL or facts.true("imagery_of_child"):
        found |= {"illegal", "misuse", "safeguarding"}
    if "self_harm" in classes or "pupil_wellbeing" in classes:
        found.add("safeguarding")
    return frozenset(found)


def _pupil_contact(classes: frozenset[str]) -> set[str]:
    found = {"pupil_contact"}
    friendly = bool(classes & {"friendly", "work_matters", "celebration", "social"})
    improper = bool(classes & (ABUSE | {"sexual_approach", "nude_imagery", "inappropriate", "mocking"}))
    if improper or not friendly:
        found |= {"pupil_contact_improper", "misuse", "pupil_conduct"}
    return found


def _posted(facts: Facts, classes: frozenset[str]) -> set[str]:
    found: set[str] = set()
    roles = _roles(facts)
    poster = facts.get("posted_by.role")
    harmful = facts.true("harmful") or bool(classes & (ABUSE | {"defamatory", "gossip_false", "impersonation"}))
    if facts.get("about") == "self" and facts.group("posted_by.role") == "public":
        found.add("friend_about_me")
    if facts.true("repercussions_likely"):
        found.add("repercussions")
    if roles & {"staff", "governor", "trustee"} and harmful:
        found |= {"staff_target", "person_reference", "disparagement", "misuse"}
    if roles and classes & {"complaint", "criticism", "gossip_false"}:
        found |= {"complaint_naming", "person_reference", "disparagement"}
    if "pupil" in roles and harmful:
        found |= {"person_reference", "disparagement", "misuse", "safeguarding"}
    if facts.get("subject") in ("school", "trust") and (harmful or facts.false("harmful") is False):
        found |= {"organisation_reference", "disparagement"}
    found |= _activity(facts, poster, harmful, roles)
    return found


def _activity(facts: Facts, poster: object, harmful: bool, roles: set[str]) -> set[str]:
    found: set[str] = set()
    group = facts.group("posted_by.role")
    if poster in ("headteacher", "principal", "executive_headteacher"):
        found |= {"head_activity", "colleague_activity", "misuse"}
    elif group in ("staff", "governor", "volunteer", "trustee") or facts.get("subject") in ("colleagues", "staff"):
        found |= {"colleague_activity", "misuse"}
    elif group == "pupil" or facts.get("subject") in ("pupil", "pupils"):
        found |= {"pupil_activity", "misuse"}
        if harmful and roles & {"staff"}:
            found.add("pupil_conduct")
    return found
