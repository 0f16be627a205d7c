import subprocess
import sys

import pytest
from django.db.migrations.recorder import MigrationRecorder

from gatepost.cli.output import UsageProblem
from gatepost.config.commands.start import check_up_to_date

KEY = {"GATEPOST_SECRET_KEY": "x" * 32}


def told(tmp_path, **settings):
    """What `gatepost serve` says with these settings alone, and its exit status."""
    done = subprocess.run(
        [sys.executable, "-m", "gatepost.cli.main", "serve"],
        env={"GATEPOST_DATA": str(tmp_path / "data"), **settings}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stderr


def test_without_a_secret_key_nothing_is_served(tmp_path):
    status, said = told(tmp_path)
    assert (status, said.count("\n"), "Set GATEPOST_SECRET_KEY" in said) == (2, 1, True)
    assert "set GATEPOST_DEMO=1 instead, and GATEPOST_DATA to their folder" in said


def test_with_a_secret_key_that_is_too_short_nothing_is_served(tmp_path):
    status, said = told(tmp_path, GATEPOST_SECRET_KEY="x" * 31)
    assert (status, said.count("\n"), "GATEPOST_SECRET_KEY has 31 characters" in said) == (2, 1, True)


def test_a_setting_that_is_wrong_is_one_plain_sentence(tmp_path):
    status, said = told(tmp_path, **KEY, GATEPOST_DATABASE="oracle://x")
    assert (status, said.count("\n"), "GATEPOST_DATABASE" in said) == (2, 1, True)


def test_a_new_database_is_not_served_before_it_is_made(tmp_path):
    status, said = told(tmp_path, **KEY)
    assert (status, "gatepost serve --migrate" in said) == (2, True)


@pytest.mark.django_db
def test_a_database_that_lacks_a_migration_is_not_up_to_date():
    check_up_to_date()
    MigrationRecorder.Migration.objects.filter(app="publishing").delete()
    with pytest.raises(UsageProblem, match="not up to date"):
        check_up_to_date()
