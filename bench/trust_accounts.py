"""The page on which a trust’s central team sees every account of every school: 60 schools, 600 accounts.

Five policies in turn, each adopted by the school itself, so that nothing is shared. Every third account was never
looked at, of the others every tenth check has lapsed. On SQLite and on PostgreSQL, by the clock on the wall, with the
whole page: signing in apart, from the request to the last byte. PostgreSQL has counted its rows before, as it does by
itself within a minute of use; before that it plans this page badly. `first_ms` is the first that a process shows.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from importlib import import_module
from time import perf_counter
from typing import Any, Final

from bench.report import Asked, Result

SCHOOLS: Final = 60
PLATFORMS: Final = ("facebook", "instagram", "x", "linkedin", "youtube")
EACH: Final = 2
ACCOUNTS: Final = SCHOOLS * len(PLATFORMS) * EACH
LOOKS: Final = 100
ASKED_MS: Final = 200
MOST_QUERIES: Final = 12
_POLICIES: Final = ("southport", "littleover", "north-star", "true-learning", "everyone-matters")


def measure() -> Result:
    """Return the times on both databases, each in a process of its own."""
    alone = [sys.executable, "-m", "bench.trust_accounts"]
    on = {
        "SQLite": _told(alone),
        "PostgreSQL": _told([sys.executable, "-m", "tests.servers.postgres", *alone]),
    }
    asked = [
        one
        for name, figures in on.items()
        for one in (
            Asked(f"p95 of the page of {ACCOUNTS} accounts, {name}", figures["p95_ms"], "ms", at_most=ASKED_MS),
            Asked(f"queries of it, {name}", figures["queries"], "", at_most=MOST_QUERIES),
        )
    ]
    return Result("trust_accounts", {"schools": SCHOOLS, "accounts": ACCOUNTS, "looks": LOOKS, **on}, tuple(asked))


def _told(command: Sequence[str]) -> dict[str, Any]:
    """Run this module on a database of its own and return what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        told = {"DJANGO_SETTINGS_MODULE": "gatepost.config.settings", "GATEPOST_DEMO": "1", "GATEPOST_DATA": folder}
        done = subprocess.run(command, env={**os.environ, **told}, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Measure on the database of the environment, and print the figures as JSON."""
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    if connection.vendor == "postgresql":  # a server that was started for this has no database yet
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{connection.settings_dict["NAME"]}"')
    call_command("migrate", verbosity=0)
    sys.stdout.write(json.dumps(_figures()) + "\n")


def _figures() -> dict[str, Any]:
    from django.db import connection, reset_queries
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    import_module("gatepost.config.wsgi")  # as a server does, which changes how memory is looked after
    client, address = Client(headers={"Host": "localhost"}), _made()
    client.force_login(_central(), backend="allauth.account.auth_backends.AuthenticationBackend")
    first = _once(client, address)
    reset_queries()  # those of setting up fill the log to its end
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)
        queries = len(asked.captured_queries)  # the next request empties the log
    assert f"<b>{ACCOUNTS}</b> accounts".encode() in page.content
    took = [_once(client, address) for _ in range(LOOKS)]
    narrowed = [_once(client, f"{address}?school=s7&what=overdue") for _ in range(LOOKS)]
    return {
        "p50_ms": round(statistics.median(took), 1), "p95_ms": round(_p95(took), 1), "first_ms": round(first, 1),
        "narrowed_p95_ms": round(_p95(narrowed), 1), "queries": queries,
        "kib": len(page.content) // 1024,
    }  # fmt: skip


def _once(client: Any, address: str) -> float:
    started = perf_counter()
    assert client.get(address).status_code == 200
    return (perf_counter() - started) * 1000


def _p95(took: Sequence[float]) -> float:
    return statistics.quantiles(took, n=20)[18]


def _made() -> str:
    """Set up the trust, and return the address of its page."""
    from django.urls import reverse

    from gatepost.channels.models import Channel, Check
    from tests import cast
    from tests.planner import count_rows

    people = cast.cast()
    schools = [cast.add_school(people.trust, f"s{n}", policy=_POLICIES[n % 5]) for n in range(1, SCHOOLS)]
    people.channel.posters.all().delete()
    _without_first(people)
    settled = {"master_rights": "organisation", "editorial_oversight": True, "authorised": True}
    Channel.objects.bulk_create(
        Channel(school=school, platform=platform, name=f"{school.name} {number}", opened_on=date(2020, 9, 1), **settled)
        for school in (people.school, *schools) for platform in PLATFORMS for number in range(EACH)
    )  # fmt: skip
    channels = Channel.objects.of_trust(people.trust).order_by("pk")
    Check.objects.bulk_create(
        Check(channel=channel, kind=kind, found="in_order", checked_at=cast.AT, expires_on=until)
        for channel, kind, until in _looks(list(channels))
    )
    count_rows()
    return reverse("trust_accounts", kwargs={"school": people.school.slug})


def _without_first(people: Any) -> None:
    """Leave out the account that the cast has, so that there are as many as are said."""
    from gatepost.channels.models import Administrator, Channel, Check

    for model in (Administrator, Check):
        rows = model.objects.of(people.school).filter(channel=people.channel)
        rows._raw_delete(rows.db)
    Channel.objects.of(people.school).filter(pk=people.channel.pk).delete()


def _looks(channels: Sequence[Any]) -> Iterator[tuple[Any, str, date]]:
    from gatepost.channels.check_kinds import CHECK_KINDS

    for place, channel in enumerate(channels):
        for number, kind in enumerate(CHECK_KINDS if place % 3 else ()):
            yield channel, kind, date(2026, 9, 1) if (place + number) % 10 == 0 else date(2036, 9, 1)


def _central() -> Any:
    from gatepost.schools.models import School
    from tests import cast

    person = cast.add_person(School.objects.get(slug="brookfield"), "Uma Castell", "staff")
    cast.people.give_role(person, "central_team", school=None, **cast.by_system)
    return person


if __name__ == "__main__":
    main()
