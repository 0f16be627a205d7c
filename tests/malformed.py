"""Two hundred files that are no list of permissions, made anew from one seed: damaged, disguised, locked, too large."""

import codecs
import io
import random
import struct
import zipfile
from collections.abc import Callable, Iterator

import openpyxl

LIST = "UPN,Surname,Forename,Consent Type,Status,Date\r\n" + "".join(
    f"H8012000{n:05d},Hartley,Nia{n},Photographs on social media,Yes,0{n % 9 + 1}/09/2026\r\n" for n in range(40)
)
"""A sound list, to be damaged."""
Made = Callable[[random.Random], bytes]


def workbook() -> bytes:
    """The sound list as an Excel workbook."""
    book = openpyxl.Workbook()
    for line in LIST.splitlines():
        book.active.append(line.split(","))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_BOOK = workbook()


def _packed(parts: dict[str, bytes], *, locked: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    data = bytearray(out.getvalue())
    for start in (b"PK\x03\x04", b"PK\x01\x02") if locked else ():
        at = -1
        while (at := data.find(start, at + 1)) >= 0:
            data[at + (6 if start == b"PK\x03\x04" else 8)] |= 1
    return bytes(data)


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_BOOK)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _entities(rng: random.Random) -> bytes:
    words = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "x"}">' for n in range(8))
    sheet = f'<?xml version="1.0"?><!DOCTYPE x [{words}]><worksheet>&a7;</worksheet>'.encode()
    return _packed(_parts() | {"xl/worksheets/sheet1.xml": sheet})


def _bomb(rng: random.Random) -> bytes:
    return _packed(_parts() | {"xl/worksheets/sheet1.xml": b" " * (rng.randint(125, 140) * 1024 * 1024)})


def _cut(data: bytes, rng: random.Random, least: int = 20) -> bytes:
    return data[: rng.randint(least, len(data) - 200)]


def _flipped(rng: random.Random) -> bytes:
    """A workbook in whose middle bytes were lost: its table of contents says where nothing is any more."""
    at = rng.randint(100, len(_BOOK) // 2)
    return _BOOK[:at] + _BOOK[at + rng.randint(40, 400) :]


def _open_quote(rng: random.Random) -> bytes:
    lines = LIST.splitlines(keepends=True)
    at = rng.randrange(1, len(lines))
    lines[at] = lines[at].replace(",Hartley", ',"Hartley', 1)
    return "".join(lines).encode()


def _nul(rng: random.Random) -> bytes:
    at = rng.randint(60, 1500)
    return LIST.encode()[:at] + bytes([rng.choice([0, 1, 2, 7, 14, 27])]) + LIST.encode()[at:]


def _mixed(rng: random.Random) -> bytes:
    at = rng.randint(100, 1000)
    return LIST.encode()[:at] + "Zoë".encode() + "Siân".encode("cp1252") + LIST.encode()[at:]


def _no_header(rng: random.Random) -> bytes:
    return LIST.split("\r\n", 1)[1].encode()


def _twice(rng: random.Random) -> bytes:
    name = rng.choice(["UPN", "Status", "Surname", "Consent Type"])
    return LIST.replace("Forename", name, 1).encode(rng.choice(["utf-8", "utf-16", "cp1252"]))


def _only_header(rng: random.Random) -> bytes:
    return (LIST.split("\r\n", 1)[0] + "\r\n" * rng.randint(0, 30)).encode()


def _huge_cell(rng: random.Random) -> bytes:
    return LIST.replace("Nia7", "N" * rng.randint(5_001, 400_000)).encode()


def _too_wide(rng: random.Random) -> bytes:
    return LIST.replace("Nia9", "," * rng.randint(301, 5_000)).encode()


def _too_long(rng: random.Random) -> bytes:
    return (LIST + LIST.splitlines(keepends=True)[1] * 20_100).encode()


def _too_large(rng: random.Random) -> bytes:
    return LIST.encode() + b"," * (10 * 1024 * 1024 + rng.randint(1, 999))


def _noise(rng: random.Random) -> bytes:
    return rng.randbytes(rng.randint(30, 5_000))


def _markup(rng: random.Random) -> bytes:
    start = rng.choice(["<html>", "<!DOCTYPE html>", "<table>", "<?xml version='1.0'?><Workbook>", "\ufeff<HTML>"])
    return (start + "<tr><td>UPN</td><td>Status</td></tr>").encode()


def _other(rng: random.Random) -> bytes:
    starts = [
        b"%PDF-1.7\n",
        codecs.decode("d0cf11e0a1b11ae1", "hex"),
        b"{\\rtf1 ",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"GIF89a",
        b"\x1f\x8b\x08",
        b"Rar!\x1a",
        b"7z\xbc\xaf\x27\x1c",
        b"SQLite format 3\x00",
    ]
    return rng.choice(starts) + LIST.encode()[: rng.randint(0, 900)]


def _empty(rng: random.Random) -> bytes:
    return rng.choice([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\r\n" * rng.randint(1, 50), b"\x00" * rng.randint(1, 500)])


def _odd_utf16(rng: random.Random) -> bytes:
    return LIST.encode("utf-16")[: rng.randrange(201, 1500, 2)]


def _no_pupil(rng: random.Random) -> bytes:
    return LIST.replace("UPN,Surname,Forename", rng.choice(["Class,Year,House", "Notes,Form,Comment"]), 1).encode()


def _no_answer(rng: random.Random) -> bytes:
    return LIST.replace("Status,Date", "Notes,Comment", 1).encode()


def _prose(rng: random.Random) -> bytes:
    words = ["Dear", "parents", "we", "would", "like", "permission", "photographs", "school", "please", "answer"]
    return "\n".join(" ".join(rng.choices(words, k=9)) for _ in range(rng.randint(1, 60))).encode()


def _archive(rng: random.Random) -> bytes:
    name = rng.choice(["word/document.xml", "content.xml", "list.csv", "ppt/presentation.xml"])
    return _packed({name: LIST.encode()})


def _many_parts(rng: random.Random) -> bytes:
    return _packed(_parts() | {f"xl/media/{n}.bin": b"" for n in range(rng.randint(500, 900))})


def _no_sheets(rng: random.Random) -> bytes:
    book = openpyxl.Workbook()
    for number in range(rng.randint(1, 3)):
        book.create_sheet(f"Sheet {number}")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _two_lists(rng: random.Random) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(_BOOK))
    book.copy_worksheet(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _wrong_size(rng: random.Random) -> bytes:
    """A workbook whose table of contents gives a part the wrong length."""
    data = bytearray(_BOOK)
    at = data.find(b"xl/worksheets/sheet1.xml", data.find(b"PK\x01\x02")) - 46 + 24
    data[at : at + 4] = struct.pack("<I", rng.randint(1, 90))
    return bytes(data)


KINDS: dict[str, Made] = {
    "a workbook cut short": lambda rng: _cut(_BOOK, rng),
    "a workbook with bytes lost": _flipped,
    "a workbook with a password": lambda rng: _packed(_parts(), locked=True),
    "a workbook that grows without end": _entities,
    "a workbook that fills the memory": _bomb,
    "a workbook of very many parts": _many_parts,
    "a workbook with nothing in it": _no_sheets,
    "a workbook with two lists": _two_lists,
    "a workbook that lies about its size": _wrong_size,
    "another packed file": _archive,
    "another program's file": _other,
    "a web page called a spreadsheet": _markup,
    "noise": _noise,
    "nothing": _empty,
    "characters that no list has": _nul,
    "two encodings in one": _mixed,
    "a quotation mark never closed": _open_quote,
    "no row of names": _no_header,
    "one name for two columns": _twice,
    "names and nothing below": _only_header,
    "a cell without end": _huge_cell,
    "columns without end": _too_wide,
    "too many rows": _too_long,
    "too many bytes": _too_large,
    "no column for the pupil": _no_pupil,
    "no column for the answer": _no_answer,
    "a letter": _prose,
}
DEAR = {"a workbook that fills the memory", "too many rows", "too many bytes", "a workbook of very many parts"}
"""What takes long to make: of each only two."""


def files(count: int = 200, *, seed: int = 4) -> Iterator[tuple[str, bytes]]:
    """Yield what is wrong and the bytes, as often as asked, every kind among them."""
    rng = random.Random(seed)
    made = 0
    while made < count:
        for kind, make in KINDS.items():
            if made < count and not (kind in DEAR and made >= 2 * len(KINDS)):
                yield kind, make(rng)
                made += 1
