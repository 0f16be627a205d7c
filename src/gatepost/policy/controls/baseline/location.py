"""Where a picture was taken, and where pupils will be."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, param
from gatepost.policy.facts.facts import Facts
from gatepost.policy.permission import is_pupil
from gatepost.policy.verdict import Cause, Fix, Span

_NO_CAMERA = frozenset({"link", "logo", "graphic", "screenshot", "gif", "meme"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationData(Control):
    """Where a picture was taken, inside its file."""

    name = "location_data"
    family = "baseline"
    kinds = ("post",)
    triggers = ("media",)
    reads = ("media[].location", "media[].type")
    asks = ("does a photo give away where it was taken",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        for item in facts.items("media"):
            path, held = item.at("location"), item.get("location")
            if held is True:
                yield Hit("block", (Cause(path, held),), fixes=(Fix("remove", fact=path),))
            elif held is False:
                yield Hit("allow", (Cause(path, held),))
            elif item.get("type") not in _NO_CAMERA:
                yield Unknown(path, "block")

    def explain(self) -> str:
        return "Location and other metadata are taken out of a picture before it goes anywhere."


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveLocation(Control):
    """School, place and time of something to come, beside particular pupils."""

    name = "live_location"
    family = "baseline"
    kinds = ("post",)
    triggers = ("text",)
    reads = ("people", "approved_by")
    asks = ("may we post where pupils will be",)

    route: str = param("dsl", says="who decides")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        spans = [Span(item.fact, item.start, item.end) for item in facts.found if item.type == "future_place_time"]
        pupils = any(is_pupil(person) for person in facts.items("people"))
        agreed = self.route in (facts.get("approved_by") or ())
        for where in spans:
            because = (Cause(where.fact, "future_place_time"),)
            if pupils and not agreed:
                yield Hit("needs_approval", because, where=where, route=self.route, fixes=(Fix("remove", where),))
            elif pupils:
                yield Hit("allow", because, where=where)
            elif not facts.has("people"):
                yield Unknown("people", "needs_approval")

    def explain(self) -> str:
        return "Do not say where particular pupils will be and when; post after the event."
