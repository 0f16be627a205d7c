"""Contact with pupils, former pupils and parents."""

from dataclasses import dataclass
from datetime import date

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param, route_words
from gatepost.policy.facts.facts import Facts
from gatepost.policy.facts.vocabulary import CLOSE_FAMILY, IMMEDIATE_FAMILY, NOT_SOCIAL
from gatepost.policy.outcomes import barred

_FAMILY = {"none": frozenset[str](), "immediate": IMMEDIATE_FAMILY, "close": CLOSE_FAMILY}


_READS = (
    "contact_with.relationship",
    "contact_with.left",
    "contact_with.status",
    "contact_with.child_taught_by_me",
    "channel",
    "account",
    "initiated_by",
    "action",
)


def contact_group(facts: Facts) -> str | None:
    """Return who the contact is with: pupil, former_pupil, parent, family (others of a pupil's family), or None."""
    role = facts.get("contact_with.role")
    group = facts.group("contact_with.role")
    if group == "pupil" and facts.get("contact_with.status") in ("former", "left"):
        return "former_pupil"
    if group in ("pupil", "former_pupil", "parent"):
        return group
    if role is None and facts.get("audience") == "pupils":
        return "pupil"
    return "family" if role in ("relative", "grandparent", "sibling", "aunt", "uncle", "step_parent") else None


def months_since(left: object, today: date | None) -> int | None:
    """Return the whole months since somebody left, or None when either day is unknown."""
    if not isinstance(left, str) or today is None:
        return None
    parts = left.split("-")
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 7
    return (today.year - year) * 12 + today.month - month


def recent(facts: Facts, months: int) -> bool | None:
    """Tell whether a former pupil left within so many months; None when that is unknown."""
    since = months_since(facts.get("contact_with.left"), facts.today)
    return None if since is None else since <= months


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactBar(Control):
    """No friendship or direct contact with these people on social media."""

    name = "contact_bar"
    family = "contact"
    kinds = ("question", "access")
    triggers = ("contact_with.role",)
    reads = _READS
    asks = ("may I accept a friend request from a pupil", "may I be friends with a parent", "may I follow a pupil")

    people: Words = param(
        says="with whom", choices=("pupil", "former_pupil", "recent_leaver", "parent", "family"), stricter="superset"
    )
    except_family: str = param("none", says="whose family contact is excepted", choices=("none", "immediate", "close"))
    recent_months: int = param(
        24, says="months for which a leaver is recent; ours where the text gives none", stricter="higher"
    )
    not_on: Words = param(
        (), says="platforms that the definition does not reach", stricter="subset", vocabulary="platform"
    )
    any_means: bool = param(False, says="it reaches e-mail and other means beside social media", stricter="true")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "official" or facts.get("address") in ("school", "work"):
            return
        if facts.platform in self.not_on or (not self.any_means and facts.platform in NOT_SOCIAL):
            return
        because = cause(
            facts, "contact_with.role", "contact_with.relationship", "contact_with.left", "action", "audience"
        )
        if not self._reaches(facts):
            return
        family = _FAMILY[self.except_family]
        relation = facts.get("contact_with.relationship")
        if relation in family:
            yield Hit("allow", because)
            return
        if family and relation is None:
            yield Unknown("contact_with.relationship", "block")
        yield Hit(barred(setting.strength, own=True), because)

    def _reaches(self, facts: Facts) -> bool:
        group = contact_group(facts)
        if group == "former_pupil" and "recent_leaver" in self.people:
            return recent(facts, self.recent_months) is not False
        return group in self.people

    def explain(self) -> str:
        unless = {"none": "", "immediate": ", immediate family apart", "close": ", close family apart"}[
            self.except_family
        ]
        return f"No friendship or direct contact on social media with: {listed(self.people, last='and')}{unless}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPermission(Control):
    """Contact with a recent leaver is agreed with somebody first."""

    name = "contact_permission"
    family = "contact"
    kinds = ("question", "access")
    triggers = ("contact_with.role", "contact_with.left")
    reads = _READS
    asks = ("may I reply to a former pupil", "may I accept a request from somebody who left last year")

    route: str = param(says="whom to ask first")
    lifts: Words = param((), says="the bars that this way of asking stands in for", stricter="subset")
    recent_months: int = param(
        24, says="months for which a leaver is recent; ours where the text gives none", stricter="higher"
    )

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if contact_group(facts) != "former_pupil" or facts.get("account") == "official":
            return
        if facts.platform in NOT_SOCIAL:
            return
        is_recent = recent(facts, self.recent_months)
        if is_recent is None:
            yield Unknown("contact_with.left" if facts.today else "today", "needs_approval")
        if is_recent is False:
            return
        because = cause(facts, "contact_with.role", "contact_with.left", "initiated_by")
        if facts.get("contact_with.relationship") not in CLOSE_FAMILY:
            yield Hit("needs_approval", because, route=self.route, lifts=self.lifts)

    def explain(self) -> str:
        return (
            f"Before contact with a pupil who left within {self.recent_months} months, ask {route_words(self.route)}."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolAddressOnly(Control):
    """Messages to pupils go from a school address."""

    name = "school_address_only"
    family = "contact"
    kinds = ("question",)
    triggers = ("address", "contact_with.role")
    reads = ("channel", "purpose")
    asks = ("may I email a pupil from my own address", "how may I send homework to pupils")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.platform not in (None, "email", "learning_platform", "teams"):
            return
        if contact_group(facts) != "pupil" and facts.get("audience") != "pupils":
            return
        address = facts.get("address")
        because = cause(facts, "address", "contact_with.role")
        if address is None:
            yield Unknown("address", "block")
        else:
            yield Hit("allow" if address in ("school", "work") else "block", because)

    def explain(self) -> str:
        return "E-mail and learning platforms are used with pupils from a school address only."


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialContact(Control):
    """Contact that is needed with former pupils runs on official channels."""

    name = "official_contact"
    family = "contact"
    kinds = ("question",)
    triggers = ("contact_with.role",)
    reads = _READS
    asks = ("how may we stay in touch with former pupils",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if contact_group(facts) != "former_pupil":
            return
        because = cause(facts, "contact_with.role", "account")
        if facts.get("account") == "official" or facts.get("address") in ("school", "work"):
            yield Hit("allow", because)
        else:
            yield Hit("advise_against", because, supports=True)

    def explain(self) -> str:
        return "Where contact with a former pupil is needed it runs on official channels."
