"""Which boxes of a picture a finding is about, as words of a text are underlined."""

from collections.abc import Mapping
from typing import Any

from gatepost.publishing.assess import Assessment
from gatepost.publishing.findings import Finding
from gatepost.publishing.matter import ABOUT_NAMES
from gatepost.publishing.pictures.boxes import Spot, faces_left, spots
from gatepost.publishing.pictures.risk import recognisable


def boxes_of(finding: Finding, picture: Mapping[str, Any], assessment: Assessment) -> tuple[Spot, ...]:
    """Return the boxes of a picture of the content that a finding is about, none of them blurred."""
    every = spots(picture.get("seen", {}), picture.get("marks", {}))
    matter = finding.matter
    if matter.element == "photo":
        return tuple(one for one in faces_left(every) if one.said == "pupil" and one.pupil == matter.pupil)
    if matter.element == "name":
        # Whose a name is that a person said can be read, nobody knows: then each that was read may be meant.
        whoever = not matter.legible and matter.picture == picture["id"]
        return _names(every, picture, assessment, pupil=None if whoever else matter.pupil)
    if matter.picture != picture["id"]:
        return ()
    if finding.reason.control == "face_shown" and picture["face_shown"] == "recognisable":
        size = (picture["width"], picture["height"])
        return tuple(one for one in faces_left(every) if recognisable(one, size) and one.said != "adult")
    return _names(every, picture, assessment) if finding.reason.control in ABOUT_NAMES else ()


def _names(
    every: tuple[Spot, ...], picture: Mapping[str, Any], assessment: Assessment, *, pupil: int | None = None
) -> tuple[Spot, ...]:
    here = (one for one in assessment.legible if one.picture == picture["id"])
    keys = {one.key for one in here if pupil is None or pupil in one.pupils}
    return tuple(one for one in every if one.key in keys)
