"""What was frozen before uses were kept is looked through once, for every pupil of its school."""

import importlib

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from gatepost.publishing.models import Use
from tests import cast

pytestmark = pytest.mark.django_db
NAME = "0004_uses_of_before"


def test_it_finds_what_freezing_finds():
    people = cast.cast()
    cast.waiting(people, shown=(people.oliver,))
    wanted = list(Use.objects.of(people.school).values_list("version", "pupil", "how", "full", "maybe"))
    Use.objects.of(people.school).delete()
    then = MigrationLoader(connection).project_state([("publishing", NAME)]).apps
    importlib.import_module(f"gatepost.publishing.migrations.{NAME}").write(then, None)
    assert list(Use.objects.of(people.school).values_list("version", "pupil", "how", "full", "maybe")) == wanted != []
