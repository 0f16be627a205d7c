"""What is sent to adopt a policy."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from gatepost import library
from gatepost.schools.errors import UnableTo

OWN: Final = "own"
"""The choice of a file, beside the ids of the library."""
LONGEST: Final = 500_000
"""Bytes of a policy's file. The longest that we know has 70,000."""
_DAY: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


@dataclass(frozen=True, slots=True)
class Sent:
    """What was chosen: an id of the library or OWN, the text of one's own, and from which day it holds."""

    choice: str = ""
    text: str = ""
    day: str = ""
    whole_trust: bool = False
    unreadable: str = ""

    def checked(self) -> tuple[str, date]:
        """Return the source and the day. Raises UnableTo, saying what to give, where one of them is missing."""
        if self.unreadable:
            raise UnableTo(self.unreadable)
        if self.choice != OWN and self.choice not in library.IDS:
            raise UnableTo("Choose a policy of the library, or give a file of your own.")
        if self.choice == OWN and not self.text.strip():
            raise UnableTo("Choose the policy’s file, or paste its text.")
        day = day_said(self.day)
        if day is None:
            raise UnableTo("Say from which day it is in force, such as 1/9/2026.")
        return (self.text if self.choice == OWN else self.choice), day


def sent(data: QueryDict, files: "MultiValueDict[str, UploadedFile[Any]]") -> Sent:
    """Return what was sent, so that it can be shown again if it is refused. A file comes before pasted text."""
    text, unreadable = _decoded(files.get("file"))
    choice = OWN if files.get("file") else data.get("choice", "")
    pasted = data.get("text", "").replace("\r\n", "\n")
    return Sent(choice, text or pasted, data.get("day", "").strip(), "whole_trust" in data, unreadable)


def day_said(said: str) -> date | None:
    """Return the day that somebody wrote, as 2026-03-03, 3/3/2026 or 3.3.2026; None where it is none."""
    found = _DAY.fullmatch(said.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(said.strip())
    except ValueError:
        return None


def _decoded(file: "UploadedFile[Any] | None") -> tuple[str, str]:
    """Return a file's text, and what is wrong where it has none that can be read."""
    if file is None:
        return "", ""
    if (file.size or 0) > LONGEST:
        return "", "This file is too large for a policy. Choose the YAML file, not a PDF or a Word document."
    try:
        return file.read().decode("utf-8-sig").replace("\r\n", "\n"), ""
    except UnicodeDecodeError:
        return (
            "",
            "This is not a text file. Choose the policy’s YAML file: a PDF or Word document can’t be adopted.",
        )
