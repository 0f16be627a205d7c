from io import BytesIO

import pytest
from PIL import Image

from gatepost.config.demo.scenes import HEIGHT, SCENES, WIDTH, drawn


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_a_picture_of_many_colours(name):
    with Image.open(BytesIO(drawn(name))) as picture:
        assert (picture.format, picture.size) == ("JPEG", (WIDTH, HEIGHT))
        assert len(picture.convert("P").getcolors()) > 5


def test_no_two_scenes_are_alike():
    assert len({drawn(name) for name in SCENES}) == len(SCENES)
