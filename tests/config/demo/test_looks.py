"""What is kept of a look into the drawn pictures is what a look finds, and the demo's posts say so."""

import os

import pytest
from django.db import transaction

from gatepost.config.demo import looks, seed
from gatepost.config.demo.scenes import SCENES, drawn
from gatepost.detectors.pictures import look, resembles
from gatepost.detectors.pictures.opened import Limits
from gatepost.publishing.actions import looks as looking
from gatepost.publishing.models import Picture, Version
from gatepost.publishing.pictures.arrive import arrive
from gatepost.publishing.pictures.telling import told
from tests.config.demo.conftest import AT

SLOW = os.environ.get("GATEPOST_SLOW")
LOOKED_AT = [*SCENES] if SLOW else ["school"]
"""A look takes seconds: all of them where there is time."""
LIMITS = Limits(bytes=10_000_000, pixels=10_000_000)


@pytest.mark.parametrize("scene", LOOKED_AT)
def test_what_is_kept_of_a_scene_is_what_a_look_finds(scene):
    found, kept = look(arrive(drawn(scene), limits=LIMITS).data), looks.seen(scene)
    assert (found.width, found.height, found.faces) == (kept.width, kept.height, kept.faces)
    assert resembles(found.dhash, kept.dhash)
    # What is read in mere shapes hangs on the last bit of the pixels; longer writing does not.
    assert [one.text for one in found.words if len(one.text) > 3] == [
        one.text for one in kept.words if len(one.text) > 3
    ]


@pytest.fixture(scope="module")
def looked(django_db_setup, django_db_blocker, tmp_path_factory):
    """The trust where pictures are looked into, by what is kept alone: nothing else could look here."""
    patched = pytest.MonkeyPatch()
    patched.setattr(looking, "can", lambda: True)
    patched.setattr("gatepost.detectors.pictures.look", None)
    with django_db_blocker.unblock(), transaction.atomic():
        yield seed(AT)
        transaction.set_rollback(True)
    patched.undo()


@pytest.mark.django_db
def test_every_picture_of_the_demo_is_looked_into(looked):
    rows = Picture.objects.everywhere(why="every school of the demo")
    assert {one.look for one in rows} == {"done"}


@pytest.mark.django_db
def test_what_was_sent_for_sign_off_says_what_was_found(looked):
    versions = Version.objects.everywhere(why="every school of the demo")
    said = {told(picture)[0] for version in versions for picture in version.content["pictures"]}
    assert said
    assert [one for one in said if "Nothing has looked" in one] == []
