from io import BytesIO

from PIL import Image

from gatepost.publishing.pictures.encode import encoded
from tests.publishing.pictures.files import halves


def test_what_can_be_seen_through_becomes_a_png_and_the_rest_a_jpeg():
    written = [encoded(halves(mode=mode), quality=90) for mode in ("RGB", "RGBA")]
    assert [Image.open(BytesIO(data)).format for data in written] == ["JPEG", "PNG"]


def test_a_lower_quality_is_a_lighter_file():
    noise = Image.effect_noise((200, 200), 90).convert("RGB")
    assert len(encoded(noise, quality=66)) < len(encoded(noise, quality=90))
