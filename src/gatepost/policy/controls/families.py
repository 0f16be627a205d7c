"""What pupils and parents are asked, where a policy binds them."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Words, cause, listed, param
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.facts.vocabulary import OWN_CHILD
from gatepost.policy.outcomes import barred
from gatepost.policy.permission import NOT_HELD, is_pupil, stopped
from gatepost.policy.verdict import Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesByFamilies(Control):
    """Pictures of children that pupils and parents post."""

    name = "pictures_by_families"
    family = "images"
    kinds = ("question", "personal-post")
    triggers = ("people",)
    reads = ("people[].relationship", "people[].in_photo", "author.role", "people[].consents.photo_social")
    asks = ("may a parent post pictures of other children", "may pupils post photos of each other")

    released_by: str = param(says="what makes it right", choices=("own_child", "permission"))

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.actor not in ("parent", "pupil"):
            return
        for person in facts.items("people"):
            if is_pupil(person) and person.get("in_photo") is not False:
                yield self._person(setting, facts, person)

    def _person(self, setting: Setting, facts: Facts, person: Item) -> Hit:
        if self.released_by == "own_child":
            path, value = person.at("relationship"), person.get("relationship")
            fine = value in OWN_CHILD
        else:
            fine = self._agreed(facts, person)
            path, value = person.at("consents.photo_social"), True if fine else NOT_HELD
        return Hit("allow" if fine else barred(setting.strength, own=True), (Cause(path, value),))

    def _agreed(self, facts: Facts, person: Item) -> bool:
        """Tell whether the pupil agreed; which of the ways not to have agreed it was is nobody's business."""
        agreed = any(person.get(f"consents.{name}") is True for name in ("photo_social", "identified"))
        giver = person.get("consents.given_by")
        return agreed and not stopped(person, facts) and giver in (None, "pupil", "both", "parent_and_pupil", "self")

    def explain(self) -> str:
        if self.released_by == "own_child":
            return "Parents and carers picture their own children only."
        return "Pupils do not post a picture of another pupil who has not agreed."


@dataclass(frozen=True, slots=True, kw_only=True)
class FamiliesConduct(Control):
    """What pupils and parents are asked not to do online."""

    name = "families_conduct"
    family = "personal_use"
    kinds = ("question", "personal-post")
    triggers = ("topic", "text")
    reads = ("author.role", "channel")
    asks = ("may a parent complain on Facebook", "may pupils complain about a teacher online")

    subjects: Words = param(
        says="what about", choices=("complaint", "behaviour_incident", "inappropriate"), stricter="superset"
    )
    route: str | None = param(None, says="where it goes instead")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        classes = facts.classes("topic", "text", "concern", "nature") | frozenset(facts.get("tone") or ())
        wanted = {name for subject in self.subjects for name in _SUBJECTS[subject]}
        if facts.actor in ("parent", "pupil") and classes & wanted:
            outcome = barred(setting.strength, own=True) if setting.strength != "should" else "advise_against"
            yield Hit(outcome, cause(facts, "topic", "text", "tone"), route=self.route)

    def explain(self) -> str:
        instead = f" It goes through the {self.route.replace('_', ' ')} instead." if self.route else ""
        return f"Families are asked to keep this off social media: {listed(self.subjects)}.{instead}"


_SUBJECTS = {
    "complaint": ("complaint", "criticism", "disparaging"),
    "behaviour_incident": ("behaviour_incident",),
    "inappropriate": ("abusive", "offensive", "inappropriate", "bullying", "mocking", "sexist", "racist", "homophobic"),
}
