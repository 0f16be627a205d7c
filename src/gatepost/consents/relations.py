"""Who somebody is to a pupil, as forms and lists say it: it may tell two people apart, never that they are one."""

import re
from functools import lru_cache
from typing import Final

_SAME: Final = {
    **dict.fromkeys(("mum", "mums", "mummy", "mam", "mom", "mothers"), "mother"),
    **dict.fromkeys(("dad", "dads", "daddy", "fathers"), "father"),
    **dict.fromkeys(("gran", "grandma", "nan", "nana"), "grandmother"),
    **dict.fromkeys(("grandad", "granddad", "grandpa"), "grandfather"),
    "carers": "carer", "guardians": "guardian",
}  # fmt: skip
_ANYBODY: Final = frozenset("parent parents parental contact family".split())
_FILLING: Final = frozenset("a an the or and of to s is legal pupil pupils child childs student students".split())
_EITHER: Final = frozenset("carer guardian".split())
_TITLES: Final = frozenset("mr mrs ms miss mx master dr doctor prof professor rev revd sir dame lady lord".split())
_RELATED: Final = _ANYBODY | _FILLING | _EITHER | frozenset(
    "mother father stepmother stepfather stepmum stepdad stepparent step grandmother grandfather grandparent grand "
    "grandparents foster adoptive birth biological natural first second other relative aunt uncle auntie sister "
    "brother sibling partner husband wife spouse son daughter cousin social worker self primary main".split()
)  # fmt: skip


@lru_cache(maxsize=4096)
def relation_of(said: str) -> str:
    """Return what tells this giver from others who have no name; empty where it may be any parent: “Parent or carer”.

    Two different words are two people. The same word may still be two.
    """
    words = set(_words(said)) - _FILLING
    told = words - _ANYBODY - (_EITHER if words & _ANYBODY else frozenset())
    return " ".join(sorted(told))


def are_apart(one: str, other: str) -> bool:
    """Return whether two descriptions of a giver are those of two people, as mother and father are."""
    return bool(relation_of(one) and relation_of(other)) and relation_of(one) != relation_of(other)


def is_name(said: str) -> bool:
    """Return whether this names somebody, rather than saying only who they are to the pupil: “Foster carer”."""
    return len(said.split()) > 1 and bool(_own(said))


def is_sure_name(said: str) -> bool:
    """Return whether this is the name of one person in a family, as “Mrs Hartley” and “J Hartley” are not surely."""
    return sum(len(word) > 1 for word in _own(said)) > 1


def _own(said: str) -> list[str]:
    return [word for word in _words(said) if word not in _TITLES | _RELATED and not word.isdigit()]


def _words(said: str) -> list[str]:
    found = re.findall(r"[^\W_]+", said.casefold().replace("step-", "step").replace("grand-", "grand"))
    return [_SAME.get(word, word) for word in found]
