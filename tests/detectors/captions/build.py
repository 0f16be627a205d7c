"""Turn the marked captions (dev.txt, heldback.txt) into JSON Lines with offsets, and check them.

Markup: captions stand between lines of "--"; a label is [[code:words]], with "+" after the code
when a cue stands beside the name, and "|Name on the roll" at the end when the words alone do not
lead to the pupil. Labels may hold labels. Run: `python3 build.py [--doubts]`; --doubts prints
unmarked words that are first names on the roll, for a reader to judge.
"""

import csv
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
CODES = {
    "f": "pupil_full", "n": "pupil_first", "s": "pupil_surname", "o": "other_person",
    "staff": "staff", "public": "public_name", "phone": "phone", "email": "email",
    "addr": "address", "pc": "postcode", "upn": "upn", "ni": "ni_number", "dob": "dob",
    "car": "car_reg", "prof": "personal_profile", "clink": "commercial_link",
    "dlink": "donation_link", "pol": "political", "com": "commercial", "claim": "claim",
    "fpt": "future_place_time", "abuse": "abuse", "disp": "disparaging", "infl": "inflammatory",
}  # fmt: skip
NAMES = {"pupil_full", "pupil_first", "pupil_surname"}
PERSONAL = {"phone", "email", "address", "postcode", "upn", "ni_number", "dob", "car_reg"} | {
    "personal_profile", "commercial_link", "donation_link",
}  # fmt: skip
NOT_FINDINGS = {"other_person", "staff", "public_name"}
LEAST = {"captions": 260, "names": 200, "nothing to find": 90, "personal": 90}
TOKEN = re.compile(r"\[\[(\w+)(\+?):|\]\]")
PLAIN = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "Ø": "o"})
CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
# Numbers that Ofcom keeps for drama, without the trunk 0; freephone and premium left out.
DRAMA = re.compile(
    r"(7700900|1632960|(113|114|115|116|117|118|121|131|141|151|161)4960|1914980|2079460"
    r"|289649|2920180|3069990|8081570)\d{3,4}$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled span; start and end count Unicode code points."""

    type: str
    start: int
    end: int
    who: list[str] = field(default_factory=list)
    cue: bool = False


def squash(words: str) -> str:
    """Letters and digits only, in lower case, without accents."""
    bare = unicodedata.normalize("NFKD", words.casefold().translate(PLAIN))
    return "".join(c for c in bare if c.isalnum())


def halves(name: str) -> set[str]:
    """A name and, when it is double-barrelled, each half."""
    return {name, *name.split("-")} if "-" in name else {name}


class Roll:
    """The pupils of roster.csv by every form under which a caption may name them."""

    def __init__(self, path: Path) -> None:
        self.full: dict[str, set[str]] = defaultdict(set)
        self.whole: dict[str, set[str]] = defaultdict(set)
        self.first: dict[str, set[str]] = defaultdict(set)
        self.last: dict[str, set[str]] = defaultdict(set)
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["kind"] == "pupil":
                    self.add(row)

    def add(self, row: dict[str, str]) -> None:
        """Enter one pupil."""
        nicknames = row["nicknames"].split(";")
        firsts = {n for n in (row["legal_first"], row["preferred_first"], *nicknames) if n}
        lasts = {n for n in (row["legal_last"], row["preferred_last"]) if n}
        for first in firsts:
            self.first[squash(first)].add(row["upn"])
            for last in lasts:
                self.whole[f"{first} {last}".casefold()].add(row["upn"])
                for part in halves(last):
                    self.add_pair(squash(first), squash(part), upn=row["upn"])

    def add_pair(self, first: str, last: str, *, upn: str) -> None:
        """Enter one first and last name: whole, turned round, and with either initial."""
        self.last[last].add(upn)
        for form in (first + last, last + first, first[0] + last, first + last[0], last + first[0]):
            self.full[form].add(upn)

    def who(self, kind: str, words: str) -> list[str]:
        """Unique numbers of the pupils whom the words name; empty when there are none."""
        table = {"pupil_full": self.full, "pupil_first": self.first, "pupil_surname": self.last}
        found = table[kind].get(squash(words))
        if not found:
            return []
        return sorted(found)


def parse(marked: str, *, roll: Roll) -> tuple[str, list[Label]]:
    """The plain text of one marked caption, and its labels in order of place."""
    text, labels, stack, at = "", [], [], 0
    for token in TOKEN.finditer(marked):
        text, at = text + marked[at : token.start()], token.end()
        if token[1]:
            stack.append((CODES[token[1]], bool(token[2]), len(text)))
            continue
        kind, cue, start = stack.pop()
        words = name = text[start:]
        if "|" in words and kind in NAMES:
            words, name = words.split("|")
        text = text[:start] + words
        who = roll.who(kind, name) if kind in NAMES else []
        labels.append(Label(kind, start, len(text), who, cue))
    if stack or "[[" in (text := text + marked[at:]) or "]]" in text:
        raise SystemExit(f"unbalanced markup: {marked[:60]!r}")
    return text, sorted(labels, key=lambda label: (label.start, -label.end))


def faults(text: str, labels: list[Label], *, roll: Roll) -> list[str]:
    """What is wrong with one caption, in words."""
    found = [] if 4 <= len(text.split()) <= 120 else [f"{len(text.split())} words"]
    hidden = list(text.casefold()) if len(text.casefold()) == len(text) else list(text.lower())
    for label in labels:
        hidden[label.start : label.end] = "\0" * (label.end - label.start)
        words = text[label.start : label.end]
        if words != words.strip() or not words:
            found.append(f"span has blanks at its ends: {words!r}")
        if label.type == "phone" and not drama(words):
            found.append(f"not a number kept for drama: {words!r}")
        if label.type in NAMES and not label.who:
            found.append(f"names nobody on the roll: {words!r}")
        if label.type == "upn" and not upn_holds(words):
            found.append(f"check letter is wrong: {words!r}")
        if label.type == "other_person" and words.casefold() in roll.whole:
            found.append(f"is on the roll: {words!r}")
    rest = "".join(hidden)
    return found + [f"unmarked pupil {name!r}" for name in roll.whole if name in rest]


def drama(words: str) -> bool:
    """Whether a telephone number, however written, is one kept for drama."""
    spelt = {"oh": "0", "zero": "0", "double": "", "one": "1", "two": "2", "three": "3", "four": "4"}
    spelt |= {"five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9"}
    plain = re.sub(r"double (\w+)", r"\1 \1", words.lower())
    plain = re.sub(r"[a-z]+", lambda m: spelt.get(m[0], m[0]), plain)
    digits = re.sub(r"^(0044|44)?0*", "", re.sub(r"\D", "", plain.replace("o", "0")))
    return DRAMA.match(digits) is not None


def upn_holds(words: str) -> bool:
    """Whether a unique pupil number, however spaced, has the right check letter."""
    plain = re.sub(r"[^A-Za-z0-9]", "", words).upper()
    total = sum(int(d) * w for d, w in zip(plain[1:], range(2, 14), strict=True))
    return plain[0] == CHECK_LETTERS[total % 23]


def doubts(text: str, labels: list[Label], *, roll: Roll) -> list[str]:
    """Capitalised unmarked words that are first names on the roll."""
    spans = [(label.start, label.end) for label in labels]
    return [
        word[0]
        for word in re.finditer(r"[^\W\d_]+", text)
        if word[0][0].isupper() and squash(word[0]) in roll.first
        and not any(start <= word.start() < end for start, end in spans)
    ]  # fmt: skip


def build(part: str, *, roll: Roll) -> list[dict[str, object]]:
    """Read one marked file, check each caption and write the part as JSON Lines."""
    marked = re.split(r"^--$", (HERE / f"{part}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    rows: list[dict[str, object]] = []
    wrong: list[str] = []
    for number, block in enumerate(filter(None, map(str.strip, marked)), start=1):
        text, labels = parse(block, roll=roll)
        identity = f"{part}-{number:03d}"
        wrong += [f"{identity}: {fault}" for fault in faults(text, labels, roll=roll)]
        if "--doubts" in sys.argv and (unsure := doubts(text, labels, roll=roll)):
            print(identity, unsure, text[:70].replace("\n", " "), sep="\t")
        clean = not any(label.type in NAMES for label in labels)
        rows.append({"id": identity, "text": text, "clean": clean, "labels": [asdict(x) for x in labels]})
    if wrong:
        raise SystemExit("\n".join(wrong))
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    (HERE / f"{part}.jsonl").write_text("".join(lines), encoding="utf-8")
    return rows


def count(rows: list[dict[str, object]]) -> Counter[str]:
    """Captions, names, clean captions, personal data, and each type of label."""
    tally: Counter[str] = Counter(captions=len(rows))
    for row in rows:
        kinds = [label["type"] for label in row["labels"]]  # type: ignore[attr-defined]
        tally.update(kinds)
        tally["names"] += sum(kind in NAMES for kind in kinds)
        tally["personal"] += sum(kind in PERSONAL for kind in kinds)
        tally["clean"] += bool(row["clean"])
        tally["nothing to find"] += set(kinds) <= NOT_FINDINGS
    return tally


def whole_names(rows: list[dict[str, object]]) -> set[str]:
    """The pupils whom a part names so that only one can be meant."""
    labels = [label for row in rows for label in row["labels"]]  # type: ignore[attr-defined]
    return {x["who"][0] for x in labels if x["type"] == "pupil_full" and len(x["who"]) == 1}


def main() -> None:
    """Build both parts where their sources are there, and print the counts as a table."""
    roll = Roll(HERE / "roster.csv")
    parts = {p: build(p, roll=roll) for p in ("dev", "heldback") if (HERE / f"{p}.txt").exists()}
    tallies = {part: count(rows) for part, rows in parts.items()}
    for key in sorted({key for tally in tallies.values() for key in tally}):
        print(f"| {key} | " + " | ".join(str(t[key]) for t in tallies.values()) + " |")
    short = [f"{p}: {k}" for p, t in tallies.items() for k, n in LEAST.items() if t[k] < n]
    if len(parts) == 2:
        texts = [row["text"] for rows in parts.values() for row in rows]
        short += ["a text stands twice"] * (len(set(texts)) < len(texts))
        short += [f"in both: {u}" for u in whole_names(parts["dev"]) & whole_names(parts["heldback"])]
    if short:
        raise SystemExit("too few or repeated: " + ", ".join(short))


if __name__ == "__main__":
    main()
