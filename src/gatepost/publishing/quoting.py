"""Whether a text gives somebody's own words: quotation marks with a verb of saying, or set right beside the name."""

import re
from typing import Final

_QUOTATION: Final = re.compile(
    r"“[^“”\n]*\w[^“”\n]*”|\"[^\"\n]*\w[^\"\n]*\""
    r"|(?<!\w)‘[^‘’\n]*\w[^‘\n]*?’(?!\w)|(?<!\w)'[^'\n]*\w[^\n]*?'(?!\w)"
)
_SAYS: Final = re.compile(
    r"\b(?:add|admit|agree|announc|answer|ask|beam|boast|call|cheer|comment|declar|describ|enthus|exclaim|explain|giggl"
    r"|grin|insist|joke|laugh|not|observ|quip|recall|remark|remember|repl|report|shout|smil|suggest|whisper"
    r")(?:s|es|ed|d|ied|ies|ing|e)?\b|\b(?:say|says|said|saying|tell|tells|told|write|writes|wrote|written|puts? it"
    r"|thinks|thought|felt|feels|in (?:his|her|their) (?:own )?words|quote[sd]?|quoting|according to)\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"[\s,.:;–—-]{0,4}(?:\([^()\n]{0,40}\))?[\s,.:;–—-]{0,4}$")
_AFTER: Final = re.compile(
    r"^[^\w“”\"\n]{0,4}(?:\(?(?:aged?|year|from|in|class|\d)\b[^“”\"\n]{0,40})?[\s,.:;–—()-]{1,5}$", re.IGNORECASE
)


def has_quotation(text: str) -> bool:
    """Return whether any words of a text stand in quotation marks."""
    return _QUOTATION.search(text) is not None


def is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether a text gives the words of whoever bears the name that stands in it from `start` to `end`.

    It does where the line holds words in quotation marks and a verb of saying, or where name and quotation stand side
    by side. The title of a book that somebody read is no quotation; “Ruby said that she loved it” is none either.
    """
    quotations = [one.span() for one in _QUOTATION.finditer(text)]
    beside = [one for one in quotations if not one[0] <= start < one[1]]
    begins, ends = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = range(begins, ends if ends >= 0 else len(text))
    said = _SAYS.search(_QUOTATION.sub(" ", text[line.start : line.stop])) is not None
    return any((said and one[0] in line) or _side_by_side(text, start, end, one) for one in beside)


def _side_by_side(text: str, first: int, last: int, quotation: tuple[int, int]) -> bool:
    begins, ends = quotation
    if ends <= first:
        return _BEFORE.match(text[ends:first]) is not None
    return _AFTER.match(text[last:begins]) is not None and ":" in text[last:begins]
