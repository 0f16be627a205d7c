"""Whoever runs Gatepost finds every setting in the reference."""

import os
import re
import subprocess
import sys

import pytest

from gatepost.cli.reference.settings import settings, settings_page
from tests.habits import SRC, modules

READ = set(re.findall(r'"(GATEPOST_\w+)"', (SRC / "config" / "settings.py").read_text("utf-8")))


def test_every_setting_is_listed_once():
    assert sorted(one.name for one in settings()) == sorted(READ)


@pytest.mark.parametrize("setting", settings(), ids=lambda one: one.name)
def test_every_setting_says_what_it_does(setting):
    assert setting.says.endswith(".")
    assert setting.says in settings_page()


def test_nothing_else_reads_a_setting_of_ours():
    named = re.compile(r"environ(?:\.get\(|\[)\s*[\"']GATEPOST_")
    assert [str(path) for path in modules(SRC) if named.search(path.read_text("utf-8"))] == []


def test_a_setting_without_a_word_about_it_has_none():
    assert settings('X = env.switch("GATEPOST_X")\nY = 1')[0].says == ""


SERVE = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "gatepost.config.settings"}
LOAD = "from django.conf import settings; print(settings.SECURE_HSTS_SECONDS, settings.DEMO)"


def load(**given):
    """What the settings come to in a process that is given these alone."""
    return subprocess.run([sys.executable, "-c", LOAD], env=SERVE | given, capture_output=True, text=True, check=False)


def test_a_server_does_not_start_without_a_secret():
    assert "Set GATEPOST_SECRET_KEY, or GATEPOST_SECRET_KEY_FILE" in load().stderr


def test_a_server_that_is_no_demo_asks_for_https():
    assert load(GATEPOST_SECRET_KEY="a" * 50).stdout.split() == ["31536000", "False"]
