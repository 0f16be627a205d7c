"""Questions about permissions on large rolls, and whether time tells why somebody cannot be shown.

"Who cannot be shown in this class" and "every use of this pupil", on 1,000,000 links between posts and pupils and
100,000 pupils of one school, on SQLite and on PostgreSQL. Both also on a tenth of it, and of pupils with twenty times
the uses: what is asked is p95 and that the time grows with the answer and not with the school.

Refused, unanswered, run out and flagged answer alike byte for byte (tests/consents/test_alike.py). Here the same four
are timed, in turn, on the page of a pupil and on the check of a draft that shows them. By the clock on the wall.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from time import perf_counter
from typing import Any, Final

from bench.report import Asked, Result

PUPILS: Final = 100_000
USES_EACH: Final = 10
IN_A_POST: Final = 10
MANY: Final = 20
"""How many times the usual uses some pupils have."""
QUESTIONS: Final = 300
TURNS: Final = 200
ASKED_MS: Final = 100
SEED: Final = 2026


def measure() -> Result:
    """Return the times on both databases, each in a process of its own, and the four states on SQLite."""
    alone = [sys.executable, "-m", "bench.permissions"]
    on = {
        "SQLite": _told([*alone, "questions"]),
        "PostgreSQL": _told([sys.executable, "-m", "tests.servers.postgres", *alone, "questions"]),
    }
    states = _told([*alone, "states"])
    asked = [
        Asked(f"p95 of “{what}”, {name}", figures[what]["whole"]["p95_ms"], "ms", at_most=ASKED_MS)
        for name, figures in on.items() for what in _QUESTIONS
    ]  # fmt: skip
    return Result("permissions", {"pupils": PUPILS, "links": PUPILS * USES_EACH, **on, "states": states}, tuple(asked))


def _told(command: Sequence[str]) -> dict[str, Any]:
    """Run a part of this module on a database of its own and return what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        told = {"DJANGO_SETTINGS_MODULE": "gatepost.config.settings", "GATEPOST_DEMO": "1", "GATEPOST_DATA": folder}
        done = subprocess.run(command, env={**os.environ, **told}, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main(part: str) -> None:
    """Measure one part on the database of the environment, and print the figures as JSON."""
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    if connection.vendor == "postgresql":  # a server that was started for this has no database yet
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{connection.settings_dict["NAME"]}"')
    call_command("migrate", verbosity=0)
    sys.stdout.write(json.dumps({"questions": questions, "states": states}[part]()) + "\n")


# --- the questions ---

CANNOT: Final = "who cannot be shown in this class"
USES: Final = "every use of this pupil"
_QUESTIONS: Final = (CANNOT, USES)


def questions() -> dict[str, Any]:
    """Return the times of both questions on a tenth of the roll and on the whole, and of pupils with many uses."""
    from gatepost.publishing.models import Use
    from tests import cast

    people = cast.cast()
    delivery = cast.published(people)
    Use.objects.create(version=delivery.version, pupil=people.oliver, how="picture")
    figures: dict[str, Any] = {CANNOT: {}, USES: {}}
    for size, since in (("a tenth", 0), ("whole", PUPILS // 10)):
        ids = _grow(people, delivery, since=since, upto=PUPILS // 10 if size == "a tenth" else PUPILS)
        for what, ask in ((CANNOT, _class_question(people)), (USES, _uses_question(people))):
            figures[what][size] = _times(ask, ids)
    popular = _popular(people, delivery)
    figures[USES][f"{MANY} times the uses"] = _times(_uses_question(people), popular)
    return figures


def _class_question(people: Any) -> Callable[[int], object]:
    from gatepost.consents.listing import cannot_be_shown
    from tests.cast import AT

    return lambda pupil: cannot_be_shown(people.school, f"C{pupil // 30}", tier="social", at=AT)


def _uses_question(people: Any) -> Callable[[int], object]:
    from gatepost.publishing.uses import uses_of

    return lambda pupil: uses_of(people.school, pupil)


def _times(ask: Callable[[int], Any], ids: Sequence[int]) -> dict[str, float]:
    """Return how long a question takes about pupils drawn by chance, and how many rows an answer has."""
    drawn = random.Random(SEED).choices(ids, k=QUESTIONS)
    ask(drawn[0])
    took, rows = [], []
    for pupil in drawn:
        started = perf_counter()
        found = ask(pupil)
        took.append((perf_counter() - started) * 1000)
        rows.append(len(found))
    return _figures(took) | {"rows": round(statistics.fmean(rows), 1)}


def _figures(took: Sequence[float]) -> dict[str, float]:
    return {"p50_ms": round(statistics.median(took), 2), "p95_ms": round(statistics.quantiles(took, n=20)[18], 2)}


def _grow(people: Any, delivery: Any, *, since: int, upto: int) -> range:
    """Let the school grow to so many pupils with an answer each, and posts that show ten each. Returns their ids."""
    from gatepost.consents.models import Answer, Pupil
    from gatepost.publishing.models import Delivery, Post, Use, Version

    first, more = 1_000_000, upto - since
    pupil = people.oliver.pk
    said = Answer.objects.of(people.school).get(pk__lt=first)
    # Every third family has refused: what is asked for is the ones who cannot be shown.
    state = "CASE WHEN i % 3 = 0 THEN 'refused' ELSE 'granted' END"
    _copies(Pupil, pupil, since, more, id=f"{first} + i", class_name=f"'C' || (({first} + i) / 30)")
    _copies(Answer, said.pk, since, more, id=f"{first} + i", pupil_id=f"{first} + i", state=state)
    version, posts = delivery.version, (since * USES_EACH // IN_A_POST, more * USES_EACH // IN_A_POST)
    _copies(Post, version.post_id, *posts, id=f"{first} + i")
    _copies(Version, version.pk, *posts, id=f"{first} + i", post_id=f"{first} + i")
    _copies(Delivery, delivery.pk, *posts, id=f"{first} + i", version_id=f"{first} + i", key="'k' || i")
    use = Use.objects.of(people.school).get(version=version, pk__lt=first)
    # The posts of one pupil lie apart: 7 919 is prime, and no two of the ten are of one post.
    shown = f"{first} + ((i / {IN_A_POST}) + (i % {IN_A_POST}) * 7919) % {upto}"
    _copies(Use, use.pk, since * USES_EACH, more * USES_EACH, id=f"{first} + i",
            version_id=f"{first} + i / {IN_A_POST}", pupil_id=shown)  # fmt: skip
    _analyse()
    return range(first, first + upto)


def _popular(people: Any, delivery: Any) -> Sequence[int]:
    """Show twenty pupils in many more posts, and return their ids."""
    from gatepost.publishing.models import Use

    first, ids = 1_000_000, [1_000_000 + number for number in range(20)]
    use = Use.objects.of(people.school).get(version=delivery.version, pk__lt=first)
    more = USES_EACH * (MANY - 1)
    for number, pupil in enumerate(ids):
        # Named in posts from the far end, where no picture of theirs is.
        version = f"{first} + {PUPILS - 1 - number * more} - i"
        ident = f"{3 * first + number * more} + i"
        _copies(Use, use.pk, 0, more, id=ident, version_id=version, pupil_id=str(pupil), how="'named'")
    _analyse()
    return ids


def _copies(model: Any, pk: int, since: int, more: int, **changed: str) -> None:
    """Write so many copies of a row, numbered `i` from `since`, with these columns computed. One statement."""
    from django.db import connection

    columns = [field.column for field in model._meta.concrete_fields]
    table = model._meta.db_table
    values = ", ".join(changed.get(name, f't."{name}"') for name in columns)
    named = ", ".join(f'"{name}"' for name in columns)
    until = since + more
    # Nothing in these statements comes from outside this module.
    numbers = f"WITH RECURSIVE n(i) AS (SELECT {since} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {until})"  # noqa: S608
    rows = f'{numbers} SELECT {values} FROM n, "{table}" t WHERE t.id = {pk}'  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f'INSERT INTO "{table}" ({named}) {rows}')


def _analyse() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


# --- the four states ---


def states() -> dict[str, Any]:
    """Return the times of a pupil's page and of a check, for each of the four states, asked in turn."""
    from django.test import Client

    from tests import cast

    people = cast.cast()
    client = Client(headers={"Host": "localhost"})
    client.force_login(people.amara.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    pages = dict(_pages(people, client))
    return {what: _compared({state: ask[what] for state, ask in pages.items()}) for what in ("page", "check")}


def _pages(people: Any, client: Any) -> Iterator[tuple[str, dict[str, Callable[[], Any]]]]:
    from django.urls import reverse

    from gatepost.consents.actions import pupils
    from tests import cast

    names = ("refused", "unanswered", "run out", "flagged")
    rows = [{"legal_first": f"Pupil{n}", "legal_last": "Thorn", "year": 4, "class_name": "4JM"} for n in range(4)]
    for state, pupil in zip(names, pupils.add(rows, school=people.school, **cast.by_system), strict=True):
        _answered(pupil, state, people)
        post = cast.draft(people, shown=(pupil,))
        where = {"school": people.school.slug}
        page = reverse("pupil", kwargs={**where, "pupil": pupil.pk})
        check = reverse("post_check", kwargs={**where, "post": post.pk})
        said = {"text": cast.TEXT, "channels": [people.channel.pk], "mine": "1"}
        sent = partial(client.post, check, said, headers={"HX-Request": "true"})
        yield state, {"page": partial(client.get, page), "check": sent}


def _answered(pupil: Any, state: str, people: Any) -> None:
    """Bring a pupil into one of the four states."""
    from gatepost.consents.actions import answers, flags
    from tests import cast

    yesterday = cast.AT.date() - timedelta(days=1)
    known: dict[str, dict[str, Any]] = {
        "refused": {"state": "refused"}, "flagged": {"state": "granted"},
        "run out": {"state": "granted", "expires_on": yesterday},
    }  # fmt: skip
    if state in known:
        answers.record(
            pupil, element="photo", tier="social", given_by="parent", **known[state], by=cast.SYSTEM, at=cast.AT
        )
    if state == "flagged":
        flags.set_flag(pupil, reason="Any.", seat=people.carys, at=cast.AT)


def _compared(asks: dict[str, Callable[[], Any]]) -> dict[str, Any]:
    """Return median and p95 of each state, and the largest ratio of one state's to another's."""
    took: dict[str, list[float]] = {state: [] for state in asks}
    order = random.Random(SEED)
    for turn in range(TURNS + 5):
        for state in order.sample(sorted(asks), k=len(asks)):
            started = perf_counter()
            answer = asks[state]()
            spent = (perf_counter() - started) * 1000
            assert answer.status_code == 200, answer.content[:500]
            if turn >= 5:
                took[state].append(spent)
    figures: dict[str, Any] = {state: _figures(times) for state, times in took.items()}
    for name in ("p50_ms", "p95_ms"):
        values = [figures[state][name] for state in took]
        figures[f"largest ratio of {name.removesuffix('_ms')}"] = round(max(values) / min(values), 3)
    return figures


if __name__ == "__main__":
    main(sys.argv[1])
