"""From pixels to a file that holds nothing else."""

from io import BytesIO

from PIL import Image


def encoded(pixels: Image.Image, *, quality: int) -> bytes:
    """Return RGB pixels as a JPEG of a quality (1 to 95), and RGBA, which can be seen through, as a PNG."""
    out = BytesIO()
    if pixels.mode == "RGBA":
        pixels.save(out, "PNG")
    else:
        pixels.save(out, "JPEG", quality=quality)
    return out.getvalue()
