"""Taking in 5,000 rows of permissions, beside merely reading the same file: csv for text, openpyxl for a workbook.

SQLite in a file, as a school has it. Each run has a school of its own, so that every row is written. What is compared
does less: it neither understands nor matches nor writes. The ratio says what all of that costs.
"""

import csv
import io
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter, process_time
from typing import Any

from bench.report import Asked, Result
from bench.timing import peak_mib

ROWS = 5_000
RUNS = 5
ASKED_S = 5
PHOTOS = "Photographs on social media"


def measure() -> Result:
    """Return the seconds that an import takes from the bytes to the commit, and those of reading the file alone."""
    with _records():
        figures: dict[str, Any] = {"rows": ROWS, "runs of each": RUNS}
        slowest = 0.0
        for name, made, read in (("csv", _text, _read_text), ("xlsx", _workbook, _read_workbook)):
            data = made()
            alone = statistics.median(_timed(read, data) for _ in range(RUNS))
            taken = [_import(f"{name}-{run}", data) for run in range(RUNS)]
            slowest = max(slowest, *(waited for waited, _ in taken))
            waited, worked = (statistics.median(column) for column in zip(*taken, strict=True))
            figures[name] = {"imported_s": round(waited, 3), "of which the core worked": round(worked, 3),
                             "only_read_s": round(alone, 3), "ratio": round(waited / alone, 1)}  # fmt: skip
        figures["peak_mib"] = round(peak_mib())
    return Result("consents_import", figures, (Asked("slowest import of 5,000 rows", slowest, "s", at_most=ASKED_S),))


@contextmanager
def _records() -> Iterator[None]:
    """An empty database in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "gatepost.config.settings", "GATEPOST_DEMO": "1"}
        os.environ["GATEPOST_DATA"] = folder
        import django
        from django.core.management import call_command
        from django.db import connections

        django.setup()
        call_command("migrate", verbosity=0)
        yield
        connections.close_all()


def _import(slug: str, data: bytes) -> tuple[float, float]:
    """Return the seconds by the clock, and those in which the core worked."""
    from gatepost.consents.imports.choices import Choices
    from gatepost.publishing.actions.imports import import_now
    from tests import cast

    school = _school(slug)
    started, before = perf_counter(), process_time()
    done = import_now(
        data, school=school, kind="consents", file_name="list", choices=Choices(), everything=True, **cast.by_system
    )
    took = perf_counter() - started, process_time() - before
    assert done.taken.counts["granted"] + done.taken.counts["refused"] == ROWS
    return took


def _school(slug: str) -> Any:
    from gatepost.consents.models import Pupil
    from tests import cast

    school = cast.cast(slug=slug).school
    Pupil.objects.bulk_create(
        [
            Pupil(school=school, legal_first=first, legal_last=last, upn=upn, changed_at=cast.AT)
            for upn, first, last in _pupils()
        ],
        batch_size=1000,
    )
    return school


def _pupils() -> Iterator[tuple[str, str, str]]:
    from bench.invented import people
    from gatepost.detectors.upn import check_letter

    for number, person in enumerate(people(ROWS)):
        digits = f"801200{number:06d}"
        yield check_letter(digits) + digits, person.legal_first, person.legal_last


def _rows() -> Iterator[tuple[str, ...]]:
    yield "UPN", "Legal Surname", "Legal Forename", "Consent Type", "Status", "Date", "Given by"
    for number, (upn, first, last) in enumerate(_pupils()):
        yield upn, last, first, PHOTOS, "No" if number % 9 == 0 else "Yes", "03/09/2026", f"Parent {last}"


def _text() -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(_rows())
    return out.getvalue().encode()


def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Consents")
    for row in _rows():
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _read_text(data: bytes) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(data.decode(), newline="")))


def _read_workbook(data: bytes) -> int:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))


def _timed(read: Callable[[bytes], int], data: bytes) -> float:
    started = perf_counter()
    assert read(data) == ROWS + 1
    return perf_counter() - started
