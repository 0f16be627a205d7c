"""Who may take over what somebody leaves behind: a task goes to nobody who may not do it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gatepost.channels.models import Asking, Channel, LoginAsking
from gatepost.duties.models import Duty, Leaving, LeavingItem
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.roles import answers, role_name, who_may
from gatepost.schools.seat import Seat

_TASKS: Final[Mapping[str, Permission]] = {
    "check": Permission.CHECK_CHANNELS,
    "check.late": Permission.SEE_CHANNELS,
    "closing": Permission.MANAGE_CHANNELS,
    "leaving": Permission.MANAGE_PEOPLE,
    "leaving.late": Permission.SEE_LEAVERS,
    "lock": Permission.LOCK_CHANNELS,
    "sighting": Permission.MANAGE_CHANNELS,
    "take_down": Permission.TAKE_DOWN,
}
"""Kind of task → what whoever does it may do. What is not listed is told by what it is about."""
_ABOUT: Final[Mapping[str, Permission]] = {
    "channel": Permission.MANAGE_CHANNELS,
    "delivery": Permission.TAKE_DOWN,
    "past": Permission.LOOK_BACK,
}
_TRIAL: Final = ":trial"


@dataclass(frozen=True, slots=True)
class Need:
    """What an item takes of whoever takes it over: a permission at a school, or one of the roles of a `route`."""

    school: School
    permission: Permission
    route: str = ""

    def met_by(self, seat: Seat) -> bool:
        """Return whether somebody at the school may do it."""
        return seat.may(self.permission) and (not self.route or answers(seat.roles, self.route))

    @property
    def who(self) -> str:
        """The roles that may, as a sentence lists them."""
        roles = self.route.replace("+", "|").split("|")
        return " or ".join(map(role_name, roles)) if self.route else who_may(self.permission)


@dataclass(frozen=True, slots=True)
class Takers:
    """Who may take over all that is still to be handed over; where nobody may, `why` says so, and they may part."""

    people: tuple[Person, ...]
    why: str = ""


def takers(leaving: Leaving, items: Iterable[LeavingItem], *, at: datetime) -> Takers:
    """Return who may take over these items. Two queries, one of each school, and one for wishes."""
    needs = _needs(leaving, items)
    staff = seats(leaving.school, at=at)
    able = _able(needs.values(), leaving, staff, at=at)
    here = {one.person.pk: one.person for one in staff if one.person.pk != leaving.person_id}
    every = [person for key, person in here.items() if all(key in able[need] for need in needs.values())]
    if every:
        return Takers(tuple(every))
    some = tuple(person for key, person in here.items() if any(key in able[need] for need in needs.values()))
    nobody = next(
        (f"{_nobody(need)} “{item.says}”" for item, need in needs.items() if not able[need] & here.keys()), ""
    )
    return Takers(some, nobody or "Nobody else may take over all of this. Tick what one person may do, then the rest.")


def heirs(
    leaving: Leaving, items: Iterable[LeavingItem], *, first: Person | None, gone: Collection[int], at: datetime
) -> dict[LeavingItem, Person | None]:
    """Return who takes over each of these items where nobody chooses; None where nobody may.

    That is `first` where they may do it; else somebody who may at the school that it is of, the head before others.
    `gone` are the people who leave too.
    """
    needs = _needs(leaving, items)
    at_school = _staff(needs.values(), leaving, seats(leaving.school, at=at), at=at)
    found: dict[LeavingItem, Person | None] = {}
    for item, need in needs.items():
        may = [one for one in at_school[need.school] if need.met_by(one) and one.person.pk not in gone]
        may.sort(key=lambda one: (one.person != first, "headteacher" not in one.roles))
        found[item] = may[0].person if may else None
    return found


def check_can_take_over(
    person: Person | None, *, leaving: Leaving, items: Collection[LeavingItem], at: datetime
) -> None:
    """Raise UnableTo unless this is somebody else who works at the school and may do what these items ask for."""
    if person is None:
        raise UnableTo("Choose who takes over the accounts and tasks that are ticked.")
    staff = seats(leaving.school, at=at)
    here = {one.person.pk for one in staff}
    if person.pk == leaving.person_id or person.pk not in here:
        raise UnableTo(f"Choose somebody else who works at {leaving.school}.")
    needs = _needs(leaving, items)
    able = _able(needs.values(), leaving, staff, at=at)
    for item, need in needs.items():
        if not able[need] & here:
            raise UnableTo(f"{_nobody(need)} “{item.says}”")
        if person.pk not in able[need]:
            raise UnableTo(f"{person} may not do this: “{item.says}” Choose somebody with the role of {need.who}.")


def _nobody(need: Need) -> str:
    return f"Nobody else at {need.school} may do this. Give somebody the role of {need.who} first:"


def _able(needs: Iterable[Need], leaving: Leaving, staff: list[Seat], *, at: datetime) -> dict[Need, set[int]]:
    wanted = set(needs)
    at_school = _staff(wanted, leaving, staff, at=at)
    return {
        need: {one.person.pk for one in at_school[need.school] if need.met_by(one)} - {leaving.person_id}
        for need in wanted
    }


def _staff(needs: Iterable[Need], leaving: Leaving, here: list[Seat], *, at: datetime) -> dict[School, list[Seat]]:
    """Return everybody at each school that something is of. One query for each other school."""
    others = {need.school for need in needs} - {leaving.school}
    return {leaving.school: here} | {school: seats(school, at=at) for school in others}


def _needs(leaving: Leaving, items: Iterable[LeavingItem]) -> dict[LeavingItem, Need]:
    """Return what each item that is handed over takes. What is gone meanwhile takes nothing."""
    keys = {item: int(item.about.partition(":")[2]) for item in items if item.kind.hands_over}
    trust = leaving.school.trust_id
    tasks = Duty.objects.of_trust(trust).filter(pk__in=[key for item, key in keys.items() if item.what == "duty"])
    owned = Channel.objects.of_trust(trust).filter(pk__in=[key for item, key in keys.items() if item.what == "owner"])
    by_task = {duty.pk: duty for duty in tasks.select_related("school")}
    by_account = {channel.pk: channel.school for channel in owned.select_related("school")}
    routes = _routes(trust, by_task.values())
    found = {
        item: _of_task(by_task[key], routes) for item, key in keys.items() if item.what == "duty" and key in by_task
    }
    found |= {item: Need(by_account[key], Permission.SEE_CHANNELS)
              for item, key in keys.items() if item.what == "owner" and key in by_account}  # fmt: skip
    return found


def _routes(trust: int, tasks: Iterable[Duty]) -> dict[str, str]:
    """Return who answers each wish, for an account or a login, that a task is about."""
    found: dict[str, str] = {}
    about = [duty.about.partition(":") for duty in tasks]
    for kind, model in (("asking", Asking), ("login_asking", LoginAsking)):
        keys = [int(key) for what, _, key in about if what == kind]
        rows = model.objects.of_trust(trust).filter(pk__in=keys) if keys else ()
        found |= {f"{kind}:{row.pk}": row.route for row in rows}
    return found


def _of_task(duty: Duty, routes: Mapping[str, str]) -> Need:
    if duty.about in routes:
        return Need(duty.school, Permission.SEE_POLICY, routes[duty.about])
    if duty.about.endswith(_TRIAL):
        return Need(duty.school, Permission.MANAGE_CHANNELS)
    about = _ABOUT.get(duty.about.partition(":")[0], Permission.SEE_POLICY)
    return Need(duty.school, about if duty.about.startswith("past:") else _TASKS.get(duty.kind, about))
