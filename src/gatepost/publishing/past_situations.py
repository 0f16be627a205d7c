"""An earlier post as a situation: what is known of it, and nothing that would have to be guessed.

Who wrote it, on which device and with whose agreement, nobody remembers: that is left out, and what clauses say of it
is too. What it shows and says, and of whom, is judged as in any post.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from gatepost.channels.models import Channel
from gatepost.consents.effective import Permissions
from gatepost.consents.models import Pupil
from gatepost.consents.roster import id_of
from gatepost.policy import Reason, Verdict
from gatepost.publishing.assess import STOPPING
from gatepost.publishing.models import PastPost
from gatepost.publishing.situations import Asked, Names, situation

_SHOWN: Final = STOPPING | {"needs_approval", "advise_against", "acknowledge_required"}
_ABOUT: Final = re.compile(r"^(?:people|media)\[|^text$")
_PERMISSION: Final = re.compile(r"^people\[(\d+)\]\.(?:consents\.|parent_consent$|on_arbor_list$)")
_UNSAID: Final = re.compile(r"^media\[\d+\]\.(?:alt_text|capture_device|reason|names_visible)$")
"""What nobody says of an old picture: it is not asked for either."""


def content_of(post: PastPost, pupils: frozenset[int], *, text: str) -> dict[str, Any]:
    """Return what a post is made of, in the form of a draft's content. `pupils` are those who are in the picture."""
    picture = {
        "id": 0, "sha256": "", "file": "", "width": 0, "height": 0, "alt_text": "", "face_shown": post.shows,
        "names_visible": "", "capture_device": "", "reason": "", "look": "none", "look_since": None, "seen": {},
        "marks": {}, "dhash": "", "pupils": sorted(pupils),
        "people_said": post.people_said or post.shows == "no_people",
    }  # fmt: skip
    return {
        "text": text, "channels": [], "named": [], "other_ways": [], "said": {}, "go_out_at": None, "waivers": [],
        "pictures": [] if post.shows == "no_picture" else [picture],
    }  # fmt: skip


def past_situation(
    content: Mapping[str, Any], *, channel: Channel, names: Names, pupils: Mapping[int, Pupil],
    permissions: Mapping[int, Permissions], at: datetime,
) -> dict[str, Any]:  # fmt: skip
    """Return the situation of kind `post`, without an author and without anybody's agreement."""
    asked = Asked(at=at, author_role="staff", approved_poster=False, trained=None)
    data = situation(
        content, channel=channel, asked=asked, names=names, pupils=pupils, permissions=permissions
    )  # fmt: skip
    # A school's post of years ago is official, whoever wrote it, and what is on today has no part in it.
    facts = {key: value for key, value in data["facts"].items() if key not in {"author", "incident_active"}}
    return {**data, "facts": facts}


def speaks(reason: Reason) -> bool:
    """Return whether a reason speaks against what a post shows or says, as far as that is known."""
    if reason.supports or reason.outcome not in _SHOWN:
        return False
    causes = [one for one in reason.because if _ABOUT.match(one.fact) and not _UNSAID.match(one.fact)]
    return any(one.value is not None for one in causes)


def about_it(verdict: Verdict) -> Verdict:
    """Return a verdict with the reasons alone that speak of what a post shows or says."""
    return replace(verdict, reasons=tuple(one for one in verdict.reasons if speaks(one)))


def ids_in(reason: Reason, people: Sequence[Mapping[str, Any]]) -> tuple[int, ...]:
    """Return the ids of the pupils whose permission a reason is about; of nobody where it is about something else."""
    places = (_PERMISSION.match(one.fact) for one in reason.because)
    found = (id_of(str(people[int(place[1])].get("upn", ""))) for place in places if place)
    return tuple(dict.fromkeys(key for key in found if key is not None))
