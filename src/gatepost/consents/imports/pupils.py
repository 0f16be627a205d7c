"""Who a row is about, and who on the roll that is. Never by a name alone."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from gatepost.consents.imports.upns import fault_in, is_temporary, plain_upn
from gatepost.tables.days import day_of


@dataclass(frozen=True, slots=True)
class Who:
    """What a row says of a pupil, as text; days and years as they stand in the file."""

    upn: str = ""
    mis_id: str = ""
    admission_no: str = ""
    legal_first: str = ""
    legal_last: str = ""
    preferred_first: str = ""
    preferred_last: str = ""
    name: str = ""
    dob: str = ""

    @property
    def called(self) -> str:
        """What to call the pupil on a page: as the row does."""
        legal = f"{self.legal_first} {self.legal_last}".strip() or self.name
        goes_by = f"{self.preferred_first or self.legal_first} {self.preferred_last or self.legal_last}".strip()
        return legal if goes_by in ("", legal) else f"{legal} (goes by {goes_by})"

    @property
    def names(self) -> tuple[str, ...]:
        """Every full name that the row gives."""
        legal, goes_by = f"{self.legal_first} {self.legal_last}", f"{self.preferred_first} {self.preferred_last}"
        return tuple(name for name in dict.fromkeys((self.name, legal, goes_by)) if len(name.split()) > 1)


@dataclass(frozen=True, slots=True)
class OnRoll:
    """A pupil whom the school has, with the key of the row."""

    key: int
    legal_first: str
    legal_last: str
    preferred_first: str = ""
    preferred_last: str = ""
    upn: str = ""
    mis_id: str = ""
    admission_no: str = ""
    dob: date | None = None
    year: int | None = None
    class_name: str = ""
    left: bool = False

    @property
    def called(self) -> str:
        """What to call the pupil on a page: the legal name, and the one that is used where it is another."""
        legal = f"{self.legal_first} {self.legal_last}"
        goes_by = f"{self.preferred_first or self.legal_first} {self.preferred_last or self.legal_last}"
        return legal if goes_by == legal else f"{legal} (goes by {goes_by})"

    @property
    def told_apart(self) -> str:
        """Name, class and day of birth, by which a person tells pupils apart and may say which one is meant."""
        born = f"born {self.dob:%-d/%-m/%Y}" if self.dob else ""
        return ", ".join(part for part in (self.called, self.class_name, born) if part)

    @property
    def names(self) -> tuple[str, ...]:
        """Every full name that the pupil is known by."""
        firsts, lasts = {self.legal_first, self.preferred_first}, {self.legal_last, self.preferred_last}
        return tuple(f"{first} {last}" for first in firsts if first for last in lasts if last)


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a row is about: the key, or None with why. `like` are pupils whom a person may mean."""

    key: int | None
    why: str = ""
    like: tuple[int, ...] = ()


_NUMBERS: Final = {"upn": "UPN", "mis_id": "MIS ID", "admission_no": "admission number"}


class Roll:
    """The pupils of a school, found by their numbers."""

    def __init__(self, pupils: Iterable[OnRoll]) -> None:
        self.pupils: Mapping[int, OnRoll] = {one.key: one for one in pupils}
        self._by: dict[str, dict[str, int]] = {number: {} for number in _NUMBERS}
        self._by_short: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for one in self.pupils.values():
            for number, of in self._by.items():
                if value := _number(number, getattr(one, number)):
                    of[value] = one.key
            for number in ("mis_id", "admission_no"):
                if value := getattr(one, number):
                    self._by_short[f"{number} {value.casefold().lstrip('0')}"].append(one.key)
            for name in one.names:
                self._by_name[folded_name(name)].append(one.key)

    def find(self, who: Who, *, said: str = "") -> Found:
        """Return whom a row is about: by UPN, else the MIS's number, else the admission number.

        `said` is the number by which a person said who it is. Numbers that are two pupils', or of which one is not the
        pupil's, or is of somebody with quite another name, are for a person to look at; so is a name.
        """
        if said:
            return self._said(said)
        fault = fault_in(plain_upn(who.upn)) if who.upn else ""
        keys = {number: key for number in _NUMBERS if (key := self._numbered(number, who)) is not None}
        if fault and "upn" not in keys:
            return Found(None, f"{fault} Put it right in the MIS, or say who it is.", self.alike(who, *keys.values()))
        if not keys:
            return self._by_its_name(who)
        if len(set(keys.values())) > 1:
            named = " and ".join(_NUMBERS[number] for number in keys)
            return Found(None, f"Its {named} are those of different pupils.", tuple(dict.fromkeys(keys.values())))
        by, key = next(iter(keys.items()))
        return self._contradicted(key, who, by=by) or self._checked(key, who, by=_NUMBERS[by])

    def _said(self, said: str) -> Found:
        for number in _NUMBERS:
            key = self._by[number].get(_number(number, said))
            if key is not None:
                return Found(key)
        if said.startswith("pupil:") and said[6:].isdecimal() and int(said[6:]) in self.pupils:
            return Found(int(said[6:]))
        told = [one.key for one in self.pupils.values() if one.told_apart.casefold() == said.strip().casefold()]
        if len(told) == 1:
            return Found(told[0])
        whose = "Several pupils are" if told else "Nobody on the roll is"
        return Found(None, f"{whose} “{said[:80]}”, which was said of this row. Give a UPN or an admission number.")

    def holders(self, who: Who) -> set[int]:
        """Return the keys of the pupils who have the numbers of a row."""
        return {key for number in _NUMBERS if (key := self._numbered(number, who)) is not None}

    def _numbered(self, number: str, who: Who) -> int | None:
        value = _number(number, getattr(who, number))
        if not value:
            return None
        found = self._by[number].get(value)
        if found is not None or number == "upn":
            return found
        # A spreadsheet drops the zeros at the start: then the surname must agree, and only one pupil may be meant.
        short = self._by_short.get(f"{number} {value.lstrip('0')}", [])
        agreed = [key for key in short if _shares(self.pupils[key], who, part="last")]
        return agreed[0] if len(short) == len(agreed) == 1 else None

    def _contradicted(self, key: int, who: Who, *, by: str) -> Found | None:
        """Return why a pupil who was found by one number may not be the one that another means; None where none does.

        A number that tells more than the one that fits, and that nobody has, asks for the first name to fit as well.
        """
        one = self.pupils[key]
        if other := next((number for number in _NUMBERS if _differ(number, one, who)), ""):
            return Found(None, f"Its {_NUMBERS[by]} is that of a pupil with another {_NUMBERS[other]}.", (key,))
        above = list(_NUMBERS)[: list(_NUMBERS).index(by)]
        strange = next((number for number in above if getattr(who, number) and not getattr(one, number)), "")
        if strange and who.called and not (_shares(one, who, part="first") or _whole(one, who)):
            fits = f"its {_NUMBERS[by]} is that of a pupil with another first name"
            return Found(None, f"Nobody has its {_NUMBERS[strange]}, and {fits}.", (key,))
        return None

    def _checked(self, key: int, who: Who, *, by: str) -> Found:
        one = self.pupils[key]
        if one.left:
            return Found(None, "This pupil is not on the roll any more.", (key,))
        named = bool(who.called)
        if named and not (_shares(one, who, part="first") or _shares(one, who, part="last") or _whole(one, who)):
            return Found(None, f"The {by} is that of a pupil with quite another name.", (key,))
        born = day_of(who.dob)
        if born and one.dob and born != one.dob and not (_shares(one, who, part="first") or _whole(one, who)):
            return Found(None, f"The {by} is that of a pupil with another first name and day of birth.", (key,))
        return Found(key)

    def _by_its_name(self, who: Who) -> Found:
        alike, born = self.alike(who), day_of(who.dob)
        surely = [key for key in alike if born and self.pupils[key].dob == born]
        if not surely:
            number = next((f"its {_NUMBERS[one]}" for one in _NUMBERS if getattr(who, one)), "")
            why = f"Nobody on the roll has {number}." if number else "It has no number that tells who it is."
            return Found(None, f"{why} The name alone fits: say whether it is this pupil." if alike else why, alike)
        if len(surely) > 1:
            return Found(None, "Several pupils have this name and day of birth: twins, or one pupil twice.", alike)
        twins = " There is a brother or sister born on the same day." if self._twin(surely[0]) else ""
        return Found(None, f"Only the name and the day of birth fit: say whether it is this pupil.{twins}", alike)

    def alike(self, who: Who, *first: int) -> tuple[int, ...]:
        """Return those on the roll who may be meant by a name, those of the same day of birth first.

        Left out is whoever was born on another day, and, where no day says that it is the same pupil, whoever has
        another number.
        """
        named = [key for name in who.names for key in self._by_name.get(folded_name(name), [])]
        born = day_of(who.dob)
        fits = [key for key in dict.fromkeys(named) if _may_be(self.pupils[key], who, born=born)]
        fits.sort(key=lambda key: born is None or self.pupils[key].dob != born)
        return tuple(key for key in dict.fromkeys((*first, *fits)) if not self.pupils[key].left)

    def _twin(self, key: int) -> bool:
        one = self.pupils[key]
        same = (other for other in self.pupils.values() if other.dob == one.dob and other.key != key)
        return one.dob is not None and any(
            folded_name(other.legal_last) == folded_name(one.legal_last) for other in same
        )


@lru_cache(maxsize=65536)
def folded_name(name: str) -> str:
    """Return a name as names are compared: without case, accents and marks, and “Last, First” turned round."""
    last, comma, first = name.partition(",")
    plain = unicodedata.normalize("NFKD", f"{first} {last}" if comma else name).casefold()
    return " ".join("".join(letter if letter.isalpha() else " " for letter in plain if not _is_mark(letter)).split())


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) > 0 or letter in "'’`"


def _number(number: str, value: str) -> str:
    return plain_upn(value) if number == "upn" else value.strip().casefold()


def _differ(number: str, one: OnRoll, who: Who) -> bool:
    """Return whether a row and a pupil have each a number of this sort, and not the same.

    A UPN that a school made up until the right one came is replaced by the right one, zeros at the start are lost, and
    a UPN that is none tells nothing.
    """
    said, held = (_number(number, getattr(each, number)) for each in (who, one))
    if not (said and held):
        return False
    if number == "upn" and (fault_in(said) or (is_temporary(held) and not is_temporary(said))):
        return False
    return said != held if number == "upn" else said.lstrip("0") != held.lstrip("0")


def _may_be(one: OnRoll, who: Who, *, born: date | None) -> bool:
    if born and one.dob:
        return born == one.dob
    return not any(_differ(number, one, who) for number in _NUMBERS)


def _shares(one: OnRoll, who: Who, *, part: str) -> bool:
    """Return whether a word of one of the names of this part (first or last) is in both."""
    ours = {word for prefix in ("legal", "preferred") for word in folded_name(getattr(one, f"{prefix}_{part}")).split()}
    said = {getattr(who, f"{prefix}_{part}") for prefix in ("legal", "preferred")} | {who.name}
    return bool(ours & {word for name in said for word in folded_name(name).split()})


def _whole(one: OnRoll, who: Who) -> bool:
    return folded_name(who.name) in {folded_name(name) for name in one.names}
