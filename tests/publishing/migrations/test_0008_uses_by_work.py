"""Who was in a picture of hands or work alone is used by their work, also in what was frozen before that was kept."""

import importlib

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from gatepost.consents.actions import answers
from gatepost.publishing.models import Use
from tests import cast

pytestmark = pytest.mark.django_db
NAME = "0008_uses_by_work"


def test_it_finds_what_freezing_finds():
    people = cast.cast()
    answers.record(people.oliver, element="work", tier="social", state="granted", given_by="parent", **cast.by_system)
    cast.waiting(people, shown=(people.oliver,))
    cast.waiting(people, shown=(people.oliver,), face_shown="hands_or_work")
    wanted = list(Use.objects.of(people.school).values_list("version", "pupil", "how"))
    gone, _ = Use.objects.of(people.school).filter(how="work").delete()
    then = MigrationLoader(connection).project_state([("publishing", NAME)]).apps
    importlib.import_module(f"gatepost.publishing.migrations.{NAME}").write(then, None)
    assert (gone, list(Use.objects.of(people.school).values_list("version", "pupil", "how"))) == (1, wanted)
