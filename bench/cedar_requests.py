"""Situations as Cedar requests: one for the post and one for each use of a person, or one for a contact."""

from datetime import date
from typing import Any

from gatepost.policy import CompiledPolicy, Situation
from gatepost.policy.controls.baseline.pictures import may_show_ours, pupils_may_be_in
from gatepost.policy.controls.contact import contact_group, months_since
from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.document_rows import open_row
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.facts.vocabulary import ALIASES
from gatepost.policy.permission import FACT, is_pupil, name_in_picture, needed

_EVERYWHERE = frozenset({"channel", "account", "author.role", "today", "initiated_by", "audience"})
_CONTACT = _EVERYWHERE | {"action", "address"}
_CONTACT |= {f"contact_with.{part}" for part in ("role", "status", "relationship", "left")}
_POST = _EVERYWHERE | set(
    "text media people account_name author.approved_poster author.training_done approved_by other_channels "
    "posted_from.device posted_from.network working_hours manager_permission tone personal_data political commercial "
    "business.relation business.directly_related confidential embargoed uncertain objective post_type claims "
    "links_to_staff_account privacy_settings_checked".split()
)
_HIDDEN = ("no_people", "hands_or_work", "back_or_distance", "blurred")
_NAMES = ("first", "surname", "full")
_GIVERS = {"carer": "parent", "both": "parent", "parent_and_pupil": "parent", "individual": "pupil", "self": "pupil"}


def read_by_controls(kind: str) -> frozenset[str]:
    """Return the facts that any control of the catalogue says it reads in situations of this kind."""
    controls = [control for control in CONTROLS.values() if kind in control.kinds]
    return frozenset(path for control in controls for path in (*control.triggers, *control.reads))


_MATTERS = {kind: read_by_controls(kind) for kind in ("post", "question")}


def sayable(situation: Situation) -> bool:
    """Tell whether Cedar can say it: a member of staff's act, and every fact that matters is one it is given."""
    facts = situation.facts
    if facts.actor != "staff":
        return False
    if situation.kind == "post":
        return facts.get("account") != "personal" and facts.given & _MATTERS["post"] <= _POST
    contact = situation.kind == "question" and facts.has("contact_with.role")
    return contact and facts.given & _MATTERS["question"] <= _CONTACT


def requests(policy: CompiledPolicy, situation: Situation) -> list[dict[str, Any]]:
    """Return the requests whose answers must all be yes."""
    facts = situation.facts
    if situation.kind == "question":
        return [_request(policy, facts, "contact", _contact(facts))]
    post = [_request(policy, facts, "post", _post(policy, facts))]
    uses = [(person, element) for person in facts.items("people") for element in needed(person, facts)]
    return post + [_request(policy, facts, "use", _use(facts, person, element)) for person, element in uses]


def _request(policy: CompiledPolicy, facts: Facts, action: str, context: dict[str, Any]) -> dict[str, Any]:
    return {
        "principal": {"type": "Role", "id": facts.get("author.role") or "staff"},
        "action": {"type": "Action", "id": action},
        "resource": {"type": "School", "id": policy.id},
        "context": {key: value for key, value in context.items() if value is not None},
    }


def _post(policy: CompiledPolicy, facts: Facts) -> dict[str, Any]:
    media, approvals = facts.items("media"), facts.get("approved_by") or ()
    theirs = [item for item in media if item.get("source") == "third_party"]
    row = open_row(policy.document.head.channels, facts)
    pictures = [item for item in media if may_show_ours(item)]
    shown = [item for item in pictures if item.get("face_shown") == "recognisable" and pupils_may_be_in(facts)]
    return {
        "platform": facts.platform,
        "row": {"__entity": {"type": "Row", "id": f"{policy.id}/{row.ref}"}} if row and row.posters else None,
        "approved_poster": facts.true("author.approved_poster"),
        "approved": bool(approvals),
        "approved_by": list(approvals),
        "approvers": len(set(approvals) - {facts.get("author.role")}),
        "people_or_pictures": bool(facts.items("people") or media or facts.get("personal_data")),
        "outside_working_hours": facts.false("working_hours"),
        "manager_permission": facts.true("manager_permission"),
        "tone": _listed(facts, "tone"),
        "personal_data": _listed(facts, "personal_data"),
        "objective": facts.get("objective"),
        "political": facts.true("political"),
        "advert": _advert(facts),
        "confidential": facts.true("confidential"),
        "embargoed": facts.true("embargoed"),
        "uncertain": facts.true("uncertain"),
        "claims": facts.true("claims"),
        "staff_link": facts.true("links_to_staff_account"),
        "unpermitted_media": any(item.get("permission") is not True for item in theirs),
        "uncredited_media": any(item.get("credited") is not True for item in theirs),
        "name_in_picture": name_in_picture(facts),
        "recognisable": bool(shown),
        "reason_written": all(item.get("reason") for item in shown),
        "closed_audience": facts.get("audience") in ("closed_group", "staff", "private_group"),
        "face_unsaid": pupils_may_be_in(facts) and any(item.get("face_shown") is None for item in pictures),
        "people_unsaid": bool(pictures) and _somebody_unsaid(facts),
        "location": any(item.get("location") is True for item in media),
        "picture_without_words": any(item.get("alt_text") == "" for item in media),
    }


def _somebody_unsaid(facts: Facts) -> bool:
    return not facts.has("people") or any(person.get("in_photo") is None for person in facts.items("people"))


def _advert(facts: Facts) -> bool:
    business = any(facts.has(path) for path in ("business.relation", "business.directly_related"))
    unrelated = not facts.true("business.directly_related") and not facts.false("commercial")
    return unrelated and (business or facts.true("commercial"))


def _use(facts: Facts, person: Item, element: str) -> dict[str, Any]:
    giver = person.get("consents.given_by")
    granted = person.get(FACT[element])
    return {
        "element": element,
        "pupil": is_pupil(person),
        "pictured": person.get("in_photo") is True,
        "style": "first" if person.get("named_in_text") == "initials" else person.get("named_in_text") or "none",
        "legible": [item.get("names_visible") for item in facts.items("media") if item.get("names_visible") in _NAMES],
        "name_in_picture": name_in_picture(facts),
        "faceless": all(item.get("face_shown") in _HIDDEN for item in facts.items("media")),
        "granted": granted is True,
        "on_list": granted is None and (person.get("on_arbor_list") is True or person.get("parent_consent") is True),
        "identified": granted is None and element != "quote" and person.get("consents.identified") is True,
        "do_not_show": person.get("consents.do_not_show") is True,
        "withdrawn": person.get("consents.withdrawn") is True,
        "objected": person.get("consents.objected") is True,
        "pupil_refuses": person.get("consents.pupil_agrees") is False,
        "parent_refuses": person.get("parent_consent") is False,
        "expires": _number(person.get("consents.expires")),
        "today": _number(facts.get("today")),
        "giver": _GIVERS.get(giver, giver) if person.get("parent_consent") is not True else None,
        "written": person.get("consents.written") is True,
    }


def _contact(facts: Facts) -> dict[str, Any]:
    return {
        "with": contact_group(facts) or "other",
        "relation": facts.get("contact_with.relationship") or "unknown",
        "platform": ALIASES.get(facts.get("channel"), facts.get("channel")),
        "official": facts.get("account") == "official" or facts.get("address") in ("school", "work"),
        "months": months_since(facts.get("contact_with.left"), facts.today),
    }


def _listed(facts: Facts, path: str) -> list[str] | None:
    value = facts.get(path)
    return None if value is None else list(value)


def _number(value: Any) -> int | None:
    """Return a day as a number that orders as days do, since Cedar does not order texts."""
    return (
        int(date.fromisoformat(value[:10]).strftime("%Y%m%d")) if isinstance(value, str) and len(value) >= 10 else None
    )
