"""What is decided about a reported account, and what follows from it."""

from datetime import date, timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.channels.actions import sightings as kept
from gatepost.channels.deciding import Account
from gatepost.channels.decisions import DECISIONS
from gatepost.channels.models import Channel, Sighting
from gatepost.duties.actions import sightings
from gatepost.duties.models import Duty
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.queries import seat
from tests.cast import AT, add_person, cast
from tests.record import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast()


def reported(people, name="Brookfield Geography", **said):
    """An account that Amara came across."""
    account = Account(platform="instagram", name=name, **said)
    return kept.report(account, note="It has our badge.", seat=people.amara, at=AT)


def decide(people, row, decision, **more):
    """What the head decides."""
    return sightings.decide(row, decision=decision, reason="I asked.", seat=people.head, at=AT, **more)


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_decision_is_one_event_and_opens_what_it_owes(people, decision):
    row = decide(people, reported(people), decision)
    events = Event.objects.filter(subject=f"sighting:{row.pk}", kind="sighting.decided")
    owed = Duty.objects.of(people.school).filter(about=f"sighting:{row.pk}", owner=people.head.person)
    assert events.count() == 1
    assert owed.count() == (0 if decision == "nothing" else 1)


def test_ours_goes_on_the_register_with_what_was_said_and_no_more(people):
    row = decide(people, reported(people, master_rights="organisation", editorial_oversight=True), "ours")
    channel = Channel.objects.of(people.school).get(pk=row.channel_id)
    assert (channel.kind, channel.master_rights, channel.editorial_oversight) == ("account", "organisation", True)
    assert (channel.authorised, channel.login_place) == (None, "")


def test_one_close_to_us_goes_on_the_register_as_not_ours_with_its_disclaimer(people):
    row = decide(people, reported(people, name="Friends of Brookfield"), "associated")
    channel = Channel.objects.of(people.school).get(pk=row.channel_id)
    assert channel.kind == "associated"
    assert "not by Brookfield" in channel.disclaimer


@pytest.mark.parametrize("decision", ["quasi", "impostor", "nothing"])
def test_the_others_do_not_go_on_the_register(people, decision):
    assert decide(people, reported(people), decision).channel is None


def test_the_task_is_due_on_the_day_that_was_chosen(people):
    row = decide(people, reported(people), "quasi", by_day=date(2026, 12, 4))
    due = Duty.objects.of(people.school).get(about=f"sighting:{row.pk}").due_at
    assert (due.date(), due.hour) == (date(2026, 12, 4), 17)


def test_a_day_gone_by_is_refused_and_nothing_is_decided(people):
    row = reported(people)
    with pytest.raises(UnableTo, match="from today on"):
        decide(people, row, "quasi", by_day=AT.date() - timedelta(days=1))
    assert Sighting.objects.of(people.school).get().decision == ""


def test_it_is_decided_once_and_the_register_gets_it_once(people):
    row = reported(people)
    decide(people, row, "ours")
    with pytest.raises(UnableTo, match="decided already"):
        decide(people, row, "ours")
    assert Channel.objects.of(people.school).filter(name="Brookfield Geography").count() == 1


@pytest.mark.parametrize("decision", ["ours", "associated"])
def test_what_is_on_the_register_already_is_that_entry(people, decision):
    first, again = (decide(people, reported(people, address=f"https://{host}/brook"), decision)
                    for host in ("instagram.com", "www.instagram.com"))  # fmt: skip
    assert first.channel is not None
    assert first.channel == again.channel


def test_what_is_on_the_register_as_something_else_is_not_put_there_twice(people):
    decide(people, reported(people), "ours")
    there = decide(people, reported(people, address="https://instagram.com/b"), "ours").channel
    with pytest.raises(UnableTo, match=r"at https://instagram\.com/b, is on the register already"):
        decide(people, reported(people, address="https://instagram.com/b"), "associated")
    assert there.kind == "account"


def test_whoever_does_not_keep_the_accounts_decides_nothing(people):
    with pytest.raises(NotAllowed):
        sightings.decide(reported(people), decision="ours", reason="Mine.", seat=people.amara, at=AT)


def test_the_step_is_done_once_and_with_a_proof(people):
    row = decide(people, reported(people), "quasi")
    with pytest.raises(UnableTo, match="how one can tell"):
        sightings.finish(row, proof=" ", seat=people.head, at=AT)
    sightings.finish(row, proof="It is closed.", seat=people.head, at=AT)
    with pytest.raises(UnableTo, match="Nothing is still to be done"):
        sightings.finish(row, proof="It is closed.", seat=people.head, at=AT)


def test_the_head_alone_lists_a_fake_as_not_ours(people):
    central = cast_seat(people, "Noor Ali", "central_team")
    row = decide(people, reported(people), "impostor")
    with pytest.raises(NotAllowed, match="The head decides"):
        sightings.show(row, shown=True, seat=central, at=AT)
    assert sightings.show(row, shown=True, seat=people.head, at=AT).shown


def test_only_a_fake_is_listed_as_not_ours(people):
    with pytest.raises(UnableTo, match="decided to be a fake"):
        sightings.show(decide(people, reported(people), "quasi"), shown=True, seat=people.head, at=AT)


@pytest.mark.parametrize("name", ["oliverhartley_brookfield", "Mrs Begum’s class at Brookfield", "Zofia Nowak"])
def test_a_fake_that_names_a_pupil_or_somebody_who_works_here_is_not_listed(people, name):
    row = decide(people, reported(people, name=name), "impostor")
    with pytest.raises(UnableTo, match="names a person"):
        sightings.show(row, shown=True, seat=people.head, at=AT)


@pytest.mark.parametrize("name", ["Brookfield Memes", "hartley_avenue_fans", "Brookfield Begum Hall"])
def test_a_fake_that_shares_half_a_name_with_somebody_is(people, name):
    assert sightings.show(decide(people, reported(people, name=name), "impostor"), shown=True, seat=people.head,
                          at=AT).shown  # fmt: skip


def test_the_record_names_neither_the_account_nor_what_was_noted(people):
    decide(people, reported(people, name="Zofia Nowak is awful"), "impostor")
    told = " ".join(f"{words_of(one)} {one.facts}" for one in Event.objects.filter(kind__startswith="sighting."))
    assert "Helen Achebe decided about a reported account on Instagram: A fake." in told
    assert "Nowak" not in told
    assert "badge" not in told


def cast_seat(people, name, role):
    """Somebody more at the school."""
    return seat(add_person(people.school, name, role), people.school, at=AT)
