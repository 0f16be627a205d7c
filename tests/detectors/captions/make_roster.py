"""Write roster.csv: 2,000 invented pupils and 60 staff, the same on every run.

In: names.txt (lists by origin, with weights) and cast.txt (the pupils whom the captions name).
Out: roster.csv beside this file. Unique pupil numbers carry the check letter of the Department
for Education's UPN guide; their authority and school digits belong to no school we know of.
"""

import csv
import random
import re
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
PUPILS, STAFF, YEARS = 2000, 60, ["R", *map(str, range(1, 14))]
COLUMNS = (
    "upn,admission_no,legal_first,legal_last,preferred_first,preferred_last,year,class,dob,nicknames,kind"
).split(",")
CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
AUTHORITY_AND_SCHOOL = "9987321"
FORMS = "HARTWE"
PREFERRED = {
    "Alexander": "Alex", "Thomas": "Tom", "Samuel": "Sam", "Daniel": "Dan", "Joshua": "Josh",
    "William": "Will", "Edward": "Ted", "Abigail": "Abi", "Isabella": "Bella", "Jessica": "Jess",
    "Mohammed": "Mo", "Abdullah": "Abdul", "Emmanuel": "Manny", "Zachary": "Zac", "Bethany": "Beth",
    "Charlotte": "Lottie", "Matilda": "Tilly", "Harriet": "Hattie", "Oliver": "Ollie",
}  # fmt: skip
# Pupils' names that members of staff share: whole names first, then surnames only.
SHARED_WHOLE = [("Daniel", "Obuya"), ("Imogen", "Farthing"), ("Lewis", "Oldroyd"), ("Nancy", "Openshaw")]
SHARED_LAST = ["Hartley", "Young", "King", "Kirkbride", "Marsden", "Garside", "Halliwell", "Ellwood"]

# Whole names of well-known people that the lists could make by chance.
WELL_KNOWN = {
    "Will Young", "Will Smith", "George Best", "Alice Walker", "Charlotte Church", "Lewis Hall",
    "Luke Evans", "Emily Head", "Ruth Jones", "Adam Smith", "Daniel Day", "Harry Hill",
    "Kai Li", "Martin Freeman", "James Brown", "Joe Hart", "Jack White", "George Clarke",
    "Mohammed Ali", "Muhammad Ali", "Omar Abdi", "Thomas More", "Isaac Young", "Stanley Baker",
    "Albert Finney", "Ralph Hawk", "Carol Smillie", "Max Scholes", "Harry Potter", "Reggie Strong",
}  # fmt: skip


def check_letter(digits: str) -> str:
    """The letter for twelve digits: weights 2 to 13, remainder by 23 (DfE UPN guide)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(2, 14), strict=True))
    return CHECK_LETTERS[total % 23]


def read_sections(path: Path) -> dict[str, list[str]]:
    """Lines of a file under its [headings]; lines that start with # are left out."""
    sections: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            sections[line.strip("[]")] = current = []
        elif line and not line.startswith("#"):
            current.append(line)
    return sections


def read_origins() -> list[tuple[int, list[str], list[str]]]:
    """Weight, first names and last names of each origin in names.txt."""
    weights = re.findall(r"^# weight (\d+)", (HERE / "names.txt").read_text(encoding="utf-8"), re.MULTILINE)
    lists = [
        [word.replace("_", " ") for word in " ".join(lines).split()]
        for lines in read_sections(HERE / "names.txt").values()
    ]
    return [(int(w), lists[2 * i], lists[2 * i + 1]) for i, w in enumerate(weights)]


def cast() -> list[dict[str, str]]:
    """The pupils of cast.txt, with the columns that it gives."""
    keys = ["legal_first", "legal_last", "preferred_first", "preferred_last", "nicknames"]
    lines = [line for part in read_sections(HERE / "cast.txt").values() for line in part]
    return [dict(zip(keys, [*line.split(","), "", "", ""][:5], strict=True)) for line in lines]


def draw_pupil(rng: random.Random, origins: list[tuple[int, list[str], list[str]]]) -> dict[str, str]:
    """One pupil of the crowd; one in fifteen has a surname half from another family."""
    weight_of = [weight for weight, _, _ in origins]
    _, firsts, lasts = rng.choices(origins, weight_of)[0]
    first, last = rng.choice(firsts), rng.choice(lasts)
    if rng.random() < 1 / 15 and " " not in last and "-" not in last:
        other = rng.choice(rng.choices(origins, weight_of)[0][2])
        last = f"{last}-{other}" if other != last and "-" not in other else last
    preferred = PREFERRED.get(first, "") if rng.random() < 0.4 else ""
    nick = PREFERRED.get(first, "") if not preferred and rng.random() < 0.3 else ""
    return {"legal_first": first, "legal_last": last, "preferred_first": preferred, "nicknames": nick}


def crowd(rng: random.Random, *, taken: set[tuple[str, str]], size: int) -> list[dict[str, str]]:
    """As many drawn pupils as asked, none with a whole name that the captions use."""
    origins = read_origins()
    pupils: list[dict[str, str]] = []
    while len(pupils) < size:
        pupil = draw_pupil(rng, origins)
        whole = (pupil["legal_first"], pupil["legal_last"])
        if whole not in taken and " ".join(whole) not in WELL_KNOWN:
            pupils.append(pupil)
    return pupils


def place(pupil: dict[str, str], *, number: int, rng: random.Random, used: set[str]) -> dict[str, str]:
    """Give a pupil a year, a class, a date of birth and numbers (school year 2026/27)."""
    year = number % len(YEARS)
    born = date(2021 - year, 9, 1) + timedelta(days=rng.randrange(365))
    digits = f"{AUTHORITY_AND_SCHOOL}{max(born.year + 5, 2013) % 100:02d}{number // 5 % 1000:03d}"
    while digits in used:
        digits = f"{digits[:9]}{(int(digits[9:]) + 1) % 1000:03d}"
    used.add(digits)
    return pupil | {
        "upn": check_letter(digits) + digits, "admission_no": f"{4100 + number:06d}",
        "year": YEARS[year], "class": f"{YEARS[year]}{rng.choice(FORMS)}",
        "dob": born.isoformat(), "kind": "pupil",
    }  # fmt: skip


def staff(rng: random.Random) -> list[dict[str, str]]:
    """Members of staff; the first dozen share a pupil's whole name or surname."""
    _, firsts, lasts = read_origins()[0]
    names = SHARED_WHOLE + [(rng.choice(firsts), last) for last in SHARED_LAST]
    while len(names) < STAFF:
        names.append((rng.choice(firsts), rng.choice(lasts)))
    return [
        {"upn": f"ST{n:04d}", "admission_no": "", "legal_first": f, "legal_last": s, "kind": "staff"}
        for n, (f, s) in enumerate(names, start=1)
    ]


def roster() -> list[dict[str, str]]:
    """Every row of the roster, pupils in a shuffled order, then staff."""
    rng = random.Random("a school of our own")
    named = cast()
    taken = {(row["legal_first"], row["legal_last"]) for row in named}
    pupils = named + crowd(rng, taken=taken, size=PUPILS - len(named))
    rng.shuffle(pupils)
    used: set[str] = set()
    placed = [place(p, number=n, rng=rng, used=used) for n, p in enumerate(pupils)]
    return placed + staff(rng)


def main() -> None:
    """Write roster.csv."""
    with (HERE / "roster.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(roster())


if __name__ == "__main__":
    main()
