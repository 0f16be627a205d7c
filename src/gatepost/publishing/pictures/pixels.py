"""From a decoded file to nothing but its pixels: upright, in the colours of every screen, no larger than we keep."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageCms, ImageOps

LONGEST: Final = 4096
"""Pixels of the long side that we keep. No network shows more (see resize.py)."""
_PROFILE_BYTES: Final = 4 * 1024 * 1024
"""A colour profile larger than this is left unread."""


def pixels_of(image: Image.Image) -> Image.Image:
    """Return an image's pixels as RGB, or as RGBA where some of it can be seen through, and nothing else of it."""
    profile = image.info.get("icc_profile")
    small = _limited(ImageOps.exif_transpose(_coloured(image)))
    shown = _as_srgb(small, profile)
    return _whole(shown) if shown.mode == "RGBA" else _fresh(shown)


def _coloured(image: Image.Image) -> Image.Image:
    """Return an image in a mode that can be scaled: L, RGB, RGBA or CMYK."""
    if "transparency" in image.info or image.mode in {"LA", "La", "PA", "RGBa", "RGBA"}:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode.startswith("I"):
        # 16 bits a pixel: the upper eight are what a screen shows.
        return image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L")
    return image if image.mode in {"L", "RGB", "CMYK"} else image.convert("RGB")


def _limited(image: Image.Image) -> Image.Image:
    longest = max(image.size)
    if longest <= LONGEST:
        return image
    width, height = (max(1, round(side * LONGEST / longest)) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _as_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return an image in sRGB. A profile that can't be used is passed over: a shade off is still a picture."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if not profile or len(profile) > _PROFILE_BYTES:
        return image.convert(mode)
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(
            image.convert("RGB") if mode == "RGBA" else image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return image.convert(mode)
    if turned is None:
        return image.convert(mode)
    if mode == "RGBA":
        turned.putalpha(image.getchannel("A"))
    return turned


def _whole(image: Image.Image) -> Image.Image:
    """Return an image without what lies unseen under its clear parts; as RGB where it has none."""
    alpha = image.getchannel("A")
    if alpha.getextrema() == (255, 255):
        return _fresh(image.convert("RGB"))
    bare = Image.new("RGBA", image.size)
    bare.paste(image, mask=alpha.point(lambda value: 255 if value else 0))
    return bare


def _fresh(image: Image.Image) -> Image.Image:
    """Return the pixels alone: an image that remembers nothing of the file that it came from."""
    fresh = Image.new(image.mode, image.size)
    fresh.paste(image)
    return fresh
