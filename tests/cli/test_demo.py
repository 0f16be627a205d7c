import os
from types import SimpleNamespace

import pytest

from gatepost.cli import demo, records
from gatepost.cli.main import main
from tests.cli.commands import run


@pytest.fixture
def started(monkeypatch):
    """What the demo was started with, and the settings that it was given; nothing is started."""
    seen = {}

    def command(name):
        settings = {key: value for key, value in os.environ.items() if key.startswith("GATEPOST_")}
        return SimpleNamespace(demo=lambda **given: seen.update(given, name=name, settings=settings) or 0)

    for name, value in dict(os.environ).items():
        if name.startswith("GATEPOST_"):
            monkeypatch.setenv(name, value)  # so that each is put back afterwards
    monkeypatch.setattr(records, "command", command)
    return seen


def test_the_worked_examples_are_printed_without_starting_anything(capsys, started):
    ran = run(capsys, "demo", "--print")
    assert (ran.status, "One draft, 5 policies" in ran.out, started) == (0, True, {})


def test_the_demo_never_reaches_the_records_of_a_real_gatepost(monkeypatch, started, tmp_path):
    monkeypatch.setenv("GATEPOST_DATABASE", "postgresql://real.example/school")
    main(["demo", "--data", str(tmp_path)])
    assert started["settings"] == {"GATEPOST_DEMO": "1", "GATEPOST_DATA": str(tmp_path)}


def test_what_is_said_reaches_the_demo(started):
    main(["demo", "--open", "--fresh", "--port", "9000"])
    assert (started["open_browser"], started["fresh"], started["port"]) == (True, True, 9000)


def test_the_demo_says_what_it_is_before_anything_else():
    assert demo.__doc__.splitlines()[0].startswith("Try Gatepost in a browser")


def test_whether_pictures_are_looked_into_stays_as_it_is_set(started, monkeypatch, tmp_path):
    monkeypatch.setenv("GATEPOST_LOOK", "0")
    assert main(["demo", "--data", str(tmp_path)]) == 0
    assert started["settings"]["GATEPOST_LOOK"] == "0"
