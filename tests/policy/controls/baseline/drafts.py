"""Situations that differ from an ordinary, permitted post in what a test names, judged by the baseline."""

from typing import Any

from gatepost import library
from gatepost.policy import Reason, Verdict, evaluate, parse_situation
from gatepost.policy.facts import Found

HELD = {"photo_social": True, "name_social": True, "quote_social": True}
PUPIL = {"role": "pupil", "year": 8, "in_photo": True, "named_in_text": "none", "consents": HELD}
PHOTO = {
    "type": "photo",
    "face_shown": "hands_or_work",
    "capture_device": "school_device",
    "location": False,
    "alt_text": "Two hands and a clay pot.",
}
POST = {"channel": "facebook", "account": "official", "text": "A pot!", "people": [PUPIL], "media": [PHOTO]}


def judged(kind: str, facts: dict[str, Any], *, found: tuple[Found, ...] = (), policy: str | None = None) -> Verdict:
    """Return what the baseline says of a situation, behind a policy where one is named."""
    policies = [library.resolve(name) for name in (policy, library.BASELINE) if name]
    topics = {"content": frozenset({"nude_imagery"})} if "nude" in str(facts.get("content")) else None
    return evaluate(policies, parse_situation({"kind": kind, "facts": facts}, found=found, prose=topics))


def post(*, found: tuple[Found, ...] = (), policy: str | None = None, **facts: Any) -> Verdict:
    """Return what the baseline says of the ordinary post with these facts in place of its own; None leaves one out."""
    data = {key: value for key, value in {**POST, **facts}.items() if value is not None}
    return judged("post", {"today": "2026-11-21", **data}, found=found, policy=policy)


def pupil(**changes: Any) -> list[dict[str, Any]]:
    """Return the ordinary post's one pupil with these changes; None leaves a fact out."""
    return [{key: value for key, value in {**PUPIL, **changes}.items() if value is not None}]


def photo(**changes: Any) -> list[dict[str, Any]]:
    """Return the ordinary post's one picture with these changes; None leaves a fact out."""
    return [{key: value for key, value in {**PHOTO, **changes}.items() if value is not None}]


def reasons(verdict: Verdict, ref: str) -> list[Reason]:
    """Return what one clause says in a verdict."""
    return [reason for reason in verdict.reasons if reason.ref == ref]


def outcomes(verdict: Verdict, ref: str) -> list[str]:
    """Return the outcomes of one clause in a verdict."""
    return [reason.outcome for reason in reasons(verdict, ref)]
