"""Looking into a picture: faces, legible words, a hash by which copies are known. Pure, and on this machine alone.

It says where a face is and never whose: nothing here compares one face with another.
"""

from gatepost.detectors.pictures.detect import Detected, Sighting, detect_picture
from gatepost.detectors.pictures.hashes import resembles
from gatepost.detectors.pictures.look import can_look, look
from gatepost.detectors.pictures.names import Named, names_on
from gatepost.detectors.pictures.refused import CannotLook, Unreadable
from gatepost.detectors.pictures.seen import Box, Face, Seen, Words

__all__ = [
    "Box",
    "CannotLook",
    "Detected",
    "Face",
    "Named",
    "Seen",
    "Sighting",
    "Unreadable",
    "Words",
    "can_look",
    "detect_picture",
    "look",
    "names_on",
    "resembles",
]
