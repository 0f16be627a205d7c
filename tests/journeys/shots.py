"""The pictures of the documentation, taken by the journeys: what a page says cannot change without its picture.

`python3 dev.py test --shots` writes the pictures anew. Otherwise each is only compared, by the words of the page's
headings, labels and buttons: a pixel here or there makes no picture wrong, another word does.
"""

import hashlib
import json
import os
import re

from tests.habits import ROOT
from tests.journeys.visitor import Visitor

FOLDER = ROOT / "docs" / "how-to" / "img"
WORDS = FOLDER / "words.json"
"""What each picture showed when it was taken: the name of the picture → a digest of the words."""
SHOOTING = os.environ.get("GATEPOST_SHOTS") == "1"

SAYS = """() => [...document.querySelectorAll('h1, h2, h3, legend, label, button, th, summary, .govuk-button')]
    .filter(one => one.offsetParent !== null).map(one => one.innerText)"""
TIMES = re.compile(
    r"\d+|(mon|tues|wednes|thurs|fri|satur|sun)day|(yester|to)day|tomorrow|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|\b[ap]m\b",
    re.IGNORECASE,
)
"""What differs from one day to another."""


def check_shot(visitor: Visitor, name: str) -> None:
    """Take the picture `name`, or fail where the one that there is shows another page than this."""
    taken = json.loads(WORDS.read_text("utf-8")) if WORDS.is_file() else {}
    visitor.page.wait_for_load_state("networkidle")  # a picture or an answer on its way would be missing
    now = words(visitor)
    picture = FOLDER / f"{name}.png"
    if SHOOTING:
        FOLDER.mkdir(parents=True, exist_ok=True)
        visitor.page.screenshot(path=picture, animations="disabled", caret="hide")
        WORDS.write_text(json.dumps({**taken, name: now}, indent=1, sort_keys=True) + "\n", "utf-8")
        return
    assert picture.is_file(), f"There is no {picture.name}. {AGAIN}"
    assert taken.get(name) == now, f"The page is not what {picture.name} shows any more. {AGAIN}"


AGAIN = "Run `python3 dev.py test --shots tests/journeys`, and look at the picture."


def words(visitor: Visitor) -> str:
    """A digest of what the page's headings, labels and buttons say, whatever the day."""
    said = {TIMES.sub("", text).strip() for text in visitor.page.evaluate(SAYS)}
    return hashlib.sha256("\n".join(sorted(said)).encode()).hexdigest()[:16]
