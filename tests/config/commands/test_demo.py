import os
import signal
import subprocess
import sys
import time
import urllib.request

import pytest
from django.test import override_settings

from gatepost.cli.output import UsageProblem
from gatepost.config.commands.demo import prepare
from gatepost.schools.models import Trust
from tests.cast import cast


@pytest.mark.django_db
def test_records_that_are_not_the_demos_are_left_alone():
    cast()
    with pytest.raises(UsageProblem, match="not the demo"):
        prepare(fresh=True, say=print)


@pytest.mark.django_db
def test_the_trust_is_made_once(tmp_path):
    said = []
    with override_settings(MEDIA_ROOT=tmp_path):
        prepare(fresh=False, say=said.append)
        prepare(fresh=False, say=said.append)
    assert (Trust.objects.count(), len(said)) == (1, 1)


@pytest.mark.django_db
def test_a_trust_that_cannot_be_made_is_told_with_what_failed(tmp_path, monkeypatch):
    def fails(_):
        raise KeyError("year_4")

    monkeypatch.setattr("gatepost.config.commands.demo.seed", fails)
    with (
        override_settings(MEDIA_ROOT=tmp_path),
        pytest.raises(UsageProblem, match=r"could not be made.*KeyError.*year_4"),
    ):
        prepare(fresh=False, say=print)


def test_a_page_that_cannot_be_loaded_ends_the_command_and_it_never_says_that_it_runs(tmp_path):
    """As after an upgrade that went half way: a module that a page needs is missing."""
    missing = "import sys; sys.modules['gatepost.web.views.archive'] = None"
    broken = f"{missing}; from gatepost.cli.main import main; sys.exit(main())"
    command = [sys.executable, "-c", broken, "demo", "--data", str(tmp_path), "--port", "8480"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, "is running" in done.stdout) == (2, False)
    assert "Gatepost cannot start" in done.stderr
    assert "gatepost.web.views.archive" in done.stderr


def address(process):
    """The address that a demo says it is at."""
    return next(line.split()[1] for line in process.stdout if line.strip().startswith("Open"))


def answer(url):
    """The status of a page, as soon as there is one."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(url) as page:  # noqa: S310 - our own server
                return page.status
        except OSError:
            time.sleep(0.1)
    return None


def test_it_answers_says_where_and_ends_cleanly(tmp_path):
    command = [sys.executable, "-m", "gatepost.cli.main", "demo", "--data", str(tmp_path), "--port", "8460"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        status = answer(address(process))
        os.kill(process.pid, signal.SIGINT)
        last = process.stdout.read()
    assert (status, process.returncode, "Stopped." in last, "Traceback" in last) == (200, 0, True, False)
