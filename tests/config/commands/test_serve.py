import pytest
from django.test import override_settings

from gatepost.cli.output import UsageProblem
from gatepost.config.commands.serve import serve


def refused(**given):
    """Why nothing is served."""
    wanted = {"host": "127.0.0.1", "port": 8000, "workers": 2, "migrate": False, **given}
    with pytest.raises(UsageProblem) as refusal:
        serve(say=print, **wanted)
    return str(refusal.value)


def test_the_demo_is_never_served_to_a_school():
    assert "GATEPOST_DEMO is on" in refused()


@override_settings(DEMO=False)
def test_it_takes_a_process_to_answer():
    assert "--workers 1 or more" in refused(workers=0)
