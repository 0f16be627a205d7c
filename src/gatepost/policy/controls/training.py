"""Reading, training and what a breach can bring."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause, param, route_words
from gatepost.policy.facts.facts import Facts
from gatepost.policy.facts.roles import group_of
from gatepost.policy.verdict import Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Control):
    """Staff have read and accepted the policy."""

    name = "acknowledged"
    family = "training"
    kinds = ("lifecycle",)
    triggers = ("staff",)
    reads = ("staff[].acknowledged", "team")
    asks = ("who has not read the policy",)

    route: str | None = param(None, says="who sees to it")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        scope = setting.head.people
        for person in facts.items("staff"):
            if scope and (group_of(person.get("role") or "") or "staff") not in scope:
                continue
            value = person.get("acknowledged")
            because = (Cause(person.at("acknowledged"), value), *cause(facts, "team"))
            if value is True:
                yield Hit("no_action", because)
            else:
                if value is None:
                    yield Unknown(person.at("acknowledged"), "acknowledge_required")
                yield Hit("acknowledge_required", because, route=self.route)

    def explain(self) -> str:
        return f"Everybody reads and accepts the policy; {route_words(self.route)} sees to it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained(Control):
    """Training that can be required before posting."""

    name = "trained"
    family = "training"
    kinds = ("post",)
    triggers = ("author.training_done",)
    asks = ("do I need training before I post for the school",)

    required: bool = param(False, says="nobody posts without it", stricter="true")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal" or not facts.has("author.training_done"):
            return
        if facts.true("author.training_done"):
            yield Hit("allow", cause(facts, "author.training_done"))
        elif self.required:
            yield Hit("required", cause(facts, "author.training_done"))
        else:
            yield Hit("no_action", cause(facts, "author.training_done"))

    def explain(self) -> str:
        return "Training is required before posting." if self.required else "Training may be required before posting."


_SANCTIONS = ("disciplinary_action", "dismissal", "gross_misconduct")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction(Control):
    """How far a sanction for a breach may go."""

    name = "sanction"
    family = "reporting"
    kinds = ("question",)
    triggers = ("proposed_action",)
    reads = ("topic", "contact_with.role")
    asks = ("can I be dismissed for a post", "what happens if somebody breaks the policy")

    most: str = param(says="the heaviest sanction the text names", choices=_SANCTIONS)
    about: str = param("", says="a word of the topic without which the clause is not the subject")
    route: str = param("disciplinary_process", says="the process that decides")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        action = facts.get("proposed_action")
        topic = str(facts.get("topic") or "").casefold()
        imagery = self.about == "explicit" and "nude_imagery" in facts.classes("topic")
        if action not in _SANCTIONS or (self.about and not imagery and self.about not in topic):
            return
        if _SANCTIONS.index(action) <= _SANCTIONS.index(self.most):
            yield Hit("required", cause(facts, "proposed_action", "topic"), route=self.route)

    def explain(self) -> str:
        return (
            f"A breach can bring {self.most.replace('_', ' ')} at most, decided by the {self.route.replace('_', ' ')}."
        )
