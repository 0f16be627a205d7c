"""The request behind "check as you type": a draft's words are sent, saved and judged, and the answers come back.

By Django's own test client, so everything but the socket: session, permissions, saving, detectors over the school's
roll, the policy on two channels, and the page's parts. SQLite in a file, as a school has it.
"""

import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from time import perf_counter
from typing import Any

from bench.invented import people as invented
from bench.report import Asked, Result
from bench.situations import CAPTIONS, lines
from bench.timing import peak_mib

PUPILS = 2_000
REQUESTS = 400
ASKED_MS = 150


def measure() -> Result:
    """Return how long a check takes, in milliseconds by the clock on the wall, with a roll of 2,000."""
    with _records():
        took = [*_checks()]
    p50, p95 = statistics.median(took), statistics.quantiles(took, n=20)[18]
    figures = {
        "pupils on the roll": PUPILS,
        "a check": {"requests": len(took), "p50_ms": round(p50, 1), "p95_ms": round(p95, 1),
                    "slowest_ms": round(max(took), 1)},
        "peak_mib": round(peak_mib()),
    }  # fmt: skip
    return Result("check_request", figures, (Asked("p95 of a check, 2,000 pupils", p95, "ms", at_most=ASKED_MS),))


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


def _checks() -> Iterator[float]:
    """Send one caption after another as the words of a draft, and yield how long each took, the first one apart."""
    client, address, form = _somebody_at_a_draft()
    for number, text in enumerate(islice(_captions(), REQUESTS + 1)):
        started = perf_counter()
        answer = client.post(address, {**form, "text": text}, headers={"HX-Request": "true"})
        took = (perf_counter() - started) * 1000
        assert answer.status_code == 200, answer.content[:500]
        if number:  # the first builds the roll's index, once for each state of the roll
            yield took


def _somebody_at_a_draft() -> tuple[Any, str, dict[str, Any]]:
    """A signed-in poster, where her page sends the draft, and what it sends beside the words."""
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from gatepost.channels.actions import register
    from gatepost.consents.actions import pupils
    from gatepost.publishing.actions import drafts
    from gatepost.schools.queries import seat
    from tests import cast

    now = timezone.now()
    people = cast.cast()
    second = register.open_channel(people.school, platform="instagram", name="brookfield", **cast.by_system)
    pupils.add(list(_roll()), school=people.school, **cast.by_system)
    post = drafts.start(seat=seat(people.amara.person, people.school, at=now), at=now)
    client = Client(headers={"Host": "localhost"})
    client.force_login(people.amara.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = reverse("post_check", kwargs={"school": people.school.slug, "post": post.pk})
    return client, address, {"channels": [people.channel.pk, second.pk], "mine": "1", "other_ways": ["newsletter"]}


def _roll() -> Iterator[dict[str, Any]]:
    for person in invented(PUPILS):
        yield {"legal_first": person.legal_first, "legal_last": person.legal_last, "year": 4, "class_name": "4JM"}


def _captions() -> Iterator[str]:
    for name in ("dev", "second/dev", "fourth/dev"):
        yield from (row["text"] for row in lines(CAPTIONS / f"{name}.jsonl"))
