from io import BytesIO

import pytest
from PIL import Image, ImageStat

from gatepost.detectors.pictures import look
from gatepost.publishing.pictures.boxes import Area
from gatepost.publishing.pictures.cover import covered, cropped, grown
from tests.publishing.pictures.files import saved
from tests.publishing.pictures.seeing import group

MIDDLE = Area(30, 30, 40, 40)


def chequered(*, mode="RGB"):
    """A picture of black and white squares of two pixels: nothing of it is left once it is covered."""
    tile = Image.new("L", (4, 4))
    tile.paste(255, (0, 0, 2, 2))
    tile.paste(255, (2, 2, 4, 4))
    image = Image.new("L", (100, 100))
    for x in range(0, 100, 4):
        for y in range(0, 100, 4):
            image.paste(tile, (x, y))
    return image.convert(mode)


def spread(data, area):
    """How far the grey of a part of a picture reaches."""
    part = Image.open(BytesIO(data)).convert("L").crop((area.x, area.y, area.right, area.bottom))
    low, high = ImageStat.Stat(part).extrema[0]
    return high - low


@pytest.mark.parametrize("what", ["faces", "words"])
def test_what_is_covered_is_one_grey_and_the_rest_stays(what):
    data = covered(saved(chequered(), "PNG"), **{what: [MIDDLE]})
    assert spread(data, MIDDLE) < 40
    assert spread(data, Area(0, 0, 15, 15)) > 200


def test_a_picture_that_can_be_seen_through_stays_one():
    data = covered(saved(chequered(mode="RGBA").convert("RGBA"), "PNG"), faces=[MIDDLE])
    assert Image.open(BytesIO(data)).mode == "RGBA"


@pytest.mark.parametrize("area", [Area(-20, -20, 30, 30), Area(90, 90, 40, 40), Area(50, 50, 0, 0)])
def test_a_box_at_the_edge_is_covered_as_far_as_the_picture_goes(area):
    assert Image.open(BytesIO(covered(saved(chequered()), faces=[area]))).size == (100, 100)


def test_a_crop_is_the_part_that_stays():
    image = chequered().convert("RGB")
    image.paste("red", (50, 0, 100, 100))
    left = Image.open(BytesIO(cropped(saved(image, "PNG"), area=Area(0, 0, 50, 100))))
    assert (left.size, left.getpixel((48, 50))[0] - left.getpixel((48, 50))[1]) == ((50, 100), 0)


def test_a_box_grows_on_every_side_within_the_picture():
    assert grown(Area(0, 40, 50, 50), 0.2, (100, 95)) == Area(0, 30, 60, 65)


def test_no_face_and_no_name_is_found_where_they_were_blurred():
    data = group()
    before = look(data)
    boxes = {"faces": before.faces, "words": before.words}
    areas = {kind: [Area(one.box.x, one.box.y, one.box.width, one.box.height) for one in found]
             for kind, found in boxes.items()}  # fmt: skip
    after = look(covered(data, **areas))
    assert (len(before.faces), "Oliver Hartley" in [one.text for one in before.words]) == (3, True)
    assert (after.faces, [one.text for one in after.words if "liver" in one.text or "artley" in one.text]) == ((), [])
