"""Files as people send them in, honest and hostile, made here so that none has to be kept."""

import struct
import zlib
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from PIL import ExifTags, Image, ImageCms
from pillow_heif.as_plugin import _save_heif

from gatepost.detectors.pictures.opened import Limits

LIMITS = Limits(bytes=4 * 2**20, pixels=1_000_000)
"""Small, so that a file which breaks them is quick to make."""
RED, BLUE = (230, 20, 20), (20, 20, 230)
IEND = b"\x00\x00\x00\x00IEND\xaeB`\x82"


def halves(*, width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A picture whose left half is red and whose right half is blue: one sees how it lies."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height))
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """An image as a file."""
    out = BytesIO()
    if kind == "HEIF":
        image.encoderinfo = options
        _save_heif(image, out, "")
    else:
        image.save(out, kind, **options)
    return out.getvalue()


def exif(*, orientation: int = 1, place: bool = False) -> Image.Exif:
    """What a phone writes beside a picture."""
    said = Image.Exif()
    said[ExifTags.Base.Orientation] = orientation
    said[ExifTags.Base.Make] = "Telephone"
    said[ExifTags.Base.DateTime] = "2026:11:20 10:00:00"
    if place:
        said.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (53.0, 39.0, 12.0), 3: "W", 4: (3.0, 0.0, 22.0)})
    return said


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_saying(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header claims a size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(100))) + IEND


def jpeg_saying(width: int, height: int) -> bytes:
    """A small JPEG whose header claims a size."""
    data = bytearray(saved(halves()))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def webp_saying(width: int, height: int) -> bytes:
    """A WebP of one small frame whose header claims a size."""
    small = saved(halves(), "WEBP", lossless=True)[12:]
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    frame = bytes(6) + (59).to_bytes(3, "little") + (39).to_bytes(3, "little") + bytes(4) + small
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\x02\0\0\0" + sides
    body += b"ANIM" + struct.pack("<I", 6) + bytes(6) + b"ANMF" + struct.pack("<I", len(frame)) + frame
    return b"RIFF" + struct.pack("<I", len(body)) + body


def scans(times: int) -> bytes:
    """A JPEG that is drawn over and over again."""
    data = saved(halves(), progressive=True)
    at = data.rindex(b"\xff\xda")
    return data[:at] + data[at:-2] * times + data[-2:]


def zipped() -> bytes:
    """An archive."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("hello.html", "<script>alert(1)</script>")
    return out.getvalue()


def moving(kind: str) -> bytes:
    """A picture of two frames."""
    return saved(halves(), kind, save_all=True, append_images=[Image.new("RGB", (60, 40), "green")], duration=100)


def wide_colours() -> bytes:
    """A colour profile in which red and blue are exchanged, so that turning it shows."""
    swapped = ImageCms.createProfile("sRGB")
    data = bytearray(ImageCms.ImageCmsProfile(swapped).tobytes())
    red, blue = data.index(b"rXYZ", 128), data.index(b"bXYZ", 128)
    data[red : red + 4], data[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(data).replace(b"s\x00R\x00G\x00B", b"x\x00R\x00G\x00B").replace(b"sRGB", b"xRGB")
