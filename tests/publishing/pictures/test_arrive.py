from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from gatepost.detectors.pictures.opened import LONGEST_SIDE, MOST_SCANS, Limits
from gatepost.publishing.pictures.arrive import Arrived, arrive
from gatepost.publishing.pictures.refused import Refused
from tests.publishing.pictures.files import (
    BLUE,
    IEND,
    LIMITS,
    RED,
    exif,
    halves,
    jpeg_saying,
    moving,
    png_saying,
    saved,
    scans,
    webp_saying,
    zipped,
)

# What Pillow warns of in a damaged file is an error in these tests and would hide what happens in a school.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"

HONEST = {
    "a JPEG": (saved(halves()), "jpeg"),
    "a JPEG that builds up": (saved(halves(), progressive=True), "jpeg"),
    "a grey JPEG": (saved(halves(mode="L")), "jpeg"),
    "a JPEG for print": (saved(halves(mode="CMYK")), "jpeg"),
    "a JPEG with another behind it, as phones write": (saved(halves(), "MPO", save_all=True, append_images=[halves()]),
                                                       "jpeg"),
    "a PNG": (saved(halves(), "PNG"), "jpeg"),
    "a PNG with few colours": (saved(halves(mode="P"), "PNG"), "jpeg"),
    "a PNG with few colours, one of them clear": (saved(halves().quantize(2), "PNG", transparency=0), "png"),
    "a PNG in black and white": (saved(halves(mode="1"), "PNG"), "jpeg"),
    "a PNG of 16 bits": (saved(Image.new("I;16", (60, 40), 32768), "PNG"), "jpeg"),
    "a PNG that could be seen through and is not": (saved(halves(mode="RGBA"), "PNG"), "jpeg"),
    "a PNG with a clear part": (saved(Image.new("RGBA", (60, 40), (230, 20, 20, 100)), "PNG"), "png"),
    "a grey PNG with a clear part": (saved(Image.new("LA", (60, 40), (200, 100)), "PNG"), "png"),
    "a WebP": (saved(halves(), "WEBP"), "jpeg"),
    "a WebP with a clear part": (saved(Image.new("RGBA", (60, 40), (1, 2, 3, 4)), "WEBP"), "png"),
    "a HEIC": (saved(halves(), "HEIF"), "jpeg"),
    "a picture as large as is taken": (saved(Image.new("RGB", (1000, 1000))), "jpeg"),
}  # fmt: skip

HOSTILE = {
    "nothing": (b"", "empty"),
    "a word": (b"hello", "not a picture"),
    "the first bytes of a JPEG": (b"\xff\xd8\xff", "damaged"),
    "a JPEG cut short": (saved(halves(width=600, height=400))[:2000], "damaged"),
    "a PNG cut short": (saved(halves(), "PNG")[:60], "damaged"),
    "a WebP cut short": (saved(halves(width=600, height=400), "WEBP")[:200], "damaged"),
    "a HEIC cut short": (saved(halves(), "HEIF")[:300], "damaged"),
    "a PNG of 200 megapixels": (png_saying(20_000, 10_000), "20,000 × 10,000"),
    "a JPEG of 200 megapixels": (jpeg_saying(20_000, 10_000), "20,000 × 10,000"),
    "a WebP of 200 megapixels": (webp_saying(16_000, 12_500), "more pixels than"),
    "a PNG of every pixel there is": (png_saying(2**31 - 1, 2**31 - 1), "2,147,483,647"),
    "a PNG of no pixels": (png_saying(0, 0), "damaged"),
    "a thread": (png_saying(LONGEST_SIDE + 1, 1), "30,001 × 1"),
    "a PNG with one pixel too many": (saved(Image.new("L", (1001, 1000)), "PNG"), "1,001 × 1,000"),
    "a WebP with one pixel too many": (saved(Image.new("L", (1001, 1000)), "WEBP"), "1,001 × 1,000"),
    "a HEIC with one pixel too many": (saved(Image.new("RGB", (1002, 1000)), "HEIF"), "1,002 × 1,000"),
    "a HEIC that claims to be small": (
        saved(halves(width=600), "HEIF").replace(b"\0\0\x02\x58\0\0\0\x40", b"\0\0\0\x08\0\0\0\x08"), "damaged"),
    "a JPEG that is drawn over for hours": (scans(MOST_SCANS + 1), "damaged"),
    "a file with one byte too many": (saved(halves()).ljust(LIMITS.bytes + 1, b"\0"), "larger than 4 MB"),
    "a PNG that moves": (moving("PNG"), "moves"),
    "a WebP that moves": (moving("WEBP"), "moves"),
    "a GIF": (moving("GIF"), "GIF"),
    "a bitmap": (saved(halves(), "BMP"), "bitmap"),
    "a TIFF": (saved(halves(), "TIFF"), "TIFF"),
    "an AVIF": (saved(halves(), "AVIF"), "AVIF"),
    "an icon": (saved(halves(), "ICO"), "not a picture"),
    "a drawing that runs": (SVG, "web page"),
    "a drawing that runs, after a mark and a blank": (b"\xef\xbb\xbf \n" + SVG, "web page"),
    "a page that says it is a JPEG": (HTML, "web page"),
    "a page behind the first bytes of a JPEG": (b"\xff\xd8\xff" + HTML, "damaged"),
    "a page behind the first bytes of a PNG": (b"\x89PNG\r\n\x1a\n" + HTML, "damaged"),
    "an archive": (zipped(), "ZIP"),
    "a PDF": (b"%PDF-1.7\n", "PDF"),
    "a film": (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", "video"),
    "a sound": (b"RIFF\x24\0\0\0WAVEfmt ", "video"),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0", "not a picture"),
}  # fmt: skip

POLYGLOTS = {
    "an archive behind a JPEG": saved(halves()) + zipped(),
    "a page behind a JPEG": saved(halves()) + HTML,
    "a page in the comment of a JPEG": saved(halves(), comment=HTML),
    "a page behind a PNG": saved(halves(), "PNG") + HTML,
    "a page among the chunks of a PNG": saved(halves(), "PNG")[: -len(IEND)] + b"\0\0\0\0" + HTML + IEND,
    "a page behind a WebP": saved(halves(), "WEBP") + HTML,
    "a page in what a phone wrote": saved(halves(), exif=exif(), xmp=HTML),
}


def opened(arrived: Arrived) -> Image.Image:
    return Image.open(BytesIO(arrived.data))


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 30 for a, b in zip(one[:3], other[:3], strict=True))


@pytest.mark.parametrize(("data", "kind"), HONEST.values(), ids=HONEST)
def test_an_honest_picture_is_kept_as_jpeg_or_where_it_can_be_seen_through_as_png(data, kind):
    arrived = arrive(data, limits=LIMITS)
    assert (arrived.format, opened(arrived).format) == (kind, kind.upper())


@pytest.mark.parametrize("data", [data for data, _ in HONEST.values()], ids=HONEST)
def test_what_is_kept_says_its_own_size(data):
    arrived = arrive(data, limits=LIMITS)
    assert (arrived.width, arrived.height) == opened(arrived).size == Image.open(BytesIO(arrived.data)).size


@pytest.mark.parametrize(("data", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_or_wrong_file_is_refused_with_a_sentence(data, said):
    with pytest.raises(Refused, match=said) as refusal:
        arrive(data, limits=LIMITS)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("data", POLYGLOTS.values(), ids=POLYGLOTS)
def test_what_hides_in_a_picture_is_refused_or_gone(data):
    try:
        kept = arrive(data, limits=LIMITS).data
    except Refused:
        kept = b""
    assert b"script" not in kept
    assert b"PK\x03\x04" not in kept


def test_a_picture_with_an_archive_behind_it_is_kept_without_it():
    plain = arrive(saved(halves()), limits=LIMITS)
    assert arrive(POLYGLOTS["an archive behind a JPEG"], limits=LIMITS).data == plain.data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_nothing_that_a_phone_wrote_beside_the_picture_is_left(kind):
    arrived = arrive(saved(halves(), kind, exif=exif(place=True).tobytes(), xmp=b"<x:xmpmeta/>"), limits=LIMITS)
    assert "the place where it was taken" in arrived.removed
    assert not dict(opened(arrived).getexif())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_nothing_stands_beside_the_pixels_of_what_is_kept(kind):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(halves(), kind, exif=exif(place=True).tobytes(), icc_profile=profile, dpi=(300, 300))
    left = opened(arrive(data, limits=LIMITS)).info
    assert {"exif", "icc_profile", "xmp", "comment", "photoshop", "dpi"} & left.keys() == set()


def test_a_picture_can_arrive_twice_without_changing():
    once = arrive(saved(halves(), exif=exif(place=True)), limits=LIMITS)
    assert arrive(once.data, limits=LIMITS).removed == ()


def test_a_picture_with_damaged_notes_is_kept():
    kept = arrive(saved(halves(), exif=b"Exif\0\0MM\0*" + b"\xff" * 40), limits=LIMITS)
    assert near(opened(kept).getpixel((2, 2)), RED)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_picture_of_which_only_part_arrived_is_refused(kind, share):
    whole = saved(Image.effect_noise((300, 200), 90).convert("RGB"), kind)
    with pytest.raises(Refused, match="only part of it arrived"):
        arrive(whole[: int(len(whole) * share)], limits=LIMITS)


def test_the_limit_is_said_in_words_that_tell_what_to_do():
    with pytest.raises(Refused, match=r"larger than 30 MB\. Save a smaller copy, and add that"):
        arrive(b"\0" * (30 * 2**20 + 1), limits=Limits(bytes=30 * 2**20, pixels=1))


VALID = [data for data, _ in HONEST.values()][:-1]


def check_only_refusals(data: bytes) -> None:
    try:
        arrived = arrive(data, limits=LIMITS)
    except Refused:
        return
    assert opened(arrived).size == (arrived.width, arrived.height)


@given(st.binary(max_size=400))
def test_no_bytes_bring_anything_but_a_picture_or_a_refusal(data):
    check_only_refusals(data)


@given(st.sampled_from(VALID), st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), min_size=1, max_size=12))
def test_no_change_to_a_picture_brings_anything_but_a_picture_or_a_refusal(data, changes):
    changed = bytearray(data)
    for place, value in changes:
        changed[place % len(changed)] = value
    check_only_refusals(bytes(changed))


@given(st.sampled_from(VALID), st.integers(0, 4000), st.integers(0, 4000), st.binary(max_size=60))
def test_no_splice_into_a_picture_brings_anything_but_a_picture_or_a_refusal(data, start, end, inside):
    check_only_refusals(data[: start % len(data)] + inside + data[end % len(data) :])


def test_the_two_halves_lie_as_they_lay():
    kept = opened(arrive(saved(halves()), limits=LIMITS))
    assert near(kept.getpixel((2, 20)), RED)
    assert near(kept.getpixel((57, 20)), BLUE)
