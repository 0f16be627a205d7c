"""A person on the roll, as the school's information system knows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a roster. `kind` is `pupil` or `staff`; `line` is where the file has it, 0 when it came from no file;
    every other field is text, empty when not known."""

    upn: str = ""
    admission_no: str = ""
    legal_first: str = ""
    legal_last: str = ""
    preferred_first: str = ""
    preferred_last: str = ""
    year: str = ""
    class_name: str = ""
    dob: str = ""
    nicknames: tuple[str, ...] = ()
    kind: str = "pupil"
    line: int = 0

    @property
    def key(self) -> str:
        """What findings call this person: the UPN, else the admission number, else `line 7` of the roster."""
        return self.upn or self.admission_no or (f"line {self.line}" if self.line else "")
