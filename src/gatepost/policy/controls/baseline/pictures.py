"""Which pictures may show somebody, and who has agreed to showing them."""

from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.permission import is_pupil
from gatepost.policy.verdict import Fix

HIDDEN = ("no_people", "hands_or_work", "back_or_distance", "blurred")
"""Ways of showing people by which nobody is recognised."""

_NO_PEOPLE = frozenset({"link", "logo", "graphic"})
_OTHERS = frozenset({"third_party", "stock", "licensed"})


def may_show_ours(item: Item) -> bool:
    """Tell whether a picture may show people of the school: not a logo, not bought, not said to be empty."""
    empty = item.get("type") in _NO_PEOPLE or item.get("face_shown") == "no_people"
    return not empty and item.get("source") not in _OTHERS


def pupils_may_be_in(facts: Facts) -> bool:
    """Tell whether pupils may be in the pictures: until people are listed, and until each is said not to be."""
    if not facts.has("people"):
        return True
    return any(is_pupil(person) and person.get("in_photo") is not False for person in facts.items("people"))


def agreed(facts: Facts, *, approvers: int) -> bool:
    """Tell whether so many people other than the author have agreed."""
    return len(set(facts.approvals)) >= approvers


def ways_to_agree(facts: Facts, *, reason_at: str, approvers: int, route: str) -> tuple[Fix, ...]:
    """Return what is still to be asked before so many people have agreed in the light of a written reason.

    `reason_at` is the path of the reason, or nothing where it is written.
    """
    fixes = [Fix("ask", role="author", fact=reason_at)] if reason_at else []
    if not agreed(facts, approvers=approvers):
        someone = "second_approver" if route in (facts.get("approved_by") or ()) else route
        fixes.append(Fix("ask", role=someone, fact="approved_by"))
    return tuple(fixes)
