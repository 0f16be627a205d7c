import pytest

from gatepost.detectors.pictures import Box, Face
from gatepost.detectors.pictures.risk import proposed


def face(side: int, *, frontal: bool = True) -> Face:
    return Face(Box(10, 10, side, side), 0.9, frontal)


PROPOSED = {
    "one that fills the picture": ([face(400)], "recognisable"),
    "one from the side, as near": ([face(70, frontal=False)], "recognisable"),
    "a small one towards the camera": ([face(30)], "recognisable"),
    "a small one from the side": ([face(30, frontal=False)], "back_or_distance"),
    "one of a few pixels": ([face(18)], "back_or_distance"),
    "a near one among those far away": ([face(18), face(18, frontal=False), face(90)], "recognisable"),
    "none": ([], ""),
}


@pytest.mark.parametrize(("faces", "level"), PROPOSED.values(), ids=PROPOSED)
def test_the_largest_face_and_where_it_looks_speak_for_a_level(faces, level):
    assert proposed(faces, width=1200, height=900) == level
