import subprocess
import sys

import pytest

from gatepost.cli import records
from gatepost.cli.main import COMMANDS


def test_a_command_is_found_with_every_room_set_up():
    assert callable(records.command("audit").verified)


def test_a_command_that_is_not_there_is_a_fault_of_the_program():
    with pytest.raises(ModuleNotFoundError):
        records.command("nothing")


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_loads_django_before_it_runs(name):
    code = (
        "import sys\nfrom gatepost.cli.main import parser\n"
        f"parser({name!r})\nprint([one for one in sys.modules if one.split('.')[0] == 'django'])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
