"""Recognisable faces of pupils in public."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, param
from gatepost.policy.controls.baseline.pictures import agreed, may_show_ours, pupils_may_be_in, ways_to_agree
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.permission import is_pupil
from gatepost.policy.verdict import Cause, Fix


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceShown(Control):
    """A pupil's recognisable face in public needs a written reason and a second look.

    Until somebody has said how a picture shows its pupils, the question itself is what is outstanding: the face
    is not presumed to be recognisable, and the picture is not called safe either.
    """

    name = "face_shown"
    family = "baseline"
    kinds = ("post",)
    triggers = ("media", "people")
    reads = ("media[].face_shown", "media[].reason", "approved_by", "people[].in_photo", "audience")
    asks = ("may we show a pupil's face",)

    approvers: int = param(2, says="people other than the author who must have agreed", stricter="higher")
    route: str = param("headteacher", says="who decides on a recognisable face")
    closed_to: Words = param(
        ("closed_group", "staff", "private_group"),
        says="audiences that are not the public",
        vocabulary="audience",
        stricter="subset",
    )

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("audience") in self.closed_to:
            yield Hit("allow", cause(facts, "audience"))
            return
        pictures = [item for item in facts.items("media") if may_show_ours(item)] if pupils_may_be_in(facts) else []
        for item in pictures:
            yield from self._picture(facts, item)
        if not pictures:
            yield from self._no_picture(facts)

    def _picture(self, facts: Facts, item: Item) -> Said:
        shown = item.get("face_shown")
        if shown is None:
            yield from _asked(item.at("face_shown"))
        elif shown != "recognisable":
            yield Hit("allow", (Cause(item.at("face_shown"), shown),))
        else:
            yield from self._recognisable(facts, item)

    def _recognisable(self, facts: Facts, item: Item) -> Said:
        because = (Cause(item.at("face_shown"), "recognisable"), *cause(facts, "approved_by"))
        enough = agreed(facts, approvers=self.approvers)
        if enough and item.get("reason"):
            yield Hit("allow", because)
            return
        missing = "" if item.get("reason") else item.at("reason")
        if missing:
            yield Unknown(missing, "needs_approval")
        if not enough:
            yield Unknown("approved_by", "needs_approval")
        asks = ways_to_agree(facts, reason_at=missing, approvers=self.approvers, route=self.route)
        yield Hit("needs_approval", because, route=self.route, fixes=(Fix("blur", fact=item.path), *asks))

    def _no_picture(self, facts: Facts) -> Said:
        """Say that no picture is at risk, unless a pupil is said to be in one that is not listed."""
        unlisted = [person for person in facts.items("people") if is_pupil(person) and person.get("in_photo") is True]
        if unlisted and not facts.items("media"):
            yield from _asked("media[0].face_shown")
        else:
            yield Hit("allow", cause(facts, "media") or (Cause("media", "no pupil in a picture"),))

    def explain(self) -> str:
        return (
            "Say how each picture shows the pupils in it. A recognisable face in public needs a written reason and "
            f"{self.approvers} people who agree; hands, work, backs, distance and blurred faces do not."
        )


def _asked(path: str) -> Said:
    yield Unknown(path, "needs_approval")
    yield Hit("required", (Cause(path, None),), fixes=(Fix("ask", role="author", fact=path),))
