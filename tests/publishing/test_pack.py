import hashlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from gatepost.publishing import pack
from gatepost.publishing.models import Version
from gatepost.schools.errors import UnableTo
from tests.cast import Cast, cast, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> Version:
    people: Cast = cast()
    return waiting(people, shown=(people.oliver,))


def unpacked(version: Version, *, platform: str = "facebook") -> dict[str, bytes]:
    made = pack.zipped(pack.files(version.content, platform=platform), digest=version.digest)
    with ZipFile(BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_pack_holds_words_pictures_descriptions_and_a_manifest(version):
    assert list(unpacked(version)) == ["words.txt", "picture-1.jpg", "descriptions.txt", "MANIFEST"]


def test_the_words_are_exactly_those_that_were_signed_off(version):
    assert unpacked(version)["words.txt"].decode() == version.content["text"]


def test_each_picture_stands_beside_its_description(version):
    assert unpacked(version)["descriptions.txt"].decode() == "picture-1.jpg: Pupils with a model\n"


def test_the_manifest_names_every_other_file_with_its_digest(version):
    files = unpacked(version)
    lines = files.pop("MANIFEST").decode().splitlines()
    assert lines == [f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in files.items()]


def test_the_same_version_makes_the_same_bytes(version):
    made = [pack.zipped(pack.files(version.content, platform="x"), digest=version.digest) for _ in range(2)]
    assert made[0] == made[1]


def test_the_pack_says_which_version_it_is(version):
    made = pack.zipped(pack.files(version.content, platform="x"), digest=version.digest)
    assert ZipFile(BytesIO(made)).comment.decode() == f"Gatepost version {version.digest}"


def test_a_post_without_pictures_is_packed_without_descriptions():
    assert list(unpacked(waiting(cast()))) == ["words.txt", "MANIFEST"]


def test_a_picture_carries_nothing_beside_its_pixels(version):
    picture = Image.open(BytesIO(unpacked(version)["picture-1.jpg"]))
    assert not picture.getexif()


def test_a_picture_that_was_changed_on_the_disk_is_not_packed(version):
    name = version.content["pictures"][0]["file"]
    default_storage.delete(name)
    default_storage.save(name, ContentFile(b"\xff\xd8 another picture"))
    with pytest.raises(UnableTo, match="not the one that was kept"):
        pack.files(version.content, platform="facebook")


def test_no_file_of_a_pack_is_named_after_anybody(version):
    assert not any("oliver" in name.lower() for name in unpacked(version))
