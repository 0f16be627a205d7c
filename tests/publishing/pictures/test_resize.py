from io import BytesIO

import pytest
from PIL import Image

from gatepost.policy.facts.vocabulary import PLATFORMS
from gatepost.publishing.pictures.resize import ELSEWHERE, SIZES, fitted, for_platform
from tests.publishing.pictures.files import halves, saved

LARGE = saved(halves(width=4096, height=2048))
NOISE = saved(Image.effect_noise((400, 300), 90).convert("RGB"), quality=95)
CLEAR_NOISE = saved(Image.merge("RGBA", [Image.effect_noise((200, 100), 90)] * 4), "PNG")


def size(data: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(data)).size


def test_every_network_of_the_table_is_one():
    assert SIZES.keys() <= PLATFORMS


@pytest.mark.parametrize("platform", [*SIZES, "website", "a network of tomorrow"])
def test_a_picture_fits_the_network_that_it_goes_to(platform):
    given, wanted = for_platform(LARGE, platform=platform), SIZES.get(platform, ELSEWHERE)
    assert size(given) == (wanted.longest, wanted.longest // 2)


@pytest.mark.parametrize("platform", SIZES)
def test_a_picture_that_fits_already_is_given_as_it_is(platform):
    small = saved(halves())
    assert for_platform(small, platform=platform) is small


def test_a_heavy_picture_loses_quality_first():
    lighter = fitted(NOISE, longest=400, most=len(NOISE) * 3 // 4)
    assert size(lighter) == (400, 300)
    assert len(lighter) <= len(NOISE) * 3 // 4


def test_a_picture_that_is_heavy_at_any_quality_is_made_smaller():
    lighter = fitted(NOISE, longest=400, most=len(NOISE) // 10)
    assert size(lighter) < (400, 300)
    assert len(lighter) <= len(NOISE) // 10


def test_a_picture_that_can_be_seen_through_stays_one_and_is_made_smaller():
    lighter = fitted(CLEAR_NOISE, longest=200, most=len(CLEAR_NOISE) // 2)
    assert Image.open(BytesIO(lighter)).mode == "RGBA"
    assert len(lighter) <= len(CLEAR_NOISE) // 2


def test_no_limit_is_too_low_to_end():
    assert max(size(fitted(NOISE, longest=400, most=1))) < 64


def test_the_same_picture_gives_the_same_bytes():
    assert for_platform(LARGE, platform="bluesky") == for_platform(LARGE, platform="bluesky")
