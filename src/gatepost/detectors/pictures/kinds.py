"""What a file is, by its first bytes: its name and what a browser says about it count for nothing."""

from typing import Final

from gatepost.detectors.pictures.refused import Unreadable

_HOW: Final = "Choose a photo: JPEG, PNG, WebP or HEIC."
_HEIC: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1"})
_MOVING_HEIC: Final = frozenset({b"hevc", b"hevx", b"hevm", b"hevs", b"msf1"})
_AVIF: Final = frozenset({b"avif", b"avis"})

MOVING: Final = "This picture moves. Gatepost takes still pictures: save the part you want as a JPEG, and add that."
_AVIF_SAID: Final = "This is an AVIF picture, which not every network takes. Save it as a JPEG, and add that."
_VIDEO: Final = f"This is a video or a sound. {_HOW}"
_WEB: Final = f"This is a web page or a drawing made of text, not a photo. {_HOW}"

_OTHERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"GIF8", "This is a GIF. Save it as a JPEG or PNG, and add that."),
    (b"BM", "This is a bitmap (BMP). Save it as a JPEG or PNG, and add that."),
    (b"II*\x00", "This is a TIFF or a camera’s raw picture. Save it as a JPEG, and add that."),
    (b"MM\x00*", "This is a TIFF or a camera’s raw picture. Save it as a JPEG, and add that."),
    (b"%PDF", "This is a PDF. Save the page as a JPEG or PNG, and add that."),
    (b"PK\x03\x04", f"This is a ZIP file or a document, not a picture. {_HOW}"),
    (b"\xd0\xcf\x11\xe0", f"This is a document, not a picture. {_HOW}"),
    (b"8BPS", "This is a Photoshop file. Save it as a JPEG or PNG, and add that."),
    (b"<", _WEB),
    (b"\x1aE\xdf\xa3", _VIDEO),
)


def kind_of(data: bytes) -> str:
    """Return `jpeg`, `png`, `webp` or `heic`. Raises Unreadable, saying what it seems to be, for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and _is_heic(data):
        return "heic"
    raise Unreadable(_what_else(data))


def _is_heic(data: bytes) -> bool:
    """Return whether a file of boxes is a HEIC picture. Raises Unreadable for the other pictures of that family."""
    size = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, size, 4))}
    if brands & _AVIF:
        raise Unreadable(_AVIF_SAID)
    if data[8:12] in _MOVING_HEIC:
        raise Unreadable(MOVING)
    return data[8:12] in _HEIC


def _what_else(data: bytes) -> str:
    if not data:
        return "This file is empty. Choose the picture again."
    if data[4:8] == b"ftyp" or data[:4] == b"RIFF":
        return _VIDEO
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((said for first, said in _OTHERS if start.startswith(first)), f"This is not a picture. {_HOW}")
