import pytest

from gatepost.publishing.pictures.boxes import found
from gatepost.publishing.pictures.risk import proposed
from tests.publishing.pictures.seeing import FACE, OTHER, seen

SIZE = (640, 480)
GUESSES = {
    "a near face": ((FACE,), {}, "recognisable"),
    "a near face that is blurred": ((FACE,), {"f1": {"is": "blurred"}}, "blurred"),
    "one of two is blurred": ((FACE, OTHER), {"f1": {"is": "blurred"}}, "recognisable"),
    "what is no face": ((FACE,), {"f1": {"is": "no_face"}}, ""),
    "a grown-up's face": ((FACE,), {"f1": {"is": "adult"}}, "recognisable"),
    "no face": ((), {}, ""),
}


@pytest.mark.parametrize(("faces", "marks", "guess"), GUESSES.values(), ids=GUESSES)
def test_a_proposal_goes_by_the_faces_that_are_left(faces, marks, guess):
    assert proposed(found(seen(faces=faces)), marks, size=SIZE) == guess
