"""Enquiries from the media, and speaking for the organisation."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause, param, route_words
from gatepost.policy.facts.facts import Facts

_MEDIA = ("journalist", "reporter", "editor", "press", "newspaper", "radio", "television", "tv", "broadcaster", "media")


def _from_the_media(facts: Facts) -> bool:
    """Tell whether the enquirer's role, in its own words, belongs to the press or broadcasting."""
    role = str(facts.get("enquirer.role")).casefold()
    return facts.group("enquirer.role") != "staff" and any(word in role.split("_") for word in _MEDIA)


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaEnquiry(Control):
    """A request for a comment for publication."""

    name = "media_enquiry"
    family = "media"
    kinds = ("question",)
    triggers = ("enquirer.role", "for_publication")
    reads = ("written_approval",)
    asks = ("a journalist has asked me for a comment",)

    route: str = param(says="to whom the enquiry goes")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        asked = facts.has("enquirer.role") or facts.true("for_publication")
        if facts.false("for_publication") or not asked:
            return
        if not (_from_the_media(facts) or facts.true("for_publication")):
            yield Unknown("for_publication", "needs_approval")
            return
        if not facts.has("written_approval"):
            yield Unknown("written_approval", "needs_approval")
        because = cause(facts, "enquirer.role", "for_publication", "written_approval")
        if facts.true("written_approval"):
            yield Hit("allow", because)
        elif facts.false("written_approval"):
            yield Hit("block", because, route=self.route)
        else:
            yield Hit("needs_approval", because, route=self.route)

    def explain(self) -> str:
        return f"No answer without written approval; pass the enquiry to {route_words(self.route)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionOnBehalf(Control):
    """Opinions in the organisation's name need authority."""

    name = "opinion_on_behalf"
    family = "media"
    kinds = ("post", "personal-post", "question")
    triggers = ("opinion_on_behalf",)
    reads = ("author.spokesperson_authority",)
    asks = ("may I give the school's opinion", "may I speak for the trust")

    route: str = param(says="who can authorise it")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        asked = facts.true("for_publication") and facts.has("enquirer.role")
        if not (facts.true("opinion_on_behalf") or (asked and not facts.false("opinion_on_behalf"))):
            return
        because = cause(facts, "opinion_on_behalf", "for_publication", "author.spokesperson_authority")
        if facts.get("author.spokesperson_authority") in self.route.split("|"):
            yield Hit("allow", because)
        else:
            yield Hit("needs_approval", because, route=self.route)

    def explain(self) -> str:
        return f"Nobody gives an opinion on the organisation's behalf without authority from {route_words(self.route)}."
