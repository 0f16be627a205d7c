"""dev.py says what it does, and the README, CI and the script agree about the two commands."""

import os
import re
import signal
import subprocess
import sys

import pytest

import dev
from tests.habits import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TWO_COMMANDS = ["python3 dev.py demo", "python3 dev.py test"]
PINNED = re.compile(r"^[a-z0-9][a-z0-9-]*==\S+( ; .+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def ask(*args, cwd=ROOT):
    """What the script prints when it is run with these arguments."""
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", *args], capture_output=True, text=True, check=False, cwd=cwd
    )
    return done.stdout


@pytest.mark.parametrize("command", dev.COMMANDS, ids=lambda command: command.__name__)
def test_help_lists_every_command_with_its_first_line(command):
    listed = " ".join(ask("--help").split())
    assert f"{command.__name__} {command.__doc__.splitlines()[0]}" in listed


@pytest.mark.parametrize("command", dev.COMMANDS, ids=lambda command: command.__name__)
def test_every_command_explains_itself(command):
    assert command.__doc__.splitlines()[0] in " ".join(ask(command.__name__, "--help").split())


def test_the_demo_names_its_options_before_anything_is_set_up(tmp_path):
    bare = [sys.executable, "-S", ROOT / "dev.py", "demo", "--help"]  # no package beside Python's own can be imported
    told = subprocess.run(bare, capture_output=True, text=True, check=False, cwd=tmp_path).stdout
    assert [one for one in ("--data", "--port", "--open", "--fresh", "--print") if one not in told] == []


def test_help_is_the_same_from_any_folder(tmp_path):
    assert ask("--help", cwd=tmp_path) == ask("--help")


def test_a_command_that_is_unknown_is_refused():
    done = subprocess.run([sys.executable, ROOT / "dev.py", "tset"], capture_output=True, text=True, check=False)
    assert (done.returncode, "tset" in done.stderr) == (2, True)


def test_the_readme_names_exactly_the_two_commands():
    blocks = re.findall(r"^```sh\n(.+?)^```", README, flags=re.MULTILINE | re.DOTALL)
    named = [line for block in blocks for line in block.splitlines() if "dev.py" in line]
    assert [line.split("#")[0].strip() for line in named] == TWO_COMMANDS


def test_ci_calls_the_test_command_of_the_readme():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == f"exec {TWO_COMMANDS[1]}"


@pytest.mark.parametrize("lock", [dev.LOCK, dev.BENCH_LOCK], ids=lambda lock: lock.name)
def test_a_lock_holds_nothing_but_versions_and_hashes(lock):
    lines = lock.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not PINNED.match(line) and not HASH.match(line)] == []


def test_the_bench_measures_the_versions_that_run():
    pins = [set(re.findall(r"^(\S+)==(\S+)", lock.read_text(), flags=re.M)) for lock in (dev.LOCK, dev.BENCH_LOCK)]
    here, there = map(dict, pins)
    assert {name for name in here.keys() & there.keys() if here[name] != there[name]} == set()


def test_the_digest_changes_with_the_lock(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("one==1\n")
    before = dev.digest(lock)
    lock.write_text("one==2\n")
    assert dev.digest(lock) != before


def test_nothing_is_installed_while_the_stamp_is_fresh(tmp_path, capsys):
    (tmp_path / "gatepost-stamp").write_text(dev.digest(dev.LOCK))
    dev.set_up(venv=tmp_path)
    assert (capsys.readouterr().out, list(tmp_path.iterdir())) == ("", [tmp_path / "gatepost-stamp"])


def test_one_package_is_taken_from_the_lock_with_its_hashes(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("ruff==1 \\\n    --hash=a\nuv==2 \\\n    --hash=b \\\n    --hash=c\nuvloop==3 \\\n    --hash=d\n")
    assert dev.pinned("uv", lock=lock) == "uv==2 \\\n    --hash=b \\\n    --hash=c\n"


def test_the_lock_pins_uv_itself():
    assert dev.pinned("uv", lock=dev.LOCK).count("--hash=sha256:") > 1


def test_a_check_that_fails_shows_why(capsys):
    step = dev.Step("layers", check=[sys.executable, "-c", "raise SystemExit('an import runs upward')"])
    assert not dev.passes(step)
    assert "an import runs upward" in capsys.readouterr().out


def test_a_check_that_passes_is_one_line(capsys):
    assert dev.passes(dev.Step("layers", check=[sys.executable, "-c", "print('kept')"]))
    assert re.fullmatch(r"ok +layers +\d+\.\d s\n", capsys.readouterr().out)


def test_a_check_is_given_its_environment(capsys):
    asks = [sys.executable, "-c", "import os; raise SystemExit(os.environ['GATEPOST_HOSTS'] != 'gatepost.example')"]
    assert dev.passes(dev.Step("server", check=asks, env=dev.SERVED))


@pytest.fixture
def ran(monkeypatch):
    """What the script runs on a machine without Chromium, on which nothing may be installed."""
    ran = []
    monkeypatch.delenv("GATEPOST_DATABASE", raising=False)
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "failed_checks", list)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    monkeypatch.setattr(dev, "run", lambda command: ran.append([*command]) or int("tests.journeys.chromium" in command))
    monkeypatch.setattr(dev, "told", lambda part: ran.append(part.name) or "")
    return ran


def test_without_a_browser_the_journeys_are_listed_as_not_run(ran, capsys):
    status = dev.test(dev.parser().parse_args(["test"]))
    said = capsys.readouterr().out
    assert (status, [name for name in dev.journeys() if name not in said], "NOT RUN" in said) == (1, [], True)


def test_without_a_browser_everything_else_is_run(ran):
    dev.test(dev.parser().parse_args(["test"]))
    assert {one for one in ran if isinstance(one, str)} == {part.name for part in dev.RUNS} - {dev.JOURNEYS_RUN}


def test_chosen_tests_run_alone(ran):
    dev.test(dev.parser().parse_args(["test", "tests/policy", "-k", "near"]))
    assert ran == [[*dev.PYTEST, "tests/policy", "-k", "near"]]


def test_the_parts_of_the_tests_leave_none_out():
    parts = {part.name: part.command for part in dev.RUNS}
    tests = {str(parts[name][-1]) for name in ("any order, by anybody, on SQLite", dev.JOURNEYS_RUN)}
    rest = parts["everything else, on SQLite"]
    left_out = {word.removeprefix("--ignore=") for word in rest if word.startswith("--ignore=")}
    assert tests == left_out == {str(dev.GATE), str(dev.JOURNEYS)}


def test_the_tests_of_the_database_run_on_both():
    on = {"tests.servers.postgres" in part.command for part in dev.RUNS}
    assert on == {True, False}


def test_what_publishing_leaves_to_the_others_on_postgresql_is_theirs():
    others, publishing = (part.command for part in dev.RUNS if "tests.servers.postgres" in part.command)
    left_out = {word.removeprefix("--ignore=") for word in others if word.startswith("--ignore=")}
    assert left_out == {publishing[-1], str(dev.JOURNEYS)}


def test_a_part_that_fails_shows_why_and_is_named(capsys):
    failed = dev.told(dev.Run("journeys", [sys.executable, "-c", "raise SystemExit('no such page')"]))
    assert (failed, "no such page" in capsys.readouterr().out) == ("journeys", True)


def test_a_part_that_passes_is_not_named():
    assert dev.told(dev.Run("journeys", [sys.executable, "-c", "print('12 passed')"])) == ""


def test_a_python_that_cannot_create_environments_is_told_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit):
        dev.create(tmp_path / "env")
    assert f"Install python3.{sys.version_info.minor}-venv" in capsys.readouterr().out


SLOW_TO_STOP = """
import sys, time
try:
    time.sleep(0.3)  # by then dev.py waits for this to end
    print("ready", flush=True)
    time.sleep(30)
except KeyboardInterrupt:
    time.sleep(0.6)
    sys.exit(7)
"""


def test_ctrl_c_leaves_a_command_to_end_in_its_own_way():
    # A test run started in the background ignores Ctrl-C, and so would whatever it starts: here it counts again.
    code = (
        "import signal, sys, dev; signal.signal(signal.SIGINT, signal.default_int_handler); "
        f"sys.exit(dev.run(['python', '-c', {SLOW_TO_STOP!r}], venv=dev.Path(sys.prefix)))"
    )
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, start_new_session=True, **pipes) as ran:
        assert ran.stdout.readline() == b"ready\n"
        os.killpg(ran.pid, signal.SIGINT)
        said = ran.communicate(timeout=20)[1]
    assert (ran.returncode, said) == (7, b"")


def test_an_old_python_is_told_which_one_is_needed(monkeypatch, capsys):
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    with pytest.raises(SystemExit):
        dev.main()
    assert "needs Python" in capsys.readouterr().out
