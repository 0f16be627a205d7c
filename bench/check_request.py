"""The request behind "check as you type": a draft's words are sent, saved and judged, and the answers come back.

Once with words alone, and once with ten pictures as well, of three pupils each, every one described and sent with it.
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
PICTURES = 10
EACH = 3
ASKED_MS = 150


def measure() -> Result:
    """Return how long a check takes, in milliseconds by the clock on the wall, with a roll of 2,000."""
    with _records():
        client, address, form, pupils = _somebody_at_a_draft()
        words = [*_checks(client, address, form)]
        pictured = [*_checks(client, address, form | _with_pictures(address, pupils))]
    figures = {
        "pupils on the roll": PUPILS,
        "a check": _told(words),
        f"with {PICTURES} pictures of {EACH} pupils": _told(pictured),
        "peak_mib": round(peak_mib()),
    }
    asked = (
        Asked("p95 of a check, 2,000 pupils", _p95(words), "ms", at_most=ASKED_MS),
        Asked(f"p95 of it with {PICTURES} pictures", _p95(pictured), "ms", at_most=ASKED_MS),
    )
    return Result("check_request", figures, asked)


def _told(took: list[float]) -> dict[str, float]:
    p50 = statistics.median(took)
    return {"requests": len(took), "p50_ms": round(p50, 1), "p95_ms": round(_p95(took), 1),
            "slowest_ms": round(max(took), 1)}  # fmt: skip


def _p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[18]


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


def _checks(client: Any, address: str, form: dict[str, Any]) -> Iterator[float]:
    """Send one caption after another as the words of a draft, and yield how long each took, the first one apart."""
    for number, text in enumerate(islice(_captions(), REQUESTS + 1)):
        started = perf_counter()
        answer = client.post(address, {**form, "text": text}, headers={"HX-Request": "true"})
        took = (perf_counter() - started) * 1000
        assert answer.status_code == 200, answer.content[:500]
        if number:  # the first builds the roll's index, once for each state of the roll
            yield took


def _somebody_at_a_draft() -> tuple[Any, str, dict[str, Any], list[int]]:
    """A signed-in poster, where her page sends the draft, what it sends beside the words, and the roll's ids."""
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
    roll = pupils.add(list(_roll()), school=people.school, **cast.by_system)
    post = drafts.start(seat=seat(people.amara.person, people.school, at=now), at=now)
    client = Client(headers={"Host": "localhost"})
    client.force_login(people.amara.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = reverse("post_check", kwargs={"school": people.school.slug, "post": post.pk})
    form = {"channels": [people.channel.pk, second.pk], "mine": "1", "other_ways": ["newsletter"]}
    return client, address, form, [one.pk for one in roll]


def _with_pictures(address: str, pupils: list[int]) -> dict[str, Any]:
    """Add the pictures to the draft, and return what its page then sends of each."""
    from django.urls import resolve
    from django.utils import timezone

    from gatepost.publishing.actions import pictures
    from gatepost.publishing.models import Post
    from gatepost.schools.models import School
    from gatepost.schools.queries import seat
    from tests import cast

    now, found = timezone.now(), resolve(address).kwargs
    school = School.objects.get(slug=found["school"])
    post = Post.objects.of(school).select_related("author").get(pk=found["post"])
    form: dict[str, Any] = {}
    for n in range(PICTURES):
        there = seat(post.author, school, at=now)
        one = pictures.add(post, data=cast.jpeg(width=640 + n), name=f"fair {n}.jpg", seat=there, at=now)
        said = {"alt_text": "Pupils with a model of a volcano", "face_shown": "back_or_distance",
                "names_visible": "none", "capture_device": "school_device",
                "pupils": pupils[n * EACH : (n + 1) * EACH]}  # fmt: skip
        form |= {f"p{one.pk}-{name}": value for name, value in said.items()}
    return form


def _roll() -> Iterator[dict[str, Any]]:
    for person in invented(PUPILS):
        yield {"legal_first": person.legal_first, "legal_last": person.legal_last, "year": 4, "class_name": "4JM"}


def _captions() -> Iterator[str]:
    for name in ("dev", "second/dev", "fourth/dev"):
        yield from (row["text"] for row in lines(CAPTIONS / f"{name}.jsonl"))
