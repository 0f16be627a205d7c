"""What the author of a post says about it, as whoever signs it off reads it: each question with its answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from gatepost.publishing.asked_facts import NO_OTHER_WAY, Ask, given
from gatepost.publishing.content import Content
from gatepost.publishing.states import OTHER_WAYS
from gatepost.web import dates
from gatepost.web.forms.compose_pictures import CHOICES


@dataclass(frozen=True, slots=True)
class Claim:
    """What was asked, and what the author answered."""

    asked: str
    answer: str


def claims(content: Content) -> tuple[Claim, ...]:
    """Return everything that an author said of what they sent, apart from what stands in the post itself."""
    return (_when(content), *_other_ways(content), *_given(content), *_of_pictures(content["pictures"]))


def _when(content: Content) -> Claim:
    planned = content["go_out_at"]
    if not planned:
        return Claim("When should it go out?", "As soon as it is signed off")
    at = timezone.localtime(datetime.fromisoformat(planned))
    day = dates.day(at.date(), today=timezone.localdate())
    return Claim("When should it go out?", f"{day[0].upper()}{day[1:]} at {dates.clock(at)}")


def _other_ways(content: Content) -> Iterable[Claim]:
    ways = [OTHER_WAYS.get(one, one.replace("_", " ")) for one in content["other_ways"]]
    if not ways and content["said"].get("other_channels") == NO_OTHER_WAY:
        ways = ["No other way"]
    yield Claim("How else will people hear of it?", ", ".join(ways) or "Not said")


def _given(content: Content) -> Iterable[Claim]:
    said = content["said"]
    return (Claim(ask.label, _words(ask, said[ask.path])) for ask in given(said))


def _words(ask: Ask, value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(_words(ask, one) for one in value)
    return dict(ask.choices).get(value) or str(value)


def _of_pictures(pictures: list[dict[str, Any]]) -> Iterable[Claim]:
    for number, picture in enumerate(pictures, start=1):
        which = "the picture" if len(pictures) == 1 else f"picture {number}"
        for field, asked in _OF_A_PICTURE.items():
            answer = CHOICES[field].get(picture[field], picture[field])
            yield Claim(asked.format(which), answer or "Not said")


_OF_A_PICTURE: Final = {
    "face_shown": "How does {} show the people in it?",
    "names_visible": "Can a name be read in {}?",
    "capture_device": "What was {} taken with?",
}
