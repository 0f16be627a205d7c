"""Approval and editorial oversight."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, param, route_words
from gatepost.policy.facts.facts import Facts
from gatepost.policy.facts.vocabulary import NOT_SOCIAL, VALUES


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversight(Control):
    """Somebody with oversight sees a post before it goes out."""

    name = "oversight"
    family = "approval"
    kinds = ("post",)
    triggers = ("approved_by",)
    reads = ("people", "media", "account")
    asks = ("who has to approve a post", "may I post without anybody looking")

    of: str = param("everything", says="what needs it", choices=("everything", "people_and_pictures"))
    route: str | None = param(None, says="who gives it; the policy names nobody when empty")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal" or not self._concerned(facts):
            return
        if facts.approvals:
            yield Hit("allow", cause(facts, "approved_by"))
            return
        if not facts.has("approved_by") or facts.get("approved_by"):
            yield Unknown("approved_by", "needs_approval")
        yield Hit("needs_approval", cause(facts, "approved_by"), route=self.route)

    def _concerned(self, facts: Facts) -> bool:
        people = bool(facts.items("people") or facts.items("media") or facts.get("personal_data"))
        return self.of == "everything" or people

    def explain(self) -> str:
        what = "Every post" if self.of == "everything" else "A post with people, pictures or personal details"
        who = route_words(self.route) if self.route else "somebody with oversight; the policy does not name a role"
        return f"{what} is seen first by {who}."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkUse(Control):
    """Using social media for work needs the manager's approval first."""

    name = "work_use"
    family = "approval"
    kinds = ("post", "account", "question", "access")
    triggers = ("approved_by", "requested_by.role", "purpose")
    reads = ("working_hours", "manager_permission", "account", "channel")
    asks = ("may I use social media for work", "do I need approval to post for the school")

    route: str = param("line_manager", says="who approves")
    accepts: Words = param(
        ("line_manager", "managers", "line_leader", "headteacher", "principal", "ceo", "senior_deputy_head"),
        says="whose approval counts as the manager's",
        stricter="subset",
    )
    only_in_working_hours: bool = param(True, says="it concerns working hours alone", stricter="false")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not self._concerned(facts) or (self.only_in_working_hours and facts.false("working_hours")):
            return
        because = cause(facts, "approved_by", "manager_permission", "working_hours", "purpose", "requested_by.role")
        approvals = facts.approvals
        if facts.true("manager_permission") or any(role in self.accepts for role in approvals):
            yield Hit("allow", because)
            return
        if not facts.has("working_hours"):
            yield Unknown("working_hours", "needs_approval")
        if not facts.has("manager_permission"):
            yield Unknown("manager_permission", "needs_approval")
        outcome = "block" if facts.false("manager_permission") else "needs_approval"
        yield Hit(outcome, because, route=self.route if outcome == "needs_approval" else None)

    def _concerned(self, facts: Facts) -> bool:
        if facts.kind == "post":
            return bool(facts.get("account") != "personal")
        if facts.kind == "account":
            return facts.has("requested_by.role")
        working = "work_matters" in facts.classes("purpose") or facts.true("business.use")
        working |= facts.get("capacity") == "professional" and facts.true("working_hours")
        working |= facts.get("action") == "post" and facts.get("account") != "personal"
        return bool(working) and facts.platform not in NOT_SOCIAL and not facts.has("contact_with.role")

    def explain(self) -> str:
        when = " in working hours" if self.only_in_working_hours else ""
        return f"Using social media for work{when} needs prior approval from {route_words(self.route)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenUnsure(Control):
    """What to do when in doubt about a post."""

    name = "when_unsure"
    family = "approval"
    kinds = ("post", "personal-post", "question")
    triggers = ("uncertain",)
    asks = ("what if I am not sure whether to post it",)

    route: str | None = param(None, says="whom to talk to first; when empty the answer is not to post")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.true("uncertain"):
            return
        because = cause(facts, "uncertain")
        if self.route:
            yield Hit("needs_approval", because, route=self.route)
        else:
            yield Hit("block", because)

    def explain(self) -> str:
        return (
            f"If in doubt, hold it and talk to {route_words(self.route)}."
            if self.route
            else "If in doubt, do not post."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondChannel(Control):
    """News goes out by another way as well, so that everybody is reached."""

    name = "second_channel"
    family = "approval"
    kinds = ("post",)
    triggers = ("other_channels",)
    asks = ("may I tell parents by Facebook alone",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal":
            return
        others = facts.get("other_channels")
        if others is None:
            yield Unknown("other_channels", "required")
        else:
            reached = any(other in VALUES["other_channel"] for other in others)
            yield Hit("allow" if reached else "required", cause(facts, "other_channels"))

    def explain(self) -> str:
        return "Social media is never the only way: another means of communication goes with it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions(Control):
    """Where an idea for the official account goes."""

    name = "suggestions"
    family = "approval"
    kinds = ("question", "post")
    triggers = ("action",)
    asks = ("how do I get something on the school's page", "I have an idea for a post")

    route: str = param(says="whom to speak to")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("action") == "suggest_post":
            yield Hit("needs_approval", cause(facts, "action"), route=self.route)

    def explain(self) -> str:
        return f"Speak to {route_words(self.route)} if you would like something to appear."
