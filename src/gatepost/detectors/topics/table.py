"""The visible table of topics: class → the words that stand for it, as school staff write.

The words are package data (`words/topics.txt`): lists of our own, from the concerns that the five policies and the
field's guidance name (requirements, domain A and G).
"""

from importlib.resources import files
from typing import Final


def _read(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    topic = ""
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            topic = line[1:-1]
        elif topic and not line.startswith("#"):
            found[topic] = (*found.get(topic, ()), *(w for part in line.split(" ;") if (w := part.strip())))
    return found


_FILE = files("gatepost.detectors.topics").joinpath("words", "topics.txt")
TOPICS: Final[dict[str, tuple[str, ...]]] = _read(_FILE.read_text(encoding="utf-8"))
"""Class → stems and phrases, matched at the start of a word; one that ends in `$` is matched as a whole word."""
