import pytest
from PIL import Image, ImageDraw, ImageOps
from PIL.Image import Transpose

from gatepost.detectors.pictures.faces import faces_in, is_frontal
from tests.detectors.pictures.made import portrait

EYES_NOSE_MOUTH = {
    "straight on": (((30, 40), (70, 40), (50, 60), (35, 80), (65, 80)), True),
    "tilted, and straight on": (((40, 30), (40, 70), (20, 50), (0, 35), (0, 65)), True),
    "a little aside": (((30, 40), (70, 40), (58, 60), (37, 80), (67, 80)), True),
    "from the side": (((48, 40), (60, 40), (72, 60), (52, 80), (64, 80)), False),
    "the nose beyond an eye": (((30, 40), (70, 40), (72, 60), (40, 80), (70, 80)), False),
    "both eyes in one place": (((50, 40), (50, 40), (50, 60), (50, 80), (50, 80)), False),
}


def on_ground(
    head: Image.Image, *, size: tuple[int, int] = (900, 600), at: tuple[int, int] = (300, 120)
) -> Image.Image:
    """A portrait set on plain ground."""
    ground = Image.new("RGB", size, (120, 150, 120))
    ground.paste(head, at)
    return ground


def middle(face) -> tuple[float, float]:
    return face.box.x + face.box.width / 2, face.box.y + face.box.height / 2


@pytest.mark.parametrize(("landmarks", "frontal"), EYES_NOSE_MOUTH.values(), ids=EYES_NOSE_MOUTH)
def test_a_face_is_frontal_by_its_landmarks(landmarks, frontal):
    assert is_frontal(landmarks) is frontal


@pytest.mark.parametrize("name", ["astronaut", "officer"])
def test_a_face_towards_the_camera_is_found_once(name):
    (face,) = faces_in(portrait(name))
    assert face.frontal
    assert face.confidence > 0.8


@pytest.mark.parametrize(
    ("turn", "where"),
    [(None, (434, 237)), (Transpose.ROTATE_90, (237, 466)), (Transpose.ROTATE_180, (466, 363)),
     (Transpose.ROTATE_270, (363, 434))],
)  # fmt: skip
def test_a_face_is_found_where_it_lies_at_any_turn(turn, where):
    image = on_ground(portrait())
    (face,) = faces_in(image if turn is None else image.transpose(turn))
    assert middle(face) == pytest.approx(where, abs=12)


def test_a_face_of_twenty_four_pixels_is_found_in_a_large_picture():
    head = ImageOps.contain(portrait(), (88, 88))
    (face,) = faces_in(on_ground(head, size=(1600, 1200), at=(1000, 700)))
    assert 20 <= face.box.width <= 34


def test_a_face_that_fills_the_picture_is_found():
    close = portrait().crop((70, 40, 200, 200)).resize((1300, 1600))
    assert len(faces_in(close)) == 1


def test_two_faces_are_told_from_left_to_right():
    both = on_ground(portrait(), at=(500, 200))
    both.paste(portrait(), (40, 100))
    left, right = faces_in(both)
    assert left.box.x < 250 < 450 < right.box.x


def shapes() -> Image.Image:
    """Circles and squares: nobody's face, though two of them have dots."""
    image = Image.new("RGB", (800, 600), "white")
    pen = ImageDraw.Draw(image)
    for x in (100, 400):
        pen.ellipse((x, 150, x + 200, 350), outline="black", width=6)
        pen.rectangle((x, 400, x + 200, 560), fill="navy")
    pen.ellipse((150, 210, 170, 230), fill="black")
    pen.ellipse((230, 210, 250, 230), fill="black")
    return image


NO_FACES = {
    "plain ground": Image.new("RGB", (640, 480), (90, 160, 90)),
    "circles and squares": shapes(),
    "one pixel": Image.new("RGB", (1, 1)),
    "a strip": Image.new("RGB", (2000, 3), "white"),
    "the top of a head": portrait().crop((60, 0, 260, 75)),
}


@pytest.mark.parametrize("image", NO_FACES.values(), ids=NO_FACES)
def test_where_there_is_no_face_none_is_found(image):
    assert faces_in(image) == ()
