"""What a list says of parental responsibility, beside what a school has on record of the contacts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from gatepost.consents.imports.pupils import folded_name
from gatepost.consents.imports.said import Remark, Said, in_order

_STANDS: Final = (
    "The list says that {name} has parental responsibility, and on record is that they have none. That stands: "
    "where it is not so any more, change it on the pupil’s page."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who is asked about a pupil: both keys, the name, and whether they are responsible, as on record."""

    key: int
    pupil: int
    name: str
    responsible: bool | None


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who is newly said to have parental responsibility, and who to have none; and rows that change nothing.

    A list takes responsibility away and never gives it back: a yes of somebody who has none holds nothing, and that may
    be an order of a court that a list does not know.
    """

    gained: tuple[Asked, ...] = ()
    lost: tuple[Asked, ...] = ()
    stands: tuple[Remark, ...] = ()


def responsibility(said: Mapping[tuple[int, str], Said], asked: Iterable[Asked]) -> Responsibility:
    """Return what changes. `said` is what a list says of whom, by the key of the pupil and the folded name."""
    gained, lost, stands = [], [], []
    for one in asked:
        told = said.get((one.pupil, folded_name(one.name)))
        if told is None or told.responsibility == one.responsible:
            continue
        if not told.responsibility:
            lost.append(one)
        elif one.responsible is None:
            gained.append(one)
        else:
            stands.append(Remark(told.row, _STANDS.format(name=one.name)))
    return Responsibility(tuple(gained), tuple(lost), in_order(stands))
