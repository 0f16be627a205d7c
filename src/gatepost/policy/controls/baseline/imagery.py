"""Imagery that could be sexual and show somebody under 18: the refusal."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause, param
from gatepost.policy.controls.concerns import IMAGERY, concern_classes
from gatepost.policy.facts.facts import Facts

_HANDLING = frozenset({"keep_copies", "message", "post", "access_account", "delete"})
_EVIDENCE = ("content", "evidence.screenshot", "evidence.link", "evidence.description")
_CAUSES = ("imagery_of_child", "content", "nature", "concern", "topic", "comment.text", "action", "evidence.screenshot")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageryRefusal(Control):
    """Nobody looks at such imagery, copies it or sends it on; the safeguarding lead is told at once.

    Somebody who was asked and is not sure (null) is treated like somebody who said yes.
    """

    name = "imagery_refusal"
    family = "baseline"
    kinds = ("report", "question", "comment")
    triggers = ("imagery_of_child", "content")
    reads = ("nature", "concern", "topic", "comment.text", "action", "evidence.screenshot")
    asks = ("a pupil has sent a nude", "what do I do about a nude image of a pupil")

    route: str = param("dsl", says="who is told at once")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.false("imagery_of_child"):
            return
        asked = facts.has("imagery_of_child")
        if asked or IMAGERY in concern_classes(facts):
            yield Hit(self._outcome(facts), cause(facts, *_CAUSES), route=self.route)
        elif facts.kind == "report" and any(facts.has(path) for path in _EVIDENCE):
            yield Unknown("imagery_of_child", "report")

    def _outcome(self, facts: Facts) -> str:
        """Return a bar for somebody who asks to handle the imagery, and the duty to tell for everybody else."""
        if facts.kind == "question" and facts.get("action") in _HANDLING:
            return "block"
        return "report"

    def explain(self) -> str:
        return "Stop: do not look, copy, screenshot, send or delete. Tell the DSL now; children can use Report Remove."
