import subprocess
import sys

import pytest

import gatepost
from gatepost.cli.main import COMMANDS, main, parser
from tests.cli.commands import run


def imported(*words):
    """The modules of Gatepost that a command imports."""
    code = (
        "import sys, contextlib, io\nfrom gatepost.cli.main import main\n"
        f"with contextlib.redirect_stdout(io.StringIO()):\n    main({list(words)!r})\n"
        "print(*[name for name in sys.modules if name.startswith('gatepost.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.split()


@pytest.mark.parametrize("words", [("policy", "show", "southport"), ("policy", "coverage", "southport"), ("facts",)])
def test_reading_a_policy_loads_no_detector(words):
    assert [name for name in imported(*words) if name.startswith(("gatepost.detectors", "gatepost.screening"))] == []


def test_the_engine_is_light():
    code = "import gatepost.policy, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert {"ahocorasick", "phonenumbers", "pypdfium2", "argparse"} & {*done.stdout.split()} == set()


def test_the_version_is_the_packages(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"gatepost {gatepost.__version__}\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(capsys, name):
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    assert (stopped.value.code, capsys.readouterr().out.startswith(f"usage: gatepost {name}")) == (0, True)


@pytest.mark.parametrize(
    "words", [[], ["chekc"], ["check"], ["check", "a", "--fromat", "json"], ["policy"], ["--polcy"]]
)
def test_what_cannot_be_meant_is_refused_with_two(words):
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2


def test_the_help_names_every_command():
    assert {*COMMANDS} <= {*parser().format_help().split()}


def test_a_file_that_is_not_there_is_one_plain_sentence(capsys, tmp_path):
    ran = run(capsys, "detect", tmp_path / "none.txt")
    assert (ran.status, ran.out, ran.err.count("\n"), "There is no file" in ran.err) == (2, "", 1, True)


def test_a_reader_who_leaves_early_is_no_error():
    command = f"{sys.executable} -m gatepost.cli.main facts | head -n 1"
    done = subprocess.run(["/bin/sh", "-c", command], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
