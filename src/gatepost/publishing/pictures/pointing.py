"""Which boxes of a picture a finding is about, as words of a text are underlined."""

from collections.abc import Mapping
from typing import Any, Final

from gatepost.publishing.assess import Assessment
from gatepost.publishing.findings import Finding
from gatepost.publishing.pictures.boxes import Spot, faces_left, spots
from gatepost.publishing.pictures.risk import recognisable

_NAMES: Final = frozenset({"names_in_picture", "name_style", "name_picture_school", "element_permission"})
"""Controls that speak of names that can be read in a picture."""


def boxes_of(finding: Finding, picture: Mapping[str, Any], assessment: Assessment) -> tuple[Spot, ...]:
    """Return the boxes of a picture of the content that a finding is about, none of them blurred."""
    every = spots(picture.get("seen", {}), picture.get("marks", {}))
    matter = finding.matter
    if matter.element == "photo":
        return tuple(one for one in faces_left(every) if one.said == "pupil" and one.pupil == matter.pupil)
    if matter.element == "name":
        return _names(every, picture, assessment, pupil=matter.pupil)
    if matter.picture != picture["id"]:
        return ()
    if finding.reason.control == "face_shown" and picture["face_shown"] == "recognisable":
        size = (picture["width"], picture["height"])
        return tuple(one for one in faces_left(every) if recognisable(one, size) and one.said != "adult")
    return _names(every, picture, assessment) if finding.reason.control in _NAMES else ()


def _names(
    every: tuple[Spot, ...], picture: Mapping[str, Any], assessment: Assessment, *, pupil: int | None = None
) -> tuple[Spot, ...]:
    here = (one for one in assessment.legible if one.picture == picture["id"])
    keys = {one.key for one in here if pupil is None or pupil in one.pupils}
    return tuple(one for one in every if one.key in keys)
