import pytest

from gatepost.audit.models import Event
from tests.cast import cast
from tests.cli.commands import run, written

pytestmark = pytest.mark.django_db
TRUST = "ashgrove-brookfield"


@pytest.fixture(autouse=True)
def _records():
    cast()


def test_a_record_as_it_was_written_is_said_to_be(capsys):
    ran = run(capsys, "audit", "verify")
    assert (ran.status, "as it was written" in ran.out, "no records with a fault" in ran.out) == (0, True, True)


def test_a_changed_event_is_named_and_the_exit_status_is_one(capsys):
    Event.objects.filter(trust=TRUST, number=3).update(actor_name="Somebody else")
    ran = run(capsys, "audit", "verify", "--trust", TRUST)
    assert (ran.status, "changed: Event 3 is not as it was written." in ran.out) == (1, True)


def test_the_object_has_the_count_the_head_and_the_first_fault(capsys):
    Event.objects.filter(trust=TRUST, number=5)._raw_delete("default")
    [chain] = run(capsys, "audit", "verify", "--trust", TRUST, "--format", "json").json["chains"]
    assert (chain["head"]["count"], chain["fault"]["kind"], chain["fault"]["number"]) == (4, "removed", 5)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_head_that_was_printed_can_be_held_against_the_record(capsys, tmp_path, form):
    kept = written(tmp_path, run(capsys, "audit", "head", "--format", form).out, "head")
    assert run(capsys, "audit", "verify", "--head", kept).status == 0


def test_a_record_that_is_gone_is_found_against_its_head(capsys, tmp_path):
    kept = written(tmp_path, f"gone 9 {'a' * 64}", "head")
    ran = run(capsys, "audit", "verify", "--head", kept)
    assert (ran.status, "shortened" in ran.out) == (1, True)


def test_a_trust_that_is_unknown_is_refused(capsys):
    ran = run(capsys, "audit", "verify", "--trust", "nowhere")
    assert (ran.status, "no record of a trust “nowhere”" in ran.err) == (2, True)
