"""What a detector hands back: where, how sure, and why, in plain English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a text.

    `start` and `end` are Unicode code points into the text as given, half-open. `confidence` is 0 to 1: how often a
    finding of this kind is right, not a probability that anybody calibrated. `who` names the people of the roll whom it
    may be (UPN, or admission number where there is none); it is empty when more than twenty share the name.
    """

    type: str
    start: int
    end: int
    confidence: float
    why: str
    who: tuple[str, ...] = ()
