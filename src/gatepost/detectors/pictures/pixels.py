"""From an opened file to nothing but its pixels: upright, in the colours of every screen, no larger than we keep."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageCms, ImageFile
from PIL.ExifTags import Base
from PIL.Image import Transpose

LONGEST: Final = 4096
"""Pixels of the long side that we keep. No network shows more: see resize.py."""
LONGEST_CLEAR: Final = 2048
"""Pixels of the long side of what can be seen through. It stays a PNG, ten times as heavy as a JPEG of its size."""
_PROFILE_BYTES: Final = 4 * 1024 * 1024
"""A colour profile larger than this is left unread."""
_TURNS: Final = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
"""EXIF 2.32, orientation → what puts the picture upright."""


def pixels_of(image: ImageFile.ImageFile) -> Image.Image:
    """Return an opened file's pixels as RGB, or as RGBA where some of it can be seen through, and nothing else of it.

    Decodes it. Raises whatever its decoder raises on damage.
    """
    upright, profile = _upright(image, longest=LONGEST)
    shown = _as_srgb(upright, profile)
    return _whole(shown) if shown.mode == "RGBA" else _fresh(shown)


def looked_at(image: ImageFile.ImageFile, *, longest: int) -> Image.Image:
    """Return an opened file's pixels as RGB with a long side of at most `longest` pixels, white behind what is clear.

    Colours are as they come: what looks for faces and words is no judge of shades.
    """
    upright, _ = _upright(image, longest=longest)
    if upright.mode != "RGBA":
        return upright.convert("RGB")
    ground = Image.new("RGB", upright.size, "white")
    ground.paste(upright, mask=upright.getchannel("A"))
    return ground


def _upright(image: ImageFile.ImageFile, *, longest: int) -> tuple[Image.Image, bytes | None]:
    """Return an opened file's pixels as they stand upright, and its colour profile."""
    if image.format != "JPEG":
        image.load()  # A JPEG waits until it is known at which scale; of the others, notes may stand behind the pixels.
    profile, turn = image.info.get("icc_profile"), _turn(image)
    small = smaller(image, longest=longest)
    return (small.transpose(turn) if turn is not None else small), profile


def smaller(image: ImageFile.ImageFile, *, longest: int) -> Image.Image:
    """Return an opened file's pixels, in a mode that can be scaled, with a long side of at most so many pixels."""
    size = _fitting(image.size, longest)
    if image.format == "JPEG":
        # A JPEG is decoded at a half, a quarter or an eighth for a fraction of the time and the memory.
        image.draft(None, size)
    return _scaled(_scalable(image), size)


def _fitting(size: tuple[int, int], longest: int) -> tuple[int, int]:
    if max(size) <= longest:
        return size
    width, height = (max(1, round(side * longest / max(size))) for side in size)
    return width, height


def _scaled(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _turn(image: ImageFile.ImageFile) -> Transpose | None:
    try:
        return _TURNS.get(image.getexif().get(Base.Orientation, 1))
    except Exception:  # EXIF that is damaged comes as any exception, and such a picture lies as it lies
        return None


def _scalable(image: Image.Image) -> Image.Image:
    if "transparency" in image.info or image.mode in {"LA", "La", "PA", "RGBa", "RGBA"}:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode.startswith("I"):
        # 16 bits a pixel: the upper eight are what a screen shows. A plain conversion would cut off at 255.
        return image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L")
    return image if image.mode in {"L", "RGB", "CMYK"} else image.convert("RGB")


def _as_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return an image in sRGB. A profile that can't be used is passed over: a shade off is still a picture."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if not profile or len(profile) > _PROFILE_BYTES:
        return image.convert(mode)
    try:
        return _turned(image, ImageCms.ImageCmsProfile(BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return image.convert(mode)


def _turned(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    """Return an image turned from its profile to sRGB. Transparency is no colour, and stays as it is."""
    if "sRGB" in ImageCms.getProfileDescription(profile) and image.mode in {"RGB", "RGBA"}:
        return image
    colours = image.convert("RGB") if image.mode == "RGBA" else image
    done = ImageCms.profileToProfile(colours, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    if done is None:
        raise ValueError("no image")
    if image.mode == "RGBA":
        done.putalpha(image.getchannel("A"))
    return done


def _whole(image: Image.Image) -> Image.Image:
    """Return an image without what lies unseen under its clear parts; as RGB where it has none."""
    if image.getchannel("A").getextrema() == (255, 255):
        return _fresh(image.convert("RGB"))
    shown = _scaled(image, _fitting(image.size, LONGEST_CLEAR))
    alpha, bare = shown.getchannel("A"), Image.new("RGBA", shown.size)
    bare.paste(shown, mask=alpha.point(lambda value: 255 if value else 0))
    return bare


def _fresh(image: Image.Image) -> Image.Image:
    """Return the pixels alone: an image that remembers nothing of the file that it came from."""
    fresh = Image.new(image.mode, image.size)
    fresh.paste(image)
    return fresh
