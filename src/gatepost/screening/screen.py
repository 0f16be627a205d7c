"""One situation under its policies: detectors first, then the engine."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from gatepost.detectors import Finding, Roster
from gatepost.policy import CompiledPolicy, Situation, Verdict, evaluate, parse_situation
from gatepost.policy.facts import Found
from gatepost.screening.findings import as_found, detect, texts, unsettled
from gatepost.screening.given import facts_of
from gatepost.screening.people import Read, join_people, place
from gatepost.screening.pictures import Looked, Reader, look_into, with_regions
from gatepost.screening.prose import read_prose

Value = TypeVar("Value")
Other = TypeVar("Other")


def screen(
    data: Any,
    *,
    policies: Sequence[CompiledPolicy],
    roster: Roster | None = None,
    contacts: Collection[str] = (),
    pictures: Reader | None = None,
) -> Verdict:
    """Return what the policies say of a situation, with what detectors find in its texts among the facts.

    `data` is the situation as read from a file and is not changed. The first policy is the one that the verdict
    names; the baseline comes last. `roster` is the school's roll, `contacts` are its own numbers and addresses.
    `pictures` reads the files of its media, which are then looked into; without it they are not, and a hint says so.
    Raises SituationError, with a sentence for the writer, where the situation cannot be read.
    """
    looked = look_into(data, read=pictures, roster=roster) if pictures else Looked(data, hints=[*_unseen(data)])
    situation = read_situation(looked.data, roster=roster, contacts=contacts)
    situation = replace(situation, hints=(*situation.hints, *looked.hints))
    return with_regions(evaluate(policies, situation), looked.regions)


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
    return replace(situation, hints=(*situation.hints, *reader.hints))


def _unseen(data: Any) -> Iterator[str]:
    """Say of each picture that nothing has looked at it."""
    media = facts_of(data).get("media")
    for position, item in enumerate(media if isinstance(media, list) else ()):
        if isinstance(item, Mapping) and item.get("file"):
            yield f"media[{position}].file: nothing has looked at this picture, so the facts must say what it shows."


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
        read = [
            Read(path, text, self.safely((), partial(detect, text, roster=self.roster, contacts=self.contacts)))
            for path, text in texts(facts).items()
        ]
        people, joined = self.joined(facts, [one for one in read if one.path != "comment.text"])
        found: list[Found] = []
        for one in read:
            extra = [finding for path, finding in joined if path == one.path and finding not in one.findings]
            for finding in unsettled((*one.findings, *extra), facts, text=one.path):
                who = tuple(place(position) for position in joined.get((one.path, finding), ()))
                found.append(as_found(finding, fact=one.path, who=who))
        return tuple(found), people

    def joined(
        self, facts: Mapping[str, Any], read: Sequence[Read]
    ) -> tuple[list[dict[str, Any]], Mapping[tuple[str, Finding], tuple[int, ...]]]:
        """Return the people of a post with the names in its words joined to them, and where each name went."""
        listed = facts.get("people")
        people = self.safely(None, partial(join_people, listed, read=read, roster=self.roster)) if read else None
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
