"""What people do about a post: ask, leave it to others, take it down."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, cause, param, route_words
from gatepost.policy.controls.concerns import concerns
from gatepost.policy.facts.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPoster(Control):
    """A friend's post about oneself: ask for it to come down."""

    name = "ask_poster"
    family = "reporting"
    kinds = ("report",)
    triggers = ("about", "asked_to_remove")
    reads = ("posted_by.role", "removed")
    asks = ("a friend has posted something about me",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if "friend_about_me" not in concerns(facts):
            return
        because = cause(facts, "about", "posted_by.role", "asked_to_remove", "removed")
        if facts.true("removed") or facts.true("asked_to_remove"):
            yield Hit("no_action", because)
        else:
            yield Hit("required", because)

    def explain(self) -> str:
        return "Ask the friend to take it down, and report it to the site if need be."


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAlone(Control):
    """Nobody answers an abusive post by themselves."""

    name = "not_alone"
    family = "reporting"
    kinds = ("question", "report")
    triggers = ("proposed_action",)
    reads = ("posted_by.role", "names")
    asks = ("may I reply to a parent who is abusing me online", "can I message them myself")

    route: str | None = param(None, says="who deals with it instead")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        against = facts.has("posted_by.role") or facts.true("harmful") or bool(facts.items("names"))
        if against and facts.get("proposed_action") in ("reply_directly", "message", "confront"):
            yield Hit("block", cause(facts, "proposed_action", "posted_by.role"), route=self.route)

    def explain(self) -> str:
        return f"Do not deal with it yourself; it goes to {route_words(self.route)}."


_COMPLAINT = frozenset({"complaint", "criticism", "defamatory", "gossip_false"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeOpinion(Control):
    """Criticism that names and harms nobody is nobody's breach."""

    name = "free_opinion"
    family = "reporting"
    kinds = ("report",)
    triggers = ("nature", "harmful", "names")
    reads = ("posted_by.role", "content")
    asks = ("may a parent criticise the school online",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        unnamed = facts.has("names") and not facts.items("names")
        classes = facts.classes("nature", "content")
        praise = facts.has("names") and facts.false("harmful") and not classes & _COMPLAINT
        grave = facts.true("harmful") or concerns(facts) & {"illegal", "safeguarding", "colleague_activity"}
        mild = facts.false("harmful") or classes & {"criticism", "complaint"}
        if ((unnamed and mild) or praise) and not grave:
            yield Hit("no_action", cause(facts, "nature", "harmful", "posted_by.role"))

    def explain(self) -> str:
        return "People may hold and post an opinion; a report is due when it names somebody or does harm."


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDown(Control):
    """A post in breach comes down, and what that changes."""

    name = "take_down"
    family = "reporting"
    kinds = ("report", "question")
    triggers = ("deleted", "removed")
    reads = ("posted_by.role", "minutes_up")
    asks = ("do I have to delete my post", "does deleting it end the matter")

    route: str | None = param(None, says="who deals with what is left after deletion")
    refused: str | None = param(None, says="who deals with somebody who will not take it down")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.group("posted_by.role") not in ("staff", "governor", "trustee", "volunteer"):
            return
        because = cause(facts, "deleted", "removed", "posted_by.role")
        if facts.true("deleted") or facts.true("removed"):
            if self.route:
                yield Hit("escalate", because, route=self.route)
        elif facts.true("asked_to_remove") and self.refused and facts.kind == "report":
            yield Hit("escalate", because, route=self.refused)
        elif (facts.false("deleted") or facts.false("removed")) and not self.refused:
            yield Hit("required", because)

    def explain(self) -> str:
        after = (
            f" Deleting it does not end the matter: {route_words(self.route)} may still follow." if self.route else ""
        )
        return f"A post in breach is taken down when asked.{after}"
