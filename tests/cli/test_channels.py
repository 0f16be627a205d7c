"""The register from the command line."""

import json
from datetime import timedelta

import pytest

from gatepost.channels.actions import locks, register
from gatepost.channels.check_kinds import CHECK_KINDS
from gatepost.channels.models import Channel, Check
from gatepost.channels.stops import LOCKED
from gatepost.duties.actions import duties
from tests import cast
from tests.channels.exchange import thornfield
from tests.cli.commands import run

pytestmark = pytest.mark.django_db


@pytest.fixture(name="people")
def _people():
    return cast.cast(policy="littleover")


@pytest.fixture(name="give")
def _give(people, tmp_path, capsys):
    """Run `gatepost channels import` on a table."""

    def given(text: str | bytes, *more: str):
        path = tmp_path / "accounts.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run(capsys, "channels", "import", path, "--school", "brookfield", "--format", "json", *more)

    return given


def count(people):
    return Channel.objects.of(people.school).count()


def looked(channel, **more):
    Check.objects.bulk_create(
        [Check(channel=channel, kind=kind, found="in_order", checked_at=cast.AT, **more) for kind in CHECK_KINDS]
    )


def test_the_register_is_listed_with_every_field_the_reasons_and_what_is_due(people, capsys):
    new = register.open_channel(
        people.school, platform="x", name="@b", master_rights="individual", recovery="the office", **cast.by_system
    )
    told = run(capsys, "channels", "list", "--school", "brookfield", "--format", "json").json
    account = next(one for one in told["accounts"] if one["id"] == new.pk)
    fields = {field.name for field in Channel._meta.concrete_fields} - {"school"}
    assert fields <= account.keys()
    looked = {field.name for field in Check._meta.concrete_fields} - {"id", "channel"}
    assert looked <= account["checks"][0].keys()
    assert (account["is_official"], account["reasons"][0]["ref"] in account["refs"]) == (False, True)
    assert told["duties"][0] == account["duties"][0]
    assert told["duties"][0]["stops_posting"] is True


def test_the_register_reads_as_text(people, capsys):
    register.open_channel(people.school, platform="x", name="@b", master_rights="individual", **cast.by_system)
    told = run(capsys, "channels", "list", "--school", "brookfield").out
    assert "@b on X, opened 2026-11-20: not official" in told
    assert "Brookfield Primary on Facebook, opened 2026-11-20: whether it is official is not settled yet" in told
    assert "OVERDUE Two-step sign-in: nobody has looked yet. Nothing can be posted" in told


def test_a_check_passes_where_nothing_is_overdue_and_fails_where_something_is(people, capsys):
    Check.objects.of(people.school).filter(channel=people.channel)._raw_delete("default")
    looked(people.channel)
    assert run(capsys, "channels", "check", "--school", "brookfield").status == 0
    register.open_channel(people.school, platform="x", name="@b", **cast.by_system)
    ran = run(capsys, "channels", "check", "--school", "brookfield")
    assert (ran.status, "@b on X: OVERDUE Two-step sign-in" in ran.out) == (1, True)


def test_a_check_fails_while_an_account_is_locked_though_nothing_is_overdue(people, capsys):
    looked(people.channel)
    locks.lock(people.channel, reason="Odd posts.", seat=people.carys, at=cast.AT)
    ran = run(capsys, "channels", "check", "--school", "brookfield")
    assert (ran.status, ran.out.splitlines()[0]) == (1, "STOPPED " + LOCKED.format(people.channel))
    assert "  STOPPED " + LOCKED.format(people.channel) in run(capsys, "channels", "list", "--school", "brookfield").out


def test_one_overdue_thing_is_told_once_however_many_are_asked_for_it(people, capsys):
    people.channel.looks.create(kind="privacy_notice", found="not_in_order", checked_at=cast.AT - timedelta(days=3))
    for kind, what in (("check", "Look at the notice"), ("check.late", "Overdue: look at the notice")):
        duties.open_duty(people.school, owner=people.head.person, kind=kind, what=what, due_at=cast.AT,
                         about=f"channel:{people.channel.pk}:privacy_notice", **cast.by_system)  # fmt: skip
    told = run(capsys, "channels", "check", "--school", "brookfield").out.casefold()
    assert (told.count("privacy notice"), told.count("the notice")) == (1, 0)


def test_a_table_is_taken_in_and_what_it_changed_is_said(give, people):
    ran = give(thornfield.tabbed())
    assert (ran.status, ran.json["counts"], count(people)) == (0, {"new": 5, "changed": 0, "same": 0}, 6)
    assert [one["name"] for one in ran.json["missing"]] == ["Brookfield Primary"]


def test_a_dry_run_says_the_same_and_changes_nothing(give, people):
    looked_at = give(thornfield.tabbed(), "--dry-run").json
    assert count(people) == 1
    assert {**give(thornfield.tabbed()).json} == looked_at


def test_a_row_that_is_wrong_is_named_and_nothing_is_taken_in(give, people):
    ran = give("Platform,Account,Opened\nFacebook,Thornfield,one day\nX,@fine,2020\n")
    assert (ran.status, [one["row"] for one in ran.json["errors"]], count(people)) == (1, [2], 1)


def test_what_cannot_be_read_is_said_and_changes_nothing(give, people):
    ran = give(b"PK\x03\x04 not a workbook")
    assert (ran.status, ran.out, "gatepost:" in ran.err or bool(ran.err), count(people)) == (2, "", True, 1)


def test_a_school_that_is_not_there_is_said(capsys, people):
    ran = run(capsys, "channels", "list", "--school", "nowhere")
    assert (ran.status, "There is no school at “nowhere”" in ran.err) == (2, True)


def test_the_difference_reads_as_text(people, tmp_path, capsys):
    path = tmp_path / "accounts.csv"
    path.write_text(thornfield.as_csv())
    told = run(capsys, "channels", "import", path, "--school", "brookfield", "--dry-run").out
    assert told.startswith("Would take in: new 5, changed 0, as before 0.")
    assert "+ Thornfield Trips on facebook" in told
    assert "? Brookfield Primary on facebook is missing in the table, and stays" in told


def test_json_is_one_object(people, capsys):
    ran = run(capsys, "channels", "check", "--school", "brookfield", "--format", "json")
    assert isinstance(json.loads(ran.out), dict)
