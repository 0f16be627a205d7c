"""One situation under its policies: detectors first, then the engine."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from gatepost.detectors import Finding, Roster
from gatepost.policy import CompiledPolicy, Situation, Verdict, evaluate, parse_situation
from gatepost.policy.facts import Facts, Found
from gatepost.screening.findings import as_found, detect, texts, unsettled
from gatepost.screening.given import facts_of
from gatepost.screening.people import join_people, place
from gatepost.screening.prose import read_prose

Value = TypeVar("Value")
Other = TypeVar("Other")


def screen(
    data: Any,
    *,
    policies: Sequence[CompiledPolicy],
    roster: Roster | None = None,
    contacts: Collection[str] = (),
) -> Verdict:
    """Return what the policies say of a situation, with what detectors find in its texts among the facts.

    `data` is the situation as read from a file and is not changed. The first policy is the one that the verdict
    names; the baseline comes last. `roster` is the school's roll, `contacts` are its own numbers and addresses.
    Raises SituationError, with a sentence for the writer, where the situation cannot be read.
    """
    return evaluate(policies, read_situation(data, roster=roster, contacts=contacts))


def read_situation(
    data: Any, *, roster: Roster | None = None, contacts: Collection[str] = (), all_on_roll: bool = False
) -> Situation:
    """Return a situation with what detectors find in its texts among its facts, ready to be evaluated.

    The arguments and SituationError are those of `screen`. With `all_on_roll` every listed person is on the roster
    under their number, so that whoever was looked for in the text and not found there is known not to be named.
    """
    reader = _Reader(roster, contacts, all_on_roll=all_on_roll)
    found, people = reader.found(facts_of(data))
    prose = reader.prose(data)
    situation = parse_situation(_with_people(data, people), found=found, prose=prose)
    hints = (*situation.hints, *_unseen(situation.facts), *reader.hints)
    return replace(situation, hints=hints)


def _unseen(facts: Facts) -> Iterator[str]:
    """Say of each picture that nobody has looked at it: this version reads texts alone."""
    for item in facts.items("media"):
        if item.get("file"):
            yield f"{item.at('file')}: this version does not look at pictures, so the facts must say what it shows."


def _with_people(data: Any, people: list[dict[str, Any]]) -> Any:
    return {**data, "facts": {**data["facts"], "people": people}} if people else data


class _Reader:
    """Reads the texts. A detector that fails is left out and said so: no fault of ours decides about a post."""

    def __init__(self, roster: Roster | None, contacts: Collection[str], *, all_on_roll: bool) -> None:
        self.roster = roster
        self.all_on_roll = all_on_roll
        self.contacts = contacts
        self.hints: list[str] = []

    def found(self, facts: Mapping[str, Any]) -> tuple[tuple[Found, ...], list[dict[str, Any]]]:
        """Return what was found in every text, and the people with the names in the text joined to them."""
        found: list[Found] = []
        people: list[dict[str, Any]] = []
        for path, text in texts(facts).items():
            seen = self.safely((), partial(detect, text, roster=self.roster, contacts=self.contacts))
            joined: Mapping[Finding, tuple[int, ...]] = {}
            if path == "text":
                people, joined = self.joined(facts, text, seen)
            extra = [finding for finding in joined if finding not in seen]
            for finding in unsettled((*seen, *extra), facts, text=path):
                who = tuple(place(position) for position in joined.get(finding, ()))
                found.append(as_found(finding, fact=path, who=who))
        return tuple(found), people

    def joined(
        self, facts: Mapping[str, Any], text: str, seen: tuple[Finding, ...]
    ) -> tuple[list[dict[str, Any]], Mapping[Finding, tuple[int, ...]]]:
        """Return the people of a post with the names in its text joined to them, and where each name went."""
        listed = facts.get("people")
        people = self.safely(None, partial(join_people, listed, text=text, findings=seen, roster=self.roster))
        if people is None:
            return [], {}
        if self.all_on_roll:
            people.entries = [{"named_in_text": "none", **entry} for entry in people.entries]
        return people.entries, people.joined

    def prose(self, data: Any) -> Mapping[str, frozenset[str]]:
        """Return the classes of the situation's free prose, by path."""
        kind = data.get("kind") if isinstance(data, Mapping) else None
        nothing: Mapping[str, frozenset[str]] = {}
        return self.safely(nothing, partial(read_prose, facts_of(data), kind=kind))

    def safely(self, otherwise: Other, read: Callable[[], Value]) -> Value | Other:
        """Return what `read` returns; where it fails, `otherwise`, with a hint that says so."""
        try:
            return read()
        except Exception as error:
            self.hints.append(f"The words could not be searched ({type(error).__name__}), so read them with care.")
            return otherwise
