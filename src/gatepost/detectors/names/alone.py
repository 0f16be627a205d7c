"""First names and surnames that stand alone: a pupil only where the words around say that a person is meant."""

from __future__ import annotations

import re

from gatepost.detectors.names.fold import fold_name
from gatepost.detectors.names.full import Match
from gatepost.detectors.names.lexicon import (
    ACTS,
    ANIMALS,
    CONNECTORS,
    FILLER,
    GROUPS,
    MAKER,
    NO_ACTS,
    OFFICES,
    PERSON_VERBS,
    PLACE_BEFORE,
    PRAISE,
    ROLE,
    SHOWS,
    STYLES,
    THINGS,
    TITLES,
    WEAK_VERBS,
    WORK_NOUNS,
    beside,
    categories,
)
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.names.tokens import Hit, Words

_STRONG, _SOME, _NONE, _AGAINST = 3, 1, 0, -1
_PHRASES_AFTER = re.compile(
    r"before meals|before (?:lunch|dinner)|half.term|bank holiday|and (?:justice|order|proper|about|white|blue|gold)"
    r"|in wonderland|the musical|the movie|and the\b|the tank engine|of the (?:day|week|month)|s (?:web|dictionary)\b"
    r"|(?:up|down|out) (?:the|your|a)\b|your|we\b|you\b|they\b|there\b|the (?:date|best|most"
    r"|first)\b|be\b|it\b|i\b|not\b"
)


def first_names(words: Words, hits: list[Hit], roster: Roster, taken: set[int]) -> list[Match]:
    """First names of pupils that stand alone, the sure ones first: a name in a list with a sure one is sure too."""
    open_hits = _free(hits, roster.firsts, taken)
    staff = _staff_named(words, roster) if open_hits else set()
    sure: dict[Hit, Match] = {}
    weak: list[Hit] = []
    for h in open_hits:
        score = _first_score(words, h, roster, staff)
        if score >= _STRONG:
            sure[h] = _first_match(h, roster, 0.9, "first name on the roll, with words that mean a person")
        elif score > _AGAINST:
            weak.append(h)
    for h in weak:
        if _plain_first(words, h):
            sure[h] = _first_match(h, roster, 0.6, "first name on the roll")
    _spread(words, weak, sure, roster, taken)
    return list(sure.values())


def surnames(words: Words, hits: list[Hit], roster: Roster, taken: set[int]) -> list[Match]:
    """Surnames of pupils that stand alone with a cue: `Hartley wins`, `the Hartley twins`, a list of a team."""
    open_hits = [h for h in _free(hits, roster.lasts, taken) if _nameable(words, h, roster)]
    sure: dict[Hit, Match] = {}
    weak: list[Hit] = []
    for h in open_hits:
        ambiguous = _is_common(words, h)
        if _surname_cue(words, h, ambiguous=ambiguous):
            sure[h] = _last_match(h, roster)
        else:
            weak.append(h)
    _spread_surnames(words, weak, sure, roster)
    return list(sure.values())


def _free(hits: list[Hit], names: dict[int, list[int]], taken: set[int]) -> list[Hit]:
    """The hits of these names that are not taken; the longest where several begin together."""
    best: dict[int, Hit] = {}
    for h in hits:
        if h.name in names and taken.isdisjoint(range(h.first, h.last)):
            held = best.get(h.first)
            if held is None or h.last > held.last:
                best[h.first] = h
    return list(best.values())


def _first_match(h: Hit, roster: Roster, confidence: float, why: str) -> Match:
    return Match(h.first, h.last, tuple(roster.firsts[h.name]), "first", confidence, why)


def _last_match(h: Hit, roster: Roster) -> Match:
    return Match(
        h.first,
        h.last,
        tuple(roster.lasts[h.name]),
        "surname",
        0.85,
        "surname on the roll, with words that mean a person",
    )


def _first_score(words: Words, h: Hit, roster: Roster, staff: set[int]) -> int:
    word = words.get(h.first)
    if h.name in staff or _animal(words, h):
        return _AGAINST
    doubt = categories("first").get(word, "")
    if h.last - h.first > 1:
        doubt = ""
    if not words.capital(h.first):
        praised = not doubt and word not in beside() and _before(words, h.first) == "praise" and len(word) > 2
        return _STRONG if praised and words.get(h.first - 1) in PRAISE | {"to"} else _AGAINST
    if _belongs_to_another(words, h, roster) or _is_thing(words, h, doubt):
        return _AGAINST
    return _weigh(words, h, doubt)


def _animal(words: Words, h: Hit) -> bool:
    """`Archie the school dog`, `our therapy dog Archie`."""
    if words.get(h.first - 1) in ANIMALS:
        return True
    return words.get(h.last) in {"the", "our"} and not ANIMALS.isdisjoint(words.word[h.last + 1 : h.last + 4])


def _staff_named(words: Words, roster: Roster) -> set[int]:
    """First names of the staff on the roll whom the text names by title and surname."""
    found: set[int] = set()
    for i, word in enumerate(words.word):
        if word in TITLES and (number := roster.ids.get(words.get(i + 1))) is not None:
            staff = (roster.people[p] for p in roster.lasts.get(number, ()) if roster.people[p].kind == "staff")
            found.update(n for p in staff if (n := roster.ids.get(fold_name(p.legal_first))) is not None)
    return found


def _weigh(words: Words, h: Hit, doubt: str) -> int:
    before, after = _before(words, h.first), _after(words, h)
    if doubt in {"date", "place", "town"}:
        strong = before in {"praise", "role"} or after in {"work", "class"} or (after == "verb" and doubt != "town")
        strong = strong or (after == "weak" and doubt != "town" and _pronoun(words, h.last))
        strong = strong or (words.get(h.first - 1) == "to" and words.get(h.last) == "for")
    elif doubt == "word" and words.opens(h.first) and _PHRASES_AFTER.match(_rest(words, h)):
        return _AGAINST
    else:
        strong = before in {"praise", "role"} or after in {"verb", "work", "class"}
        strong = strong or (before == "maker" and (not doubt or not words.opens(h.first)))
        strong = strong or (not doubt and after in {"weak", "possessive"})
        strong = strong or (after == "weak" and _pronoun(words, h.last))
        strong = strong or (after == "possessive" and words.get(h.first) not in OFFICES and not _article(words, h))
        if strong and doubt and before != "praise" and after not in {"class", "verb"}:
            strong = GROUPS.isdisjoint(words.word[h.last : h.last + 8])
    return _STRONG if strong else _NONE


def _pronoun(words: Words, at: int) -> bool:
    """Whether the words that follow speak of a person: `has been practising his reading`."""
    return not {"his", "her", "he", "she", "himself", "herself", "their"}.isdisjoint(words.word[at : at + 12])


def _article(words: Words, h: Hit) -> bool:
    return words.get(h.first - 1) in {"the", "a", "an"} or words.capital(h.last + 1)


def _plain_first(words: Words, h: Hit) -> bool:
    """A name that is no word, with a capital that says something, and nothing around it against a pupil."""
    word = words.get(h.first)
    if h.last - h.first == 1 and (word in categories("first") or word in beside() or len(word) < 3):
        return False
    after = words.gap(h.last).lstrip()
    if after.startswith(":") and not after.endswith('"'):  # a part in a play, with who plays it
        return False
    return not words.passage.shouting and words.get(h.first - 1) not in PLACE_BEFORE - {"at", "to", "around", "of"}


def _rest(words: Words, h: Hit) -> str:
    return " ".join(words.word[h.last : h.last + 3])


def _before(words: Words, i: int) -> str:
    """What leads up to word i: praise, a role, a word of authorship, or nothing; small words are walked over."""
    lead = words.passage.lower[max(0, words.start[i] - 90) : words.start[i]]
    if _ANNOUNCED.search(lead) or _GREETED.search(lead):
        return "praise"
    if _SHOWN.search(lead):
        return "maker"
    at = i - 1
    while at >= 0 and i - at <= 9:
        if "\n" in words.gap(at + 1) and words.get(at) not in PRAISE | ROLE:
            return ""
        word = words.get(at)
        if word in PRAISE and _is_praise(words, at):
            return "praise"
        if word in ROLE:
            return "role"
        if word in MAKER and at == i - 1:
            return "maker"
        if word not in FILLER and not word.isdigit():
            return ""
        at -= 1
    return ""


_ANNOUNCED = re.compile(
    r"\b(?:winners?|prize|award|champions?|medal|runners? ?up|captains?|star|mvp|badge"
    r"|congratulations|well done|crown|trophy"
    r"|player|mention|prefects?)\b[^!?\n.]{0,60}(?:\.\.\.|…|:|\b(?:is|are|to|goes to|was))\W{0,4}\Z"
)


_GREETED = re.compile(
    r"(?:\b(?:hats off to|big up|high fives? (?:to|for)|nice one|props to|keep it up|way to go"
    r"|go on|get in|round of applause for"
    r"|cheers(?: to)?|all the best(?: to)?|say (?:hello|hi|goodbye) to|(?:delighted|pleased"
    r"|chuffed|happy|thrilled|over the moon)"
    r" (?:for|with)|get well soon|welcome back|wishing)"
    r"|\b(?:great|good|brilliant|fantastic|super|superb|lovely|amazing|excellent|awesome|top"
    r"|nice|fab|fabulous|wonderful"
    r"|incredible|outstanding|stunning|terrific|beautiful|impressive|solid|huge|magnificent"
    r"|sterling|hard) (?:\w+ )?(?:work|efforts?|job|stuff"
    r"|running|swimming|singing|playing|reading|writing|performances?|goals?|save|result"
    r"|achievement|attitude|play|learning"
    r"|artwork|drawing|painting|poem|story|model|speech|run|race|win|swim|display|shooting|batting|bowling|baking)"
    r"(?: today| this week)?(?:,| -| by| from| to)?"
    r"|\b(?:made|written|drawn|painted|designed|created|baked|built|taken|composed|knitted"
    r"|art ?work|photo|poem|picture|painting"
    r"|drawing|story|model|speech|song|solo|design|poster|words|goals?|try|tries|assist|letter"
    r"|sculpture|cake) (?:\w+ )?by)\W{1,3}\Z"
)
_SHOWN = re.compile(r"\b(?:look at|here's|here is|this is|it's|thank goodness for|ask)\W{1,3}\Z")


def _is_praise(words: Words, at: int) -> bool:
    word, before = words.get(at), words.get(at - 1)
    if word == "done":
        return before == "well"
    if word in {"luck", "birthday"}:
        return before in {"good", "happy", "th", "st", "nd", "rd", "best", "of"}
    if word in {"go", "come"}:
        return words.opens(at)
    return True


def _after(words: Words, h: Hit) -> str:
    """What follows: an act of a person, their work (possessive), their class or age, or nothing."""
    gap, word = words.gap(h.last), words.get(h.last)
    if gap == "'" and word == "s":
        return _possessed(words, h.last + 1)
    if gap.startswith("' ") and words.get(h.last - 1).endswith("s"):
        return _possessed(words, h.last)
    if _has_class(gap, word, words, h.last):
        return "class"
    if not words.touches(h.last) and gap.strip(" ,(") not in {"", "-"}:
        return ""
    if word in {"also", "then", "just", "really", "certainly", "proudly", "kindly", "bravely", "has", "have", "and"}:
        word = words.get(h.last + 1)
    if word in WEAK_VERBS:
        return "weak"
    return "verb" if word in PERSON_VERBS and words.gap(h.last).strip(" ,") == "" else ""


def _possessed(words: Words, at: int) -> str:
    return "work" if words.get(at) in WORK_NOUNS or words.get(at + 1) in WORK_NOUNS else "possessive"


_CLASS = re.compile(r"(?:1[0-3]|[1-9])[a-z]{1,2}|[a-z]?(?:1[0-3]|[1-9])")
_CLASS_LEAD = frozenset({"year", "yr", "y", "class", "aged", "age", "form", "reception", "nursery"})


def _has_class(gap: str, word: str, words: Words, at: int) -> bool:
    """`Oliver, Year 8`, `Oliver (8B)`, `Oliver from 7H`, `Oliver in Year 4`, `Oliver, 9, …`, `Oliver Y6`."""
    if gap.strip(" ,(-") not in {"", "["}:
        return False
    if word in {"from", "in", "of"}:
        at, word = at + 1, words.get(at + 1)
        if word in {"our", "the"}:
            word = words.get(at + 1)
        return word in _CLASS_LEAD or word in {"year"} or _CLASS.fullmatch(word) is not None
    if word in _CLASS_LEAD:
        return word in {"reception", "nursery", "aged"} or words.get(at + 1)[:1].isdigit() or gap.strip(" ") != ""
    return (bool(gap.strip(" ")) and _CLASS.fullmatch(word) is not None) or re.fullmatch(
        r"y\d{1,2}[a-z]?", word
    ) is not None


def _belongs_to_another(words: Words, h: Hit, roster: Roster) -> bool:
    """Whether a title before, or a capital beside, makes this part of somebody else's name."""
    if words.get(h.first - 1) in STYLES and words.gap(h.first) in {" ", ". "}:
        return words.get(h.first - 1) in TITLES or words.capital(h.first - 1)
    if words.gap(h.first) == "-" and words.capital(h.first - 1):
        return True
    if words.gap(h.last) == "-" and words.capital(h.last):
        return True
    if words.passage.shouting:
        return False
    titled = words.title_case
    return _other_name(words, h.last, h.last, roster, titled=titled) or _other_name(
        words, h.first - 1, h.first, roster, titled=titled or words.opens(h.first - 1)
    )


def _other_name(words: Words, at: int, join: int, roster: Roster, *, titled: bool) -> bool:
    """Whether word `at` is a capitalised part of a name: beside the name, and no word that a caption would shout."""
    word = words.get(at)
    if not words.touches(join) or not words.capital(at) or len(word) < 2 or any(map(str.isdigit, word)):
        return False
    if word in beside() or word in PERSON_VERBS or word in ROLE or word in PRAISE or word in WORK_NOUNS:
        return at >= join and word in THINGS and word not in PERSON_VERBS
    if titled:
        number = roster.ids.get(word)
        return number is not None and number in roster.lasts and at >= join
    return True


def _is_thing(words: Words, h: Hit, doubt: str) -> bool:
    """Whether what stands beside the name makes it a street, a show, a festival or a place."""
    follower = words.get(h.last)
    if words.touches(h.last) and follower in THINGS and (words.capital(h.last) or doubt):
        return follower not in WORK_NOUNS or bool(doubt)
    before = words.get(h.first - 1)
    if before in {"of", "the", "a", "an"} and words.get(h.first - 2) in SHOWS:
        return True
    if before in SHOWS and before not in {"story", "poem", "song", "text"} and words.gap(h.first) == " ":
        return True
    quoted = words.gap(h.first)[-1:] in {'"', "'"} and words.gap(h.last)[:1] in {'"', "'"}
    return bool(quoted and follower != "s") or (
        _PHRASES_AFTER.match(_rest(words, h)) is not None
        and (
            _rest(words, h).startswith(
                ("the musical", "the movie", "in wonderland", "the tank", "s web", "and the ", "half")
            )
        )
    )


def _spread(words: Words, weak: list[Hit], sure: dict[Hit, Match], roster: Roster, taken: set[int]) -> None:
    """Let certainty pass along a list: in `Amelia, Grace and Will` one sure name makes the others sure."""
    known = {i for h in sure for i in range(h.first, h.last)} | taken
    in_order = sorted(weak, key=lambda h: h.first)
    for h, back in [(h, True) for h in in_order] + [(h, False) for h in reversed(in_order)]:
        if h not in sure and _listed(words, h.first if back else h.last, known, back=back):
            sure[h] = _first_match(h, roster, 0.85, "first name on the roll, in a list with other pupils")
            known.update(range(h.first, h.last))


def _listed(words: Words, at: int, known: set[int], *, back: bool) -> bool:
    """Whether a known name is the neighbour across a comma, an ampersand or `and`."""
    step = -1 if back else 1
    neighbour = at - 1 if back else at
    join = words.gap(at)
    if words.get(neighbour) in CONNECTORS and words.gap(neighbour if back else neighbour + 1).strip(" ,") == "":
        return join.strip(" ,") == "" and neighbour + step in known
    return join.strip() in {",", "&", "/", "+", ", &"} and neighbour in known


def _nameable(words: Words, h: Hit, roster: Roster) -> bool:
    if (
        not (words.capital(h.first) or words.capital(h.last - 1))
        or words.passage.shouting
        or len(words.get(h.last - 1)) < 2
    ):
        return False
    return not _belongs_to_another(words, h, roster)


_KIN = frozenset("twins brothers sisters twin brother sister siblings family boys girls duo triplets".split())
_LIST_LINE = re.compile(r"(?:team|squad|xi|line.?up|scorers?|goals?|players?|starting|subs|results?|runners|winners)\b")


_FEAT = re.compile(
    r"(?:'s)? (?:at the double|on fire|on form|unstoppable|\d+ (?:not out|wickets?|points"
    r"|goals|tries|runs)|with (?:a|the|two|three)"
    r" (?:hat|brace|winner|header|goal|try|late|second|first|stunn|superb)|again\b)|\s?\((?:c|gk|capt|\d+)\b"
)
_FEATS = frozenset(
    """shooting goals goal tries try header save saves brace trick wickets performance performances pass cross effort
    finish clearance catch tackle tackles running strike bowling batting display corner assist own""".split()
)


def _by_name(words: Words, h: Hit) -> bool:
    before = words.get(h.first - 1)
    return before in {"by", "from"} and (words.get(h.first - 2) in _FEATS or before == "by" or h.last - h.first > 1)


def _is_common(words: Words, h: Hit) -> bool:
    """Whether the surname is also a word or a place; those of two parts, and those that are first names, are not."""
    word = words.get(h.first)
    common = categories("last").get(word, "first") != "first" or word in beside()
    return h.last - h.first == 1 and common


def _surname_cue(words: Words, h: Hit, *, ambiguous: bool) -> bool:
    word = words.get(h.last)
    if ambiguous:
        place = categories("last").get(words.get(h.first)) == "place" or words.get(h.first) in NO_ACTS
        feat = _FEAT.match(words.text[words.end[h.last - 1] : words.end[h.last - 1] + 30].lower()) is not None
        acts = (
            (words.touches(h.last) and word in ACTS)
            or feat
            or (_by_name(words, h) and words.get(h.first - 2) in _FEATS)
        )
        if acts and not place and words.get(h.first - 1) not in {"the", "a", "our"}:
            return True
        return words.get(h.first - 1) == "the" and word in _KIN - {"family", "boys", "girls"} and words.touches(h.last)
    if words.touches(h.last) and word in _KIN:
        return True
    if words.touches(h.last) and word in THINGS:
        return False
    if words.touches(h.last) and word in PERSON_VERBS - WEAK_VERBS:
        return words.get(h.first - 1) not in PLACE_BEFORE
    if _FEAT.match(words.text[words.end[h.last - 1] : words.end[h.last - 1] + 30].lower()) or _by_name(words, h):
        return True
    if _before(words, h.first) in {"praise", "role"} or _after(words, h) in {"work", "class"}:
        return words.get(h.first - 1) not in PLACE_BEFORE | {"the"}
    return False


def _spread_surnames(words: Words, weak: list[Hit], sure: dict[Hit, Match], roster: Roster) -> None:
    """A list of three or more surnames is a team; so is a list of two after a word like `scorers`."""
    for run in _runs(words, [*weak, *sure]):
        clear = [h for h in run if words.get(h.first) not in categories("last")]
        headed = (
            _LIST_LINE.search(words.passage.lower[max(0, words.start[run[0].first] - 200) : words.start[run[0].first]])
            is not None
        )
        if (len(run) >= 3 and clear) or (headed and clear) or (any(h in sure for h in run) and len(run) > 1):
            for h in run:
                if h not in sure:
                    sure[h] = _last_match(h, roster)


def _runs(words: Words, hits: list[Hit]) -> list[list[Hit]]:
    runs: list[list[Hit]] = []
    for h in sorted(hits, key=lambda h: h.first):
        if runs and _listed(words, h.first, set(range(runs[-1][-1].first, runs[-1][-1].last)), back=True):
            runs[-1].append(h)
        else:
            runs.append([h])
    return runs
