import pytest

from gatepost import library
from tests.cli.commands import POLICY, run


def coverage(capsys, name):
    """The coverage of a policy as one object."""
    return run(capsys, "policy", "coverage", name, "--format", "json").json


def test_each_point_names_what_carries_it(capsys):
    clause = coverage(capsys, POLICY)["clauses"][0]
    assert [[carrier["kind"] for carrier in point["carriers"]] for point in clause["points"]] == [
        ["control"],
        ["record"],
    ]


def test_a_control_is_shown_with_every_parameter(capsys):
    control = coverage(capsys, POLICY)["clauses"][1]["points"][0]["carriers"][0]
    assert (control["name"], control["parameters"]["barred_styles"]) == ("name_style", ["surname", "full"])


def test_the_counts_stand_at_the_end(capsys):
    found = coverage(capsys, POLICY)
    assert (found["points"], found["carried_by"]["control"], found["carried_by"]["duty"]) == (6, 4, 1)


@pytest.mark.parametrize("name", library.IDS)
def test_no_policy_of_the_library_has_a_point_carried_by_nothing(capsys, name):
    ran = run(capsys, "policy", "coverage", name)
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "carried by nothing: 0")


def test_a_policy_that_is_not_there_is_refused(capsys):
    ran = run(capsys, "policy", "coverage", "none-such")
    assert (ran.status, ran.out, "library" in ran.err) == (2, "", True)
