"""What kind of concern a report or a comment is, as policies tell them apart."""

import re

from gatepost.policy.facts.facts import Facts

ABUSE = frozenset(
    {
        "abusive",
        "threatening",
        "bullying",
        "racist",
        "sexist",
        "homophobic",
        "hateful",
        "harassing",
        "offensive",
        "mocking",
        "disparaging",
        "discriminatory",
    }
)
IMAGERY = "nude_imagery"
ILLEGAL = frozenset({"criminal_illegal", IMAGERY, "radicalisation", "extremist"})
CONCERNS = (
    "pupil_contact",
    "pupil_contact_improper",
    "pupil_conduct",
    "former_pupil_contact",
    "online_safety",
    "staff_target",
    "complaint_naming",
    "organisation_reference",
    "person_reference",
    "friend_about_me",
    "repercussions",
    "colleague_activity",
    "colleague_conduct",
    "pupil_activity",
    "head_activity",
    "illegal",
    "safeguarding",
    "misuse",
    "disparagement",
    "disparagement_by_staff",
    "offensive",
    "explicit_by_staff",
)
"""Every kind of concern that a control of reporting can be about. `misuse` is what no narrower kind names."""

_FILTERING = re.compile(
    r"\bfiltering\b|\b(?:web|internet|school|the|safety) filters?\b|\bfilter (?:is )?(?:down|off)\b"
)
_PROSE = ("content", "nature", "concern", "topic", "comment.text")
_IMPROPER = ABUSE | {"sexual_approach", IMAGERY, "inappropriate"}
_FRIENDLY = frozenset({"friendly", "work_matters", "celebration", "social"})
_HARM = ABUSE | {"defamatory", "gossip_false", "impersonation", "disrepute"}
_COMPLAINT = frozenset({"complaint", "criticism", "gossip_false"})
_STAFF = frozenset({"staff", "governor", "trustee", "volunteer"})
HEADS = frozenset({"headteacher", "principal", "executive_headteacher"})
_WORDS = {"abuse": "abusive", "complaint": "complaint", "criticism": "criticism", "disparaging": "disparaging"}


def concerns(facts: Facts) -> frozenset[str]:
    """Return the kinds of concern that these facts describe."""
    classes = concern_classes(facts)
    found = _narrow(facts, classes)
    # To accuse somebody of a crime is not to report one.
    unlawful = classes & (ILLEGAL - {"criminal_illegal"} if "defamatory" in classes else ILLEGAL)
    if (unlawful or facts.true("imagery_of_child")) and "explicit_by_staff" not in found:
        found |= {"illegal", "misuse", "safeguarding"}
    if _FILTERING.search(f"{facts.get('content') or ''} {facts.get('topic') or ''}".casefold()):
        found |= {"online_safety", "misuse"}
    if classes & {"self_harm", "pupil_wellbeing"}:
        found.add("safeguarding")
    return frozenset(found)


def _narrow(facts: Facts, classes: frozenset[str]) -> set[str]:
    """Sort by who did what to whom, which decides before what kind of content it is."""
    direction = facts.get("direction")
    if direction == "pupil_to_staff":
        return _pupil_contact(facts, classes)
    if direction == "former_pupil_to_staff":
        return {"former_pupil_contact"}
    if facts.get("about") == "self" and facts.group("posted_by.role") == "public":
        return _about_me(facts, classes)
    if _explicit_by_staff(facts, classes):
        return {"explicit_by_staff", "colleague_activity", "misuse"}
    return _posted(facts, classes) if facts.kind in ("report", "comment") else set()


def concern_classes(facts: Facts) -> frozenset[str]:
    """Return what the matter is, from its prose, its categories and its stated nature."""
    nature = str(facts.get("nature") or "")
    stated = {name for word, name in _WORDS.items() if word in nature}
    given = facts.get("comment.categories")
    paths = _PROSE if given is None else _PROSE[:-1]
    return facts.classes(*paths) | frozenset(given or ()) | stated


def groups_named(facts: Facts) -> frozenset[str]:
    """Return the groups of everybody whom the matter names or is about."""
    roles = [item.get("role") for item in facts.items("names")]
    groups = {_GROUPS.get(role, "staff") for role in roles if role}
    about = facts.group("about.role")
    return frozenset(groups | ({about} if about else set()))


_GROUPS = {"pupil": "pupil", "student": "pupil", "parent": "parent", "governor": "governor", "trustee": "trustee"}


def _pupil_contact(facts: Facts, classes: frozenset[str]) -> set[str]:
    improper = bool(classes & _IMPROPER) or facts.true("harmful")
    proper = bool(classes & _FRIENDLY) or facts.false("harmful")
    if improper or not proper:
        return {"pupil_contact", "pupil_contact_improper", "misuse", "pupil_conduct"}
    return {"pupil_contact"}


def _about_me(facts: Facts, classes: frozenset[str]) -> set[str]:
    found = {"friend_about_me"}
    if facts.true("repercussions_likely"):
        found |= {"repercussions", "disparagement"}
    return found | {"disparagement"} if facts.true("harmful") or classes & _HARM else found


def _explicit_by_staff(facts: Facts, classes: frozenset[str]) -> bool:
    parties = facts.items("parties")
    return IMAGERY in classes and bool(parties) and all(_GROUPS.get(p.get("role"), "staff") == "staff" for p in parties)


def _posted(facts: Facts, classes: frozenset[str]) -> set[str]:
    """Sort what somebody posted by who posted it and whom it hits."""
    poster = facts.group("posted_by.role") or facts.group("commenter.role")
    harmful = facts.true("harmful") or bool(classes & _HARM)
    about_us = facts.get("subject") in ("colleagues", "staff", "headteacher") and poster is None
    if poster in _STAFF or about_us or facts.items("parties"):
        return _by_colleague(facts, harmful=facts.true("harmful"))
    found = _against(facts, classes, harmful=harmful)
    if "bullying" in classes and "staff_target" not in found:
        found |= {"online_safety", "misuse", "safeguarding"}
    elif poster == "pupil" or facts.get("subject") in ("pupil", "pupils"):
        found |= {"pupil_conduct"} if "staff_target" in found else {"pupil_activity"}
        if "disparagement" not in found:
            found.add("misuse")
    return found


def _by_colleague(facts: Facts, *, harmful: bool) -> set[str]:
    if facts.get("posted_by.role") in HEADS or facts.get("subject") == "headteacher":
        found = {"head_activity", "colleague_activity", "colleague_conduct"}
        return found | {"disparagement"} if harmful else found
    found = {"colleague_activity", "misuse", "colleague_conduct"}
    return found | {"disparagement_by_staff"} if harmful else found


def _against(facts: Facts, classes: frozenset[str], *, harmful: bool) -> set[str]:
    found: set[str] = set()
    named = groups_named(facts)
    if named & _STAFF and harmful:
        found |= {"staff_target", "person_reference", "disparagement"}
    if named and classes & _COMPLAINT:
        found |= {"complaint_naming"} if facts.false("harmful") else {"complaint_naming", "disparagement"}
    if "pupil" in named and harmful:
        found |= {"person_reference", "disparagement", "safeguarding"}
    if facts.true("repercussions_likely"):
        found.add("repercussions")
    if harmful:
        found.add("offensive")
    if facts.get("subject") in ("school", "trust", "organisation") and harmful:
        found |= {"organisation_reference", "disparagement"}
    return found
