"""One effective answer per person and element: held or not held, and nothing of why.

Refused, never asked, withdrawn, objected to, expired and flagged by the safeguarding lead all read the same
here, so that nothing above this module can tell them apart (domain D-05).
"""

import re
from datetime import date

from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.facts.roles import GROUP_OF

PHOTO, NAME, QUOTE = "photo", "name", "quote"
FACT = {PHOTO: "consents.photo_social", NAME: "consents.name_social", QUOTE: "consents.quote_social"}
NOT_HELD = "not held"


def is_pupil(person: Item) -> bool:
    """Tell whether to protect this person as a pupil; somebody without a known role is."""
    role = person.get("role")
    return role is None or GROUP_OF.get(role, "pupil") == "pupil"


def stopped(person: Item, facts: Facts) -> bool:
    """Tell whether anything overrides the answers that were given."""
    if any(person.get(f"consents.{flag}") is True for flag in ("do_not_show", "withdrawn", "objected")):
        return True
    if person.get("consents.pupil_agrees") is False:
        return True
    expires = person.get("consents.expires")
    return isinstance(expires, str) and not _before(facts.today, expires)


def _before(today: date | None, expires: str) -> bool:
    """Tell whether today is no later than an end; a month runs to its last day, and no date is no permission."""
    end = _END.match(expires)
    return today is not None and end is not None and today.isoformat()[: len(end[0])] <= end[0]


_END = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?![\d-])")


def identifiable(person: Item, facts: Facts) -> bool:
    """Tell whether the person agrees to be identified, and neither refused a picture nor is stopped."""
    refused = person.get(FACT[PHOTO]) is False
    return person.get("consents.identified") is True and not refused and not stopped(person, facts)


def holds(person: Item, element: str, facts: Facts) -> bool:
    """Tell whether permission for the element is held today."""
    if stopped(person, facts):
        return False
    if person.get(FACT[element]) is True:
        return True
    agreed = person.get("consents.identified") is True and not is_pupil(person)
    if FACT[element] in person.values:
        return False  # asked about and not there, or refused: a wider permission does not stand in for it
    if element != QUOTE and agreed:
        return True
    listed = person.get("on_arbor_list") is True or person.get("parent_consent") is True
    return element == PHOTO and listed


def agreed_by_all(person: Item, element: str, facts: Facts) -> bool:
    """Tell whether permission is held and no parent of a pupil has said no: the most protective answer wins (D-06)."""
    return holds(person, element, facts) and not (is_pupil(person) and person.get("parent_consent") is False)


def needed(person: Item, facts: Facts, *, visible_names: bool = True) -> tuple[str, ...]:
    """Return the elements of a person that a post uses: photo, name, quote."""
    elements = []
    if person.get("in_photo") is True:
        elements.append(PHOTO)
    if named(person) or (visible_names and person.get("in_photo") is True and name_in_picture(facts)):
        elements.append(NAME)
    if person.get("quoted") is True:
        elements.append(QUOTE)
    return tuple(elements)


def named(person: Item) -> bool:
    """Tell whether the text names this person in any way."""
    return person.get("named_in_text") in ("first", "full", "surname", "initials")


def name_in_picture(facts: Facts) -> bool:
    """Tell whether a name can be read in a picture."""
    return any(item.get("names_visible") in ("first", "full", "surname") for item in facts.items("media"))
