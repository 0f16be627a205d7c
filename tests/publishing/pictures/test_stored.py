from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from gatepost.publishing.pictures import stored
from gatepost.schools.errors import UnableTo

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def kept() -> str:
    with stored.new(b"", kind="png", at=AT) as name:
        return name


def test_a_new_name_says_when_and_nothing_else():
    assert kept().startswith("posts/2026/11/")
    assert kept() != kept()


def test_what_was_kept_is_read():
    assert stored.read(kept(), sha256=SHA) == b""


def test_what_is_gone_is_said_to_be():
    stored.forget(name := kept())
    with pytest.raises(UnableTo, match="is gone"):
        stored.read(name, sha256=SHA)


def test_what_was_exchanged_is_found_out():
    stored.forget(name := kept())
    default_storage.save(name, ContentFile(b"another"))
    with pytest.raises(UnableTo, match="not the one that was kept"):
        stored.read(name, sha256=SHA)


def fail_to_keep(names: list[str]) -> None:
    with stored.new(b"", kind="png", at=AT) as name:
        names.append(name)
        raise ZeroDivisionError


def test_a_failure_leaves_nothing():
    names: list[str] = []
    with pytest.raises(ZeroDivisionError):
        fail_to_keep(names)
    assert not default_storage.exists(names[0])
