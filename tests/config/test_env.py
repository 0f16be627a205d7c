"""A setting that cannot be read says what to do."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from gatepost.config import env

NAME = "GATEPOST_OF_A_TEST"


@pytest.fixture
def given(monkeypatch):
    """Gives the setting of these tests a value."""
    return lambda value: monkeypatch.setenv(NAME, value)


READS = {
    "a text": (lambda: env.text(NAME), "Ashgrove", "Ashgrove"),
    "a secret": (lambda: env.secret(NAME, least=4), "abcd", "abcd"),
    "on": (lambda: env.switch(NAME), "Yes", True),
    "off": (lambda: env.switch(NAME, default=True), "off", False),
    "a number": (lambda: env.number(NAME, 7), "14", 14),
    "a list": (lambda: env.words(NAME), "a.example, b.example,", ["a.example", "b.example"]),
    "PostgreSQL": (lambda: env.database(NAME, "")["HOST"], "postgresql://u:p%40@db.example:5432/gate", "db.example"),
    "a password": (lambda: env.database(NAME, "")["PASSWORD"], "postgresql://u:p%40@db.example/gate", "p@"),
    "a socket": (lambda: env.database(NAME, "")["HOST"], "postgresql://u@/gate?host=/run/pg", "/run/pg"),
    "SQLite": (lambda: env.database(NAME, "")["NAME"], "sqlite:////srv/gate.sqlite3", "/srv/gate.sqlite3"),
}


@pytest.mark.parametrize(("read", "value", "expected"), READS.values(), ids=READS)
def test_a_setting_is_read(given, read, value, expected):
    given(value)
    assert read() == expected


REFUSES = {
    "a secret that is soon guessed": (lambda: env.secret(NAME, least=4), "abc", "4 or more"),
    "neither on nor off": (lambda: env.switch(NAME), "perhaps", "is 1 or 0"),
    "no number": (lambda: env.number(NAME, 7), "a week", "is a whole number"),
    "less than nothing": (lambda: env.number(NAME, 7), "-1", "is a whole number"),
    "another database": (lambda: env.database(NAME, ""), "mysql://db/gate", "sqlite:/// or postgresql://"),
}


@pytest.mark.parametrize(("read", "value", "says"), REFUSES.values(), ids=REFUSES)
def test_a_setting_that_cannot_be_read_is_refused_by_name(given, read, value, says):
    given(value)
    with pytest.raises(ImproperlyConfigured, match=says) as refused:
        read()
    assert NAME in str(refused.value)


def test_a_setting_that_must_be_given_says_how():
    with pytest.raises(ImproperlyConfigured, match=f"Set {NAME}, or {NAME}_FILE"):
        env.text(NAME)


def test_a_secret_is_read_from_its_file(tmp_path, monkeypatch):
    (tmp_path / "secret").write_text("a long secret\n")
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "secret"))
    assert env.text(NAME) == "a long secret"


def test_a_file_that_is_not_there_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "gone"))
    with pytest.raises(ImproperlyConfigured, match=r"gone, which cannot be read: No such file"):
        env.text(NAME)


def test_a_folder_may_begin_at_home(given, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    given("~/gatepost")
    assert env.folder(NAME, tmp_path) == tmp_path / "gatepost"
