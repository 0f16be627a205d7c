"""Free prose in a situation, and what named detectors make of it."""

from collections.abc import Mapping
from typing import Any, Final

from gatepost.detectors.topics import classify
from gatepost.detectors.topics.posts import is_about_school, is_school_news, kinds_of_post
from gatepost.policy.facts import FIELDS
from gatepost.screening.given import given, words

PROSE: Final = tuple(path for path, field in FIELDS.items() if field.type == "prose")
"""The facts that are free prose, such as `topic` and `content`."""


def read_prose(facts: Mapping[str, Any], *, kind: Any) -> dict[str, frozenset[str]]:
    """Return the classes of every prose fact that is given, by path.

    A person's own post is read as prose too, unless somebody has judged its tone; so is a comment, unless
    somebody has sorted it.
    """
    paths = [*PROSE]
    if kind == "personal-post" and given(facts, "tone") is None:
        paths.append("text")
    if given(facts, "comment.categories") is None:
        paths.append("comment.text")
    read = {path: classify(words(facts, path).replace("_", " ")) for path in paths}
    read["text"] = read.get("text", frozenset()) | _of_text(words(facts, "text"), kind)
    return {path: classes for path, classes in read.items() if classes}


def _of_text(text: str, kind: Any) -> frozenset[str]:
    """Return what kind of official post the text is, or that a personal one gives out the school's news."""
    if kind == "post":
        return kinds_of_post(text)
    if kind != "personal-post":
        return frozenset()
    told = (("school_news", is_school_news), ("school_matters", is_about_school))
    return frozenset(name for name, tells in told if tells(text))
