"""Descriptions of pictures."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown
from gatepost.policy.facts.facts import Facts
from gatepost.policy.verdict import Cause, Fix

_NO_DESCRIPTION = ("video", "link")
"""A film needs captions, which are asked about at sign-off; a link's picture is described by its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AltText(Control):
    """Pictures have a description for people who cannot see them."""

    name = "alt_text"
    family = "baseline"
    kinds = ("post",)
    triggers = ("media",)
    reads = ("media[].alt_text", "media[].type")
    asks = ("do pictures need alt text",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        for item in facts.items("media"):
            path, text = item.at("alt_text"), item.get("alt_text")
            if item.get("type") in _NO_DESCRIPTION:
                continue
            if text is None:
                yield Unknown(path, "required")
            elif text.strip():
                yield Hit("allow", (Cause(path, "given"),))
            else:
                yield Hit("required", (Cause(path, ""),), fixes=(Fix("ask", role="author", fact=path),))

    def explain(self) -> str:
        return "Every picture has a short description for people who cannot see it."
