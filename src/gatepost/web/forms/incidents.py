"""What is sent from the page on incidents and stops."""

from dataclasses import dataclass

from django.http import QueryDict

from gatepost.web.numbers import number


@dataclass(frozen=True, slots=True)
class Sent:
    """The words that were typed, whether it is for the whole trust, and the accounts and people chosen, by id.

    `form` names the form of the page, `pk` the stop or incident that it ends.
    """

    form: str = ""
    pk: int = 0
    words: str = ""
    whole_trust: bool = False
    channels: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()


def sent(form: str, data: QueryDict, *, pk: int = 0) -> Sent:
    """Return what was sent from one of the page's forms, so that it can be shown again if it is refused."""
    channels, people = _ids(data.getlist("channels")), _ids(data.getlist("people"))
    return Sent(form, pk, data.get("words", ""), "whole_trust" in data, channels, people)


def _ids(chosen: list[str]) -> frozenset[int]:
    return frozenset(found for one in chosen if (found := number(one)) is not None)
