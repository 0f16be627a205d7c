"""A table is taken in whole or not at all; what goes out comes in again and changes nothing."""

import csv
import random
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from gatepost.audit.kinds import sentence
from gatepost.audit.models import Event
from gatepost.channels.actions import closing, exchange, looking, register
from gatepost.channels.exchange import told
from gatepost.channels.exchange.register import difference, stands
from gatepost.channels.exchange.sending import file_of
from gatepost.channels.models import Administrator, Channel, Poster, PosterRole
from gatepost.schools.errors import UnableTo
from gatepost.schools.roles import role_name
from gatepost.tables.refused import Unreadable
from tests import cast
from tests.cast import AT, by_system
from tests.channels.exchange import thornfield

pytestmark = pytest.mark.django_db


@pytest.fixture(name="people")
def _people():
    return cast.cast(policy="littleover")


def take(people, text, **more):
    return exchange.take_in(text.encode(), school=people.school, close=begin, **by_system, **more)


def begin(channel, day):
    """Begin a closing, as a higher room does with its task."""
    closing.choose_day(channel, closing_on=day, **by_system)


def seen(people, text):
    data = text if isinstance(text, bytes) else text.encode()
    return difference(data, school=people.school, at=AT)


def sent(people, ending="csv", *, private=True):
    found, standings = stands(people.school, at=AT)
    return file_of(found, standings, ending=ending, private=private)


def state(people):
    """Everything that the register holds, and how long the record is."""
    rows = Channel.objects.of(people.school).order_by("pk").values()
    lists = [model.objects.of(people.school).order_by("pk").values() for model in (Administrator, Poster, PosterRole)]
    return [*rows], [[*rows] for rows in lists], Event.objects.count()


@pytest.mark.parametrize("text", [thornfield.tabbed(), thornfield.as_csv(), thornfield.laid_out()])
def test_a_table_is_taken_in_as_it_stands_in_a_policy(people, text):
    take(people, text)
    rows = {one.name: one for one in Channel.objects.of(people.school).exclude(pk=people.channel.pk)}
    assert rows["thornfield-school"].address == "https://uk.linkedin.com/company/thornfield-school"
    assert {one.opened_on for one in rows.values()} == {date(2020, 9, 1), date(2019, 11, 1), date(2023, 9, 1),
                                                       date(2014, 1, 1)}  # fmt: skip
    assert {name: one.closed_on for name, one in rows.items() if one.closed_on} == {"@ThornfieldOld": date(2023, 7, 31)}
    assert rows["Thornfield Trips"].master_holder == "av_technician"


def test_several_roles_of_one_cell_post_and_the_master_role_administers(people):
    take(people, thornfield.tabbed())
    trips = Channel.objects.of(people.school).get(name="Thornfield Trips")
    roles = PosterRole.objects.of(people.school).filter(channel=trips).values_list("role", flat=True)
    assert {*roles} == {"senior_deputy_head", "pa_to_headteacher", "av_technician"}
    assert Administrator.objects.of(people.school).get(channel=trips).role == "av_technician"


def test_a_role_that_nobody_holds_is_kept_and_said_once(people):
    found = take(people, thornfield.tabbed())
    assert [one.says for one in found.remarks if "PA to the headteacher" in one.says] == [
        "Nobody holds the role “PA to the headteacher” yet. It is kept; give it to somebody under People."
    ]


def test_the_same_table_again_changes_nothing(people):
    take(people, thornfield.tabbed())
    assert {row.state for row in seen(people, thornfield.as_csv()).rows} == {"same"}


def test_a_month_alone_says_nothing_against_a_day_within_it(people):
    Channel.objects.of(people.school).update(opened_on=date(2019, 11, 14))
    said = f"Platform,Account,Opened\nFacebook,{people.channel.name},Nov 2019\n"
    assert [row.state for row in seen(people, said).rows] == ["same"]


def test_an_account_that_is_missing_is_named_and_stays_as_it_is(people):
    found = take(people, thornfield.tabbed())
    assert found.missing == (people.channel,)
    assert Channel.objects.of(people.school).get(pk=people.channel.pk).closed_on is None


def test_whoever_the_table_leaves_out_stays_on_the_list_and_is_named(people):
    said = f"Platform,Account,Posters\nFacebook,{people.channel.name},DSL\n"
    assert take(people, said).rows[0].stays == ("Amara Begum", "Helen Achebe")
    assert Poster.objects.of(people.school).filter(channel=people.channel, until=None).count() == 2


def recorded(before):
    """The sentences of what was recorded since, without who did it."""
    return [
        sentence(one.kind, who="", facts=one.facts).strip() for one in Event.objects.order_by("number", "pk")[before:]
    ]


def test_each_account_that_is_opened_and_the_table_have_one_line_on_the_record(people):
    before = Event.objects.count()
    take(people, thornfield.tabbed())
    kinds = [one.kind for one in Event.objects.order_by("number", "pk")[before:]]
    assert (kinds.count("channel.opened"), kinds[-1]) == (5, "register.taken_in")
    again = Event.objects.count()
    take(people, thornfield.tabbed())
    assert Event.objects.count() == again + 1


def test_the_record_names_everybody_whom_a_table_puts_on_the_lists_of_an_account(people):
    before = Event.objects.count()
    take(
        people,
        f"Platform,Account,Posters,Administrators\nFacebook,{people.channel.name},Ben Oduya; DSL,Carys Vaughan\n",
    )
    assert [one.partition(" on ")[0] for one in recorded(before)[:-1]] == [
        f"put Carys Vaughan among the administrators of {people.channel.name}.",
        "named Ben Oduya as a poster",
        f"let whoever is {role_name('dsl')} post",
    ]


def test_what_changed_of_an_account_and_who_was_put_on_its_lists_are_told_apart(people):
    before = Event.objects.count()
    take(people, f"Platform,Account,Note,Posters\nFacebook,{people.channel.name},Ask first,Ben Oduya\n")
    events = Event.objects.order_by("number", "pk")[before:]
    assert [(one.kind, one.facts.get("what")) for one in events][:2] == [
        ("channel.amended", "Note"), ("poster.named", None),
    ]  # fmt: skip


def test_the_record_says_what_kind_of_account_it_was_and_is_by_a_table_and_by_hand(people):
    new = register.open_channel(people.school, platform="whatsapp", name="Year 4", **by_system)
    before = Event.objects.count()
    take(people, "Platform,Account,Kind\nWhatsApp,Year 4,a messaging group\n")
    register.amend(Channel.objects.of(people.school).get(pk=new.pk), said={"kind": "account"}, **by_system)
    told = [one.facts["what"] for one in Event.objects.order_by("number", "pk")[before:] if "what" in one.facts]
    assert told == [
        "Kind (from an official account to a messaging group)",
        "kind of account (from a messaging group to an official account)",
    ]


def test_whoever_is_listed_to_post_and_could_not_is_named(people):
    said = f"Platform,Account,Posters\nFacebook,{people.channel.name},Ben Oduya; Amara Begum; Governor; Poster\n"
    idle = [one.says.partition(" is listed")[0] for one in seen(people, said).remarks if "is listed" in one.says]
    assert idle == ["Ben Oduya", "governor"]


def test_people_are_found_by_name_and_by_e_mail(people):
    said = f"Platform,Account,Approved users\nFacebook,{people.channel.name},Ben Oduya; {people.carys.person.email}\n"
    take(people, said)
    on = Poster.objects.of(people.school).filter(channel=people.channel).values_list("person__name", flat=True)
    assert {*on} == {"Amara Begum", "Helen Achebe", "Ben Oduya", "Carys Vaughan"}


# --- there and back ---


def fill(people):
    """Say everything that can be said of the account, some of it dangerous in a spreadsheet."""
    register.amend(
        people.channel, by=by_system["by"], at=AT,
        said={
            "name": "=Brookfield", "handle": "@brookfield", "address": "https://facebook.com/brookfield",
            "purpose": "+ news, “and” more;\nas it happens", "owner_role": "headteacher", "owner": people.head.person,
            "master_rights": "organisation", "master_holder": "pa_to_headteacher", "editorial_oversight": True,
            "authorised": False, "most_admins": 3, "recovery": "'the office", "login_place": "central",
            "login_where": "the trust’s manager", "login_custodians": "- Head", "comments": "held",
            "house_rules": "Be kind", "apps": "@Planner", "disclaimer": "none of it", "note": "'=1+1",
            "trial_until": date(2027, 1, 1), "closing_on": date(2027, 7, 1),
        },
    )  # fmt: skip
    register.open_channel(people.school, platform="whatsapp", name="Year 4 parents", kind="group", **by_system)
    take(people, thornfield.tabbed())


def explain(people):
    """Say who administers the account, why, and how somebody looked at it."""
    looking.add_admin(people.channel, person=people.head.person, reason="Keeps the account", seat=people.head, at=AT)
    looking.record_check(people.channel, kind="mfa", found="in_order", how="Asked each of them", evidence="Minutes 4",
                         seat=people.head, at=AT)  # fmt: skip


def test_the_file_says_who_looked_how_where_it_is_seen_and_why_each_administers_it(people):
    explain(people)
    [row] = csv.DictReader(StringIO(sent(people).decode("utf-8-sig")))
    who, said = people.head.person.name, [row[f"Check: Two-step sign-in, {part}"] for part in ("how", "evidence")]
    assert row["Check: Two-step sign-in"].endswith(f"looked at 2026-11-20 by {who}, until 2027-11-20")
    assert [*said, row["Why each administers it"]] == ["Asked each of them", "Minutes 4", f"{who}: Keeps the account"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_goes_out_comes_in_again_and_changes_nothing(people, ending):
    fill(people)
    explain(people)
    found = seen(people, sent(people, ending))
    assert (found.errors, found.missing, found.ignored) == ((), (), ())
    assert [(row.state, row.changes, row.stays) for row in found.rows] == [("same", (), ())] * 7


def test_what_goes_out_holds_every_field(people):
    fill(people)
    elsewhere = replace(people, school=people.other, channel=people.channel)
    text = sent(people).decode("utf-8-sig")
    Channel.objects.of(people.school).update(note="changed", most_admins=9, closing_on=None, editorial_oversight=None)
    row = next(row for row in seen(people, text).rows if row.name == "=Brookfield")
    assert {one.field for one in row.changes} == {"note", "most_admins", "closing_on", "editorial_oversight"}
    assert "The register has no account with the number" in " ".join(one.says for one in seen(elsewhere, text).errors)


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2", "@SUM(A1)"])
def test_nothing_that_goes_out_is_a_formula(people, cell):
    register.amend(people.channel, said={"note": cell}, by=by_system["by"], at=AT)
    assert f",'{cell}," in sent(people).decode()


def test_whoever_only_reads_is_not_told_how_to_get_a_login_back(people):
    fill(people)
    table = sent(people, private=False).decode()
    assert ("the office" in table, "trust’s manager" in table, "@brookfield.example" in table) == (False, False, False)
    assert "Helen Achebe" in table


# --- what is wrong ---

OK = "Facebook,Thornfield,2019,,"
WRONG = {
    "no platform": (",Thornfield,2019,Headteacher,", "Platform: it is empty"),
    "no name": ("Facebook,,2019,Headteacher,", "Account name: it is empty"),
    "no day": ("Facebook,Thornfield,a while ago,,", "“a while ago” is no day that can be told"),
    "a person nobody knows": ("Facebook,Thornfield,2019,Mrs R Hartley,", "is neither a role nor the name"),
    "an address nobody knows": ("Facebook,Thornfield,2019,ruth@thornfield.example,", "Nobody in People has"),
    "the same twice": (f"{OK}\n{OK}", "the same account as row 2"),
    "a password": ("Facebook,Thornfield,2019,,The password is Tr0ub4dor&3", "Say where it is kept"),
    "a platform nobody knows": ("Friendsbook,Thornfield,2019,,", "“Friendsbook” is no platform that Gatepost knows"),
    "a name that is too long": (f"Facebook,{'T' * 121},2019,,", "longer than 120"),
}


@pytest.mark.parametrize("what", WRONG)
def test_one_wrong_row_and_nothing_is_taken_in(people, what):
    row, why = WRONG[what]
    before = state(people)
    with pytest.raises(exchange.NotTakenIn, match="Nothing was taken in") as refusal:
        take(people, f"Platform,Account,Opened,Posters,Note\n{row}\nInstagram,@fine,2020,Headteacher,\n")
    assert why in str(refusal.value)
    assert state(people) == before


def test_a_secret_is_refused_and_never_repeated(people):
    with pytest.raises(exchange.NotTakenIn) as refusal:
        take(people, "Platform,Account,Note,Password\nFacebook,Thornfield,login password: Tr0ub4dor&3,hunter22\n")
    assert "The column “Password”, number 4, holds logins" in str(refusal.value)
    assert "Tr0ub4dor" not in str(refusal.value) + "hunter22".join(one.says for one in refusal.value.difference.remarks)


HEADINGS = ("Platform", "Account", "Address", "Posters", "Administrators", "Owner role", "Kind", "Opened", "Number",
            "Official", "Shoe size")  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(
    "cell", ["Password Sunflower9!", "Admin password: Sunflower9!", "https://a:Sunflower9!@x.com/b"]
)
def test_a_secret_in_any_cell_is_refused_before_anything_is_said_of_it(people, heading, cell):
    fine = {"Platform": "Facebook", "Account": "Thornfield"}
    row = ",".join({**fine, heading: cell}.get(one, "") for one in HEADINGS)
    before = state(people)
    with pytest.raises(exchange.NotTakenIn, match="Nothing of it was kept") as refusal:
        take(people, f"{','.join(HEADINGS)}\n{row}\n")
    assert "sunflower" not in str(told.difference(refusal.value.difference)).casefold() + str(refusal.value).casefold()
    assert state(people) == before


@pytest.mark.parametrize("address", ["facebook.com/b#pw=Sunflower9!", "https://x.com/b?password=Sunflower9%21"])
def test_a_secret_in_the_query_of_an_address_is_refused(people, address):
    found = seen(people, f"Platform,Account,Address\nFacebook,Thornfield,{address}\n")
    assert ["Sunflower" in one.says for one in found.errors] == [False]
    assert found.rows == ()


@pytest.mark.parametrize("cell", ["Admin, PIN 4921", "Head password"])
def test_who_posts_is_never_a_word_about_a_login(people, cell):
    found = seen(people, f'Platform,Account,Posters\nFacebook,Thornfield,"{cell}"\n')
    assert ["4921" in one.says for one in found.errors] == [False]


@pytest.mark.parametrize("before", [0, 13, 37])
def test_a_secret_at_the_end_of_a_long_list_is_refused_and_a_long_list_is_not(people, before):
    mails = "; ".join([people.carys.person.email] * 100) + "; " * before
    said = f"Platform,Account,Posters\nFacebook,{people.channel.name},"
    assert seen(people, f"{said}{mails}\n").errors == ()
    found = seen(people, f"{said}{mails}; Password: Sunflower9!\n")
    assert ["Nothing of it was kept" in one.says for one in found.errors] == [True]


def test_a_table_of_far_too_many_letters_is_not_looked_through(people):
    rows = f"Facebook,Thornfield,{'word ' * 900}\n" * 250
    with pytest.raises(Unreadable, match="far more than a table of accounts"):
        seen(people, f"Platform,Account,Story\n{rows}")


@pytest.mark.parametrize("heading", ["Password: Sunflower9!", "Shared password Sunflower9!", "PIN Sunflower9!"])
@pytest.mark.parametrize("cell", ["", "yes"])
def test_a_secret_in_a_heading_is_never_repeated(people, heading, cell):
    found = seen(people, f"Platform,Account,{heading}\nFacebook,Thornfield,{cell}\n")
    assert "Sunflower" not in str(told.difference(found))


def test_a_platform_is_known_by_any_of_its_usual_names(people):
    said = "Platform,Account\nX (formerly Twitter),@one\nYou Tube,two\nPinterest,three\n"
    assert {row.platform for row in seen(people, said).rows} == {"x", "youtube", "pinterest"}


def test_an_account_is_not_closed_before_it_was_opened(people):
    register.open_channel(people.school, platform="facebook", name="Friends", kind="associated", **by_system)
    said = "Platform,Account,Closed\nFacebook,Friends,2019\n"
    assert "before 20 November 2026, when the account was opened" in seen(people, said).errors[0].says


CLOSED = "Platform,Account,Opened,Closed\n"


@pytest.mark.parametrize(("closing_on", "opened"), [(None, ""), (date(2026, 11, 20), ""), (None, "2026")])
def test_an_account_that_stands_open_is_not_closed_by_a_table_past_its_steps(people, closing_on, opened):
    Channel.objects.of(people.school).filter(pk=people.channel.pk).update(closing_on=closing_on)
    before = state(people)
    said = f"{CLOSED}Facebook,{people.channel.name},{opened},20/11/2026\nX,@fine,2014,July 2023\n"
    with pytest.raises(exchange.NotTakenIn, match="Close it step by step, on its page") as refusal:
        take(people, said)
    assert ([one.row for one in refusal.value.difference.errors], state(people)) == ([2], before)


def test_a_new_account_comes_in_closed_and_the_same_table_again_changes_nothing(people):
    take(people, f"{CLOSED}X,@ThornfieldOld,2014,July 2023\n")
    assert Channel.objects.of(people.school).get(name="@ThornfieldOld").closed_on == date(2023, 7, 31)
    assert [row.state for row in seen(people, f"{CLOSED}X,@ThornfieldOld,2014,July 2023\n").rows] == ["same"]


def test_a_table_rewrites_no_closed_account_and_puts_nobody_on_its_lists(people):
    take(people, f"{CLOSED}X,@ThornfieldOld,2014,July 2023\n")
    old = Channel.objects.of(people.school).get(name="@ThornfieldOld")
    renamed = f"Number,Platform,Account\n{old.pk},X,@SomebodyElse\n"
    assert "what it was stays on the register" in seen(people, renamed).errors[0].says
    printed = "Platform,Account,Posters,Administrators,Purpose\nX,@ThornfieldOld,DSL,Ben Oduya,News\n"
    assert [one.field for one in take(people, printed).rows[0].changes] == ["purpose"]


@pytest.mark.parametrize(
    ("platform", "kind", "refused"),
    [("facebook", "associated", False), ("whatsapp", "group", False), ("website", "account", True)],
)
def test_a_table_closes_at_once_only_what_its_page_closes_at_once(people, platform, kind, refused):
    register.open_channel(people.school, platform=platform, name="Near us", kind=kind, **by_system)
    found = seen(people, f"{CLOSED}{platform},Near us,,20/11/2026\n")
    assert bool(found.errors) is refused


def test_what_somebody_looked_at_is_taken_in_or_nothing(people):
    looked = seen(people, thornfield.tabbed()).digest
    register.open_channel(people.school, platform="facebook", name="Thornfield Trips", **by_system)
    with pytest.raises(UnableTo, match="has changed since you looked"):
        take(people, thornfield.tabbed(), seen=looked)
    assert not Channel.objects.of(people.school).filter(platform="linkedin").exists()


def damaged(data: bytes, *, seed: int) -> bytes:
    """A file with some of its bytes lost, doubled or changed, always in the same way for the same seed."""
    by = random.Random(seed)
    out = bytearray(data)
    for _ in range(by.randint(1, 12)):
        place = by.randrange(len(out))
        act = by.randrange(4)
        if act == 0:
            del out[place : place + by.randint(1, 80)]
        elif act == 1:
            out[place:place] = out[place : place + by.randint(1, 200)]
        elif act == 2:
            out[place] = by.randrange(256)
        else:
            out[place:place] = by.choice([b'"', b"\t", b"\n", b",", b"\x00", b"\xff\xfe", b"=cmd()", b"n/a"])
        if not out:
            return b""
    return bytes(out)


def refusals(people, data: bytes) -> list[str]:
    """What keeps a file from being taken in, as sentences; nothing where nothing does."""
    try:
        return [one.says for one in seen(people, data).errors]
    except Unreadable as why:
        return [str(why)]


@pytest.mark.parametrize("shape", ["tabs", "csv", "xlsx"])
def test_however_a_file_is_damaged_it_is_taken_in_whole_or_changes_nothing(people, shape):
    fill(people)
    good = {"tabs": thornfield.tabbed().encode(), "csv": sent(people), "xlsx": sent(people, "xlsx")}[shape]
    kept = state(people)
    heard = [refusals(people, damaged(good, seed=seed)) for seed in range(150)]
    assert sum(map(bool, heard)) > 20
    assert [why for whys in heard for why in whys if not why.endswith(".")] == []
    assert state(people) == kept


@pytest.mark.parametrize("kind", ["a messaging group", "not ours, but close to us"])
def test_a_table_does_not_turn_an_account_in_use_into_something_of_which_less_is_asked(people, kind):
    sheet = sent(people).decode("utf-8-sig")
    changed = sheet.replace("an official account", kind, 1).replace("An official account", kind, 1)
    assert changed != sheet
    with pytest.raises((UnableTo, exchange.NotTakenIn)):
        take(people, changed)
    assert Channel.objects.of(people.school).get(pk=people.channel.pk).kind == "account"


def test_the_day_of_a_closing_that_is_under_way_does_not_come_from_a_table(people):
    Channel.objects.of(people.school).filter(pk=people.channel.pk).update(closing_on=date(2026, 11, 1))
    changed = sent(people).decode("utf-8-sig").replace("2026-11-01", "2030-01-01")
    with pytest.raises(UnableTo, match="being closed step by step"):
        take(people, changed)


NEWS = "Platform,Account,Address\nX,Brook News,https://x.com/brooknews\n"


def test_a_table_is_of_the_account_that_is_there_and_puts_none_there_twice(people):
    take(people, NEWS)
    assert [row.state for row in take(people, NEWS.replace("https://x.com", "https://twitter.com")).rows] == ["changed"]
    before = state(people)
    with pytest.raises(UnableTo, match=r"Brook Two on X, at https://x\.com/brooktwo, is on the register already"):
        take(people, "Platform,Account,Address\nX,Brook Two,https://x.com/brooktwo\n"
                     "X,Brook Three,https://twitter.com/BrookTwo\n")  # fmt: skip
    assert state(people) == before


def test_a_table_changes_no_account_into_another_and_keeps_the_closed_beside_the_open(people):
    take(people, NEWS)
    old = "Platform,Account,Address,Opened,Closed\nX,Brook Old,https://x.com/brookold,2019-01-01,2020-01-01\n"
    take(people, old)
    number = Channel.objects.of(people.school).get(name="Brook News").pk
    assert take(people, f"Number,Platform,Account,Address\n{number},X,Brook News,https://x.com/brookold\n").rows
    other = register.open_channel(people.school, platform="x", name="B", address="https://x.com/b", **by_system)
    with pytest.raises(UnableTo, match="is on the register already"):
        take(people, f"Number,Platform,Account,Address\n{other.pk},X,B,https://x.com/brookold\n")
