"""What a file carries beside its picture, in plain words: the place, the camera, names. All of it is left behind."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from PIL import ExifTags, ImageFile, IptcImagePlugin
from PIL.ExifTags import IFD, Base

from gatepost.detectors.pictures.jpeg import outline

WORDS: Final[dict[str, str]] = {
    "place": "the place where it was taken",
    "when": "the date and time",
    "camera": "the camera",
    "people": "who is in it, as another program noted",
    "by": "who took it, or whose it is",
    "about": "a title, a description or keywords",
    "program": "notes left by the camera or another program",
    "copy": "a smaller copy of the picture",
    "behind": "something stored after the picture",
    "colours": "its colour profile",
}
"""What can be found, in the order in which it is told."""

_EXIF: Final[dict[int, str]] = {
    Base.GPSInfo: "place",
    Base.DateTime: "when", Base.DateTimeOriginal: "when", Base.DateTimeDigitized: "when",
    Base.Make: "camera", Base.Model: "camera", Base.BodySerialNumber: "camera", Base.LensModel: "camera",
    Base.LensSerialNumber: "camera", Base.UniqueCameraModel: "camera",
    Base.Artist: "by", Base.Copyright: "by", Base.CameraOwnerName: "by", Base.XPAuthor: "by", Base.HostComputer: "by",
    Base.ImageDescription: "about", Base.UserComment: "about", Base.XPTitle: "about", Base.XPComment: "about",
    Base.XPKeywords: "about", Base.XPSubject: "about",
    Base.Software: "program", Base.MakerNote: "program", Base.ProcessingSoftware: "program",
}  # fmt: skip
_IPTC: Final[dict[int, str]] = {
    **dict.fromkeys((5, 25, 105, 120), "about"), **dict.fromkeys((55, 60), "when"),
    **dict.fromkeys((80, 85, 116), "by"), **dict.fromkeys((26, 27, 90, 92, 95, 100, 101), "place"),
}  # fmt: skip
"""Data set of record 2 of IPTC-IIM 4.2 → what it is."""
_XMP: Final[tuple[tuple[bytes, str], ...]] = (
    (rb"GPSLatitude|photoshop:City|Iptc4xmpCore:Location|LocationCreated|LocationShown", "place"),
    (rb"DateTimeOriginal|CreateDate|DateCreated", "when"),
    (rb"tiff:Make|tiff:Model|aux:SerialNumber|aux:Lens", "camera"),
    (rb"mwg-rs:|PersonInImage|MP:RegionInfo|PersonDisplayName", "people"),
    (rb"dc:creator|dc:rights|xmpRights:", "by"),
    (rb"dc:description|dc:title|dc:subject|lr:hierarchicalSubject", "about"),
)


def carried(image: ImageFile.ImageFile, data: bytes) -> tuple[str, ...]:
    """Return what a decoded file carries beside its picture, in the words of WORDS.

    What cannot be read is not told, and is left behind all the same.
    """
    found: set[str] = set()
    for read in (_exif, _iptc, _xmp, _info):
        # Damage in what will be thrown away is no reason to refuse the picture, and it comes as any exception.
        try:
            found.update(read(image))
        except Exception:
            found.add("program")
    if _behind(data):
        found.add("behind")
    return tuple(said for key, said in WORDS.items() if key in found)


def carries_place(image: ImageFile.ImageFile) -> bool:
    """Return whether an opened file says where the picture was taken, in any of the ways in which one can."""
    found: set[str] = set()
    for read in (_exif, _iptc, _xmp):
        with suppress(Exception):  # what is too damaged to be read tells nobody where it was
            found.update(read(image))
    return "place" in found


def _exif(image: ImageFile.ImageFile) -> Iterator[str]:
    exif = image.getexif()
    if image.info.get("exif") and not exif:
        yield "program"
    if exif.get_ifd(IFD.GPSInfo):
        yield "place"
    if exif.get_ifd(IFD.IFD1):
        yield "copy"
    known = {**exif, **exif.get_ifd(IFD.Exif)}
    yield from (_EXIF[tag] for tag in known if tag in _EXIF and tag != ExifTags.Base.GPSInfo)


def _iptc(image: ImageFile.ImageFile) -> Iterator[str]:
    found = IptcImagePlugin.getiptcinfo(image) or {}
    yield from (_IPTC.get(field, "program") for record, field in found if record == 2)


def _xmp(image: ImageFile.ImageFile) -> Iterator[str]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    raw = packet.encode() if isinstance(packet, str) else bytes(packet)
    if raw:
        yield "program"
    # Searched and not parsed: an XML parser is one more thing to attack, and finding a word is enough.
    yield from (key for words, key in _XMP if re.search(words, raw))


def _info(image: ImageFile.ImageFile) -> Iterator[str]:
    if image.info.get("icc_profile"):
        yield "colours"
    if image.info.get("thumbnails"):
        yield "copy"
    if image.info.get("comment") or getattr(image, "text", None):
        yield "about"


def _behind(data: bytes) -> bool:
    """Return whether a file goes on after its picture has ended."""
    if data.startswith(b"\xff\xd8"):
        return outline(data, most=1_000).end < len(data)
    if data.startswith(b"\x89PNG"):
        return not data.endswith(b"IEND\xaeB\x60\x82")
    return data.startswith(b"RIFF") and int.from_bytes(data[4:8], "little") + 9 < len(data)
