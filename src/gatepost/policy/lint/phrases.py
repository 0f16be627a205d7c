"""Patterns written as phrases: a space stands for any white space, since a policy's lines break anywhere."""

import re

_SPACE = re.compile(r"(?P<kept>\\.|\(\?<[=!][^)]*\)|\[(?:\\.|[^\]\\])*\])| (?P<optional>\??)")


def _any_white_space(found: re.Match[str]) -> str:
    kept = found["kept"]
    if kept:  # a look-behind has a fixed width, and a class of characters stands as it is written
        return str(kept.replace(" ", r"\s") if kept.startswith("(?<") else kept)
    return r"\s*" if found["optional"] else r"\s+"


def phrase(pattern: str, *, exact_case: bool = False) -> re.Pattern[str]:
    """Return a pattern compiled so that a space matches white space (` ?`: or none); ^ and $ hold at every line."""
    flags = re.MULTILINE if exact_case else re.MULTILINE | re.IGNORECASE
    return re.compile(_SPACE.sub(_any_white_space, pattern), flags)
