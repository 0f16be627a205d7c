"""A person on the roll, as the school's information system knows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a roster. `kind` is `pupil` or `staff`; every other field is text, empty when not known."""

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

    @property
    def key(self) -> str:
        """What findings call this person: the UPN, else the admission number."""
        return self.upn or self.admission_no
