"""What a situation says itself, read before anything has been checked."""

from collections.abc import Mapping
from typing import Any


def facts_of(data: Any) -> Mapping[str, Any]:
    """Return the situation's facts; nothing where they are not a mapping, which the parser reports."""
    facts = data.get("facts") if isinstance(data, Mapping) else None
    return facts if isinstance(facts, Mapping) else {}


def given(facts: Mapping[str, Any], path: str) -> Any:
    """Return the value of a fact by its dotted path, or None where it is absent, null or out of reach."""
    if path in facts:
        return facts[path]
    head, _, rest = path.partition(".")
    inner = facts.get(head)
    return given(inner, rest) if rest and isinstance(inner, Mapping) else None


def words(facts: Mapping[str, Any], path: str) -> str:
    """Return a fact that is a text, or an empty text."""
    value = given(facts, path)
    return value if isinstance(value, str) else ""


def described(facts: Mapping[str, Any]) -> dict[str, str]:
    """Return the descriptions of pictures by path: they go out with the post, and are read out."""
    media = facts.get("media")
    items = enumerate(media if isinstance(media, list) else ())
    said = {f"media[{n}].alt_text": item.get("alt_text") for n, item in items if isinstance(item, Mapping)}
    return {path: text for path, text in said.items() if isinstance(text, str) and text.strip()}
