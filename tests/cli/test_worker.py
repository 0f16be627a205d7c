import pytest

from tests.cli.commands import run


@pytest.mark.django_db
def test_one_look_says_what_it_came_to(capsys):
    ran = run(capsys, "worker", "--once")
    assert (ran.status, ran.out) == (0, "No signed-off posts stopped.\n")
