"""What to say in place of a pupil's name, so that the sentence still reads as one; and a text without some words."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Instead:
    """Words in place of the characters `[start, end)` of a text: the name, and what goes with it."""

    start: int
    end: int
    words: str

    def __str__(self) -> str:
        return self.words

    def done(self, text: str) -> str:
        """Return the text with the words in it."""
        return text[: self.start] + self.words + text[self.end :]


def unnamed(text: str, start: int, end: int) -> Instead:
    """Return what to say instead of the name at `[start, end)`: “one of our pupils”, as the sentence needs it.

    The words are none where what stands before says enough: “our captain Zofia” becomes “our captain”.
    """
    start, end, many = _with_others(text, start, end)
    owned = _OWNS.match(text[end:])
    said = (_OWNER if owned else _ONE) if many == 1 else f"{_NUMBERS[many]} of our pupils"
    if many == 1 and (own := _OUR.search(text[:start])):
        start = own.start()
    elif many == 1 and _KIND_OF.search(text[:start]):
        said = "pupil"
    elif many == 1 and not owned and (called := _CALLED.search(text[:start])):
        return Instead(called.end("what"), end, "")
    if owned and owned[0] != "’s":
        said, end = f"{said}{'’' if said.endswith('s') else '’s'}", end + len(owned[0])
    elif owned and said.endswith("s"):
        said, end = f"{said}’", end + len(owned[0])
    if praise := _PRAISE.search(text[:start]):
        start, said = praise.start("gap"), f" to {said}"
    return Instead(start, end, _capital(said) if _begins(text, start) else said)


def without(before: str, after: str) -> str:
    """Return what stands before and after words that are taken out, without what would stay behind.

    That is a blank, an “and”, a comma, and a preposition before nothing: “See you at, on Friday.”
    """
    owned = _OWNS.match(after)
    before, after = (before, f"{_to(before)}the{after[owned.end() :]}") if owned else _out_of_list(before, after)
    if re.match(r"\s*([.,;:!?)]|$)", after):
        before = _DANGLING.sub("", before)
    if re.match(r"\s*([.!?)]|$)", after):
        before = before.rstrip(" ,")
    if _begins(before, len(before)):
        after = _capital(_LEFT_FIRST.sub("", after).lstrip(" "))
    if before[-1:] in {" ", "", "\n"}:
        after = after.lstrip(" ")
    if re.match(r"[.,;:!?)]", after):
        before = before.rstrip(" ")
    return before + after


def _to(before: str) -> str:
    return "to " if _PRAISE.search(before) else ""


def _out_of_list(before: str, after: str) -> tuple[str, str]:
    before = _OUR.sub("", before)
    if _PAIR.match(after) and re.search(r",[ ]*$", before):
        return re.sub(r",[ ]*$", "", before), after
    if _PAIR.match(after):
        return before, _PAIR.sub(" ", after)
    if _PAIR_ENDS.search(before):
        return _PAIR_ENDS.sub("", before), after
    if (_begins(before, len(before)) or _DANGLING.search(before)) and _NEXT_IN_LIST.match(after):
        return before, _NEXT_IN_LIST.sub("", after)
    return before, after


def _with_others(text: str, start: int, end: int) -> tuple[int, int, int]:
    """Return the place of a name with the pupils beside it who are unnamed already, and how many they are then."""
    many = 1
    if ahead := _OTHERS_AFTER.match(text[end:]):
        many, end = many + _COUNT[ahead["many"].casefold()], end + ahead.end()
    if back := _OTHERS_BEFORE.search(text[:start]):
        many, start = many + _COUNT[back["many"].casefold()], back.start("all")
    return start, end, min(many, len(_NUMBERS) - 1)


def _begins(text: str, at: int) -> bool:
    """Tell whether a sentence begins there."""
    before = text[:at].rstrip(" “\"'‘")
    return not before or before[-1] in ".!?\n"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_ONE: Final = "one of our pupils"
_OWNER: Final = "a pupil"
_NUMBERS: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "several")
_COUNT: Final = {number: count for count, number in enumerate(_NUMBERS)}
_SAID: Final = rf"(?P<many>{'|'.join(_NUMBERS[1:])}) of our pupils"
_OTHERS_AFTER: Final = re.compile(rf"(?:,? and |,? & |, ){_SAID}\b(?!’)", re.IGNORECASE)
_OTHERS_BEFORE: Final = re.compile(rf"\b(?P<all>{_SAID}(?:,? and |,? & |, ))$", re.IGNORECASE)
_OWNS: Final = re.compile(r"’s|'s|[’'](?=\s+[a-z])")
_OUR: Final = re.compile(r"\b(?:our|my)(?: very)?(?: own)? $", re.IGNORECASE)
"""“our Zofia”: the words do not go before “one of our pupils”."""
_KIND_OF: Final = re.compile(
    r"\b(?:our|my|the|a|an|this)(?: very)?(?: (?:amazing|brave|brilliant|clever|fabulous|fantastic|great|incredible"
    r"|kind|little|lovely|marvellous|super|superb|talented|wonderful|young))+ $",
    re.IGNORECASE,
)
"""“the talented Zofia”: “the talented pupil”."""
_CALLED: Final = re.compile(
    r"\b(?:our|the|this)(?: \w+){0,2} (?P<what>captain|champion|goalkeeper|head boy|head girl|player|pupil|reader"
    r"|runner|scorer|singer|striker|student|swimmer|winner|writer) $",
    re.IGNORECASE,
)
"""“our captain Zofia”: “our captain”."""
_PRAISE: Final = re.compile(
    r"\b(?:well done|well played|congratulations|congrats|bravo|hats off|kudos|good luck|thanks|thank you"
    r"|happy birthday|shout ?-?out|welcome|welcome back|big (?:hand|cheer|thanks)|three cheers)(?P<gap>,? )$",
    re.IGNORECASE,
)
"""What is said to somebody: “Well done Zofia” becomes “Well done to …”."""
_DANGLING: Final = re.compile(r"(?<=\w)[ ]+(?:at|in|on|from|to|near|by|with|for)[ ]*$")
_PAIR: Final = re.compile(r"[ ]+(?:and|&)[ ]+")
_PAIR_ENDS: Final = re.compile(r",?[ ]+(?:and|&)[ ]+$")
_NEXT_IN_LIST: Final = re.compile(r"[ ]*,[ ]+(?=[A-Z])")
_LEFT_FIRST: Final = re.compile(r"[ ]*[,:;–-][ ]*")
