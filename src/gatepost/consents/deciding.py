"""What may be shown of one pupil, from everything that was ever answered about them. Pure.

The rule, for one element in one tier, and on one platform where the school asks about platforms one by one:

1. Of each giver the last answer counts: the last for the whole tier, and the last for the platform. Both must hold.
   A parent without a name is a giver of their own, so a no of nobody-knows-which parent stays until that is settled;
   and so is each relationship that such answers name: what a mother said is not taken back by a father. A list from
   the MIS, which nobody looked at line by line, takes back a no only where it names the same person. A yes to one
   platform on somebody's own page, where the others are asked about beside it, stands for itself: what that person
   said of the whole tier before does not count there any more. What they say of the whole tier later does.
2. A giver who no longer answers says yes to nothing: a contact whose time has ended, and every parent once the pupil
   answers alone.
3. A no of anybody is a no, whoever else said yes: also that of a giver who no longer answers, a pupil's own before they
   are asked, one of somebody without parental responsibility, and one on any lawful basis. It stays until the same
   giver says something else, or the DSL or the DPO sets it aside.
4. Where the basis is not consent, nothing more is needed: nobody objected.
5. Where it is consent, everybody who is asked and was ever answered for must say yes, in a yes that has not run out;
   and there must be such a yes of a parent, of the pupil, or of both, whoever answers.
6. A no to a platform is one to its closed pages too, those that only parents see: it is the same company. A yes to it
   says nothing about them.

Unanswered, run out and left open are simply not yes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gatepost.consents.elements import CLOSED, ELEMENTS, NOES, SPLIT
from gatepost.consents.relations import are_apart, relation_of


@dataclass(frozen=True, slots=True)
class Said:
    """One answer, as far as it matters. `contact` is None for a giver without a name; `ended_on` and
    `responsible` (parental responsibility, None where unknown) are the contact's. `listed` where a list brought it,
    `own_page` where the giver said it on their own page."""

    tier: str
    platform: str
    element: str
    state: str
    given_by: str
    contact: int | None = None
    ended_on: date | None = None
    responsible: bool | None = None
    in_writing: bool = True
    expires_on: date | None = None
    relationship: str = ""
    listed: bool = False
    own_page: bool = False

    @property
    def whose(self) -> tuple[str, int | None, str]:
        """Who gave it, as far as that can be told: two answers of two people are never of one of these."""
        nameless = self.contact is None and self.given_by != "pupil"
        return self.given_by, self.contact, relation_of(self.relationship) if nameless else ""

    def takes_back(self, before: "Said") -> bool:
        """Return whether this follows an earlier answer of the same `whose`, or leaves a no of perhaps another."""
        if before.state not in NOES or self.state in NOES or not self.listed or self.given_by == "pupil":
            return True
        return self.contact is not None and not are_apart(self.relationship, before.relationship)

    def stands_for_itself(self) -> bool:
        """Return whether it is a yes to one platform from a page that asks about each and about all others."""
        return self.own_page and not self.listed and self.platform != "" and self.state == "granted"

    def is_yes(self, *, on: date) -> bool:
        """Return whether it is a yes that holds on a day."""
        return self.state == "granted" and (self.expires_on is None or self.expires_on >= on)


@dataclass(frozen=True, slots=True)
class Permissions:
    """What may be shown of a pupil in one tier. Refused, unanswered and run out are all simply not in `held`.

    `given_by` and `in_writing` describe the answers that are held; None where what is held needs nobody's yes. `split`
    has what differs on one platform of the tier, which `on` asks for.
    """

    held: frozenset[str]
    given_by: str | None = None
    in_writing: bool = False
    split: tuple[tuple[str, "Permissions"], ...] = ()

    def allows(self, element: str) -> bool:
        """Return whether this element may be shown."""
        return element in self.held

    def on(self, platform: str) -> "Permissions":
        """Return what may be shown on one platform of the tier."""
        return dict(self.split).get(platform, self)

    def allows_everywhere(self, element: str) -> bool:
        """Return whether this element may be shown on every platform of the tier, whichever a school posts on.

        A platform that nothing was said about is as the tier is, so that none of them is left out.
        """
        return self.allows(element) and all(one.allows(element) for _, one in self.split)


NOTHING = Permissions(frozenset())

Bases = Mapping[tuple[str, str, str], str]
"""(tier, platform or "", element) → a lawful basis. What is missing is consent."""


def decided(said: Sequence[Said], *, tier: str, bases: Bases, who: str, on: date) -> Permissions:
    """Return what may be shown of a pupil in one tier on a day. `said` is in the order in which it was given."""
    here = [one for one in said if one.tier == tier]
    if tier == CLOSED:
        here += _noes_to_platforms(said)
    platforms = {one.platform for one in here} | {platform for of, platform, _ in bases if of == tier}
    whole = _on(here, tier, "", bases=bases, who=who, on=on)
    split = [(one, _on(here, tier, one, bases=bases, who=who, on=on)) for one in sorted(platforms - {""})]
    return Permissions(whole.held, whole.given_by, whole.in_writing, tuple(split))


def _noes_to_platforms(said: Sequence[Said]) -> list[Said]:
    """Return the noes to single platforms that their givers have not taken back, as they count in the closed tier."""
    last: dict[tuple[object, ...], Said] = {}
    for one in said:
        key = one.whose, one.platform, one.element
        if one.tier == SPLIT and one.platform and (key not in last or one.takes_back(last[key])):
            last[key] = one
    return [replace(one, tier=CLOSED) for one in last.values() if one.state in NOES]


def _on(said: Sequence[Said], tier: str, platform: str, *, bases: Bases, who: str, on: date) -> Permissions:
    last: dict[str, dict[tuple[object, ...], Said]] = {}
    for one in said:
        if one.platform in ("", platform):
            given, whose = last.setdefault(one.element, {}), (one.whose, one.platform)
            if whose not in given or one.takes_back(given[whose]):
                given[whose] = one
                if one.stands_for_itself():
                    given.pop((one.whose, ""), None)
    held: set[str] = set()
    rests_on: list[Said] = []
    for element in ELEMENTS:
        basis = bases.get((tier, platform, element)) or bases.get((tier, "", element), "consent")
        answers = [one for one in last.get(element, {}).values() if one.state in NOES or _is_asked(one, who=who, on=on)]
        yes = [one for one in answers if _may_say_yes(one, who=who) and one.is_yes(on=on)]
        if _holds(answers, yes, consent=basis == "consent", who=who):
            held.add(element)
            rests_on += yes
    return _described(frozenset(held), rests_on)


def _holds(answers: Iterable[Said], yes: Sequence[Said], *, consent: bool, who: str) -> bool:
    if any(one.state in NOES for one in answers):
        return False
    asked = [one for one in answers if _may_say_yes(one, who=who)]
    needed = {"parent", "pupil"} if who == "both" else {who}
    return not consent or (len(yes) == len(asked) and needed <= {one.given_by for one in yes})


def _is_asked(one: Said, *, who: str, on: date) -> bool:
    ended = one.ended_on is not None and one.ended_on < on
    return not ended and not (one.given_by == "parent" and who == "pupil")


def _may_say_yes(one: Said, *, who: str) -> bool:
    return one.responsible is not False and who in (one.given_by, "both") and one.given_by != "other"


def _described(held: frozenset[str], rests_on: Sequence[Said]) -> Permissions:
    givers = {one.given_by for one in rests_on}
    giver = "parent" if "parent" in givers else min(givers, default=None)
    return Permissions(held, giver, bool(rests_on) and all(one.in_writing for one in rests_on))
