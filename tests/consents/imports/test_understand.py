"""What lists say: long, wide, of one type; by a status or by days."""

from datetime import date

import pytest

from gatepost.consents.imports.choices import choices_of
from gatepost.consents.imports.opening import opened
from gatepost.consents.imports.understand import understood
from gatepost.tables.refused import Unreadable

TODAY = date(2026, 11, 21)
PHOTOS = "Photographs on social media"


def read(text, *, file_name="", **choices):
    return understood(opened(text.encode()), choices_of(choices), today=TODAY, file_name=file_name)


def said(found):
    return [(one.row, one.type, one.state, sorted(map(str, one.covers))) for one in found.said]


def test_a_long_list_has_a_type_in_each_row():
    found = read(f"UPN,Consent Type,Status\nA1,{PHOTOS},Yes\nA2,Photos on website,No\n")
    assert said(found) == [(2, PHOTOS, "granted", ["photo@social"]), (3, "Photos on website", "refused", ["photo@web"])]


def test_a_wide_list_has_a_column_for_each_type():
    found = read(f"UPN,Surname,{PHOTOS},Photos on website\nA1,Hartley,Yes,\n")
    assert [(one[1], one[2]) for one in said(found)] == [(PHOTOS, "granted"), ("Photos on website", "unknown")]


def test_a_list_of_one_type_may_have_it_in_its_file_name():
    assert said(read("UPN,Status\nA1,No\n", file_name=f"{PHOTOS}.csv"))[0][1:3] == (PHOTOS, "refused")


def test_a_list_of_one_type_that_nobody_named_asks_which():
    found = read("UPN,Status\nA1,Yes\n")
    assert ([one.kind for one in found.choices], found.said[0].covers) == (["type"], ())


def test_the_type_that_somebody_gave_is_used():
    assert said(read("UPN,Status\nA1,Yes\n", type=PHOTOS)) == [(2, PHOTOS, "granted", ["photo@social"])]


DAYS = {
    "said yes": ("2/9/2026,", "granted"),
    "said no": (",2/9/2026", "refused"),
    "said yes, later no": ("2/9/2026,3/9/2026", "refused"),
    "said no, later yes": ("4/9/2026,3/9/2026", "granted"),
    "said both on one day": ("3/9/2026,3/9/2026", "refused"),
    "said no on a day that cannot be read": ("4/9/2026,soon", "refused"),
    "said nothing": (",", "unknown"),
}


@pytest.mark.parametrize(("days", "state"), DAYS.values(), ids=DAYS)
def test_where_there_is_no_status_the_latest_day_decides(days, state):
    found = read(f"UPN,Consented date,Rejected date\nA1,{days}\n", type=PHOTOS)
    assert [one.state for one in found.said] == [state]


def test_having_been_asked_again_later_opens_the_question():
    found = read("UPN,Requested date,Consented date\nA1,5/9/2026,2/9/2026\nA2,2/9/2026,2/9/2026\n", type=PHOTOS)
    assert [one.state for one in found.said] == ["unknown", "granted"]


def test_a_yes_from_a_day_to_come_is_not_taken():
    found = read(f"UPN,Consent Type,Status,Date\nA1,{PHOTOS},Yes,1/12/2026\n")
    assert ([one.covers for one in found.said], [one.row for one in found.errors]) == ([()], [2])


@pytest.mark.parametrize(("day", "wrong"), [("01/01/1970", True), ("31/12/2005", True), ("01/01/2006", False)])
def test_a_yes_from_a_day_on_which_no_pupil_was_at_school_is_not_taken(day, wrong):
    found = read(f"UPN,Consent Type,Status,Date\nA1,{PHOTOS},Yes,{day}\n")
    assert ([one.state for one in found.said], ["No pupil was at school on" in one.why for one in found.errors]) == (
        (["unknown"], [True]) if wrong else (["granted"], [])
    )


def test_a_no_from_a_day_of_too_long_ago_counts_all_the_same():
    found = read(f"UPN,Consent Type,Status,Date\nA1,{PHOTOS},No,01/01/1970\n")
    assert ([(one.state, one.at) for one in found.said], len(found.errors)) == ([("refused", None)], 1)


def test_a_yes_that_a_day_of_too_long_ago_tells_is_none():
    found = read("UPN,Consented date,Rejected date\nA1,1/1/1970,\n", type=PHOTOS)
    assert [one.state for one in found.said] == ["unknown"]


def test_a_word_is_read_by_what_was_said_of_its_own_column_alone():
    text = f"UPN,{PHOTOS},Photos on website\nA1,j,j\n"
    found = read(text, words_in={PHOTOS: {"J": "granted"}})
    assert [one.state for one in found.said] == ["granted", "unknown"]
    assert [(one.about, one.column) for one in found.choices] == [("j", "Photos on website")]


def test_a_no_from_a_day_to_come_counts_all_the_same():
    found = read(f"UPN,Consent Type,Status,Date\nA1,{PHOTOS},No,1/12/2026\n")
    assert ([(one.state, one.at) for one in found.said], len(found.errors)) == ([("refused", None)], 1)


def test_an_unknown_word_is_asked_about_and_is_no_yes():
    found = read(f"UPN,Consent Type,Status\nA1,{PHOTOS},Partial\n")
    assert ([(one.kind, one.about) for one in found.choices], found.said[0].state) == ([("word", "partial")], "unknown")


def test_what_a_word_and_its_type_mean_is_asked_at_once():
    found = read("UPN,Consent Type,Status\nA1,School trips,Partial\n")
    assert [one.kind for one in found.choices] == ["word", "type"]


def test_a_column_that_asks_the_other_way_round_waits_until_somebody_says_so():
    text = f"UPN,Topic,Consent Denied\nA1,{PHOTOS},No\n"
    assert [(one.kind, one.about) for one in read(text).choices] == [("inverted", "Consent Denied")]
    assert read(text).said[0].state == "unknown"


@pytest.mark.parametrize(("turns", "state"), [(True, "granted"), (False, "refused")])
def test_a_column_is_turned_round_by_an_explicit_switch_alone(turns, state):
    found = read(f"UPN,Topic,Consent Denied\nA1,{PHOTOS},No\n", inverted={"Consent Denied": turns})
    assert (found.said[0].state, found.choices) == (state, ())


def test_a_wide_column_that_says_no_in_its_name_waits_too():
    found = read("UPN,Surname,Do not photograph\nA1,Hartley,No\n")
    assert ("inverted", "Do not photograph") in [(one.kind, one.about) for one in found.choices]


OTHER_WAYS = ["Cannot use photos on social media", "Exclude from website photographs", "Shun photos on website",
              "Photographs on social media (tick if you mind)"]  # fmt: skip


@pytest.mark.parametrize("name", OTHER_WAYS)
@pytest.mark.parametrize(
    "text", ["UPN,Surname,{0}\nA1,Hartley,Yes\n", "UPN,Consent Type,Status\nA1,{0},Yes\n",
             "UPN,Consent Type,Consented date\nA1,{0},1/9/2026\n"],
)  # fmt: skip
def test_a_yes_to_a_name_that_may_say_no_waits_however_the_list_is_laid_out(text, name):
    found = read(text.format(name))
    assert ([one.state for one in found.said], [one.about for one in found.choices if one.kind == "inverted"]) == (
        ["unknown"], [name],
    )  # fmt: skip


@pytest.mark.parametrize(("turns", "state"), [(True, "refused"), (False, "granted")])
def test_what_a_yes_means_there_is_what_somebody_said(turns, state):
    found = read("UPN,Consent Type,Status\nA1,Shun photos on website,Yes\n", inverted={"Shun photos on website": turns})
    assert (said(found)[0][2:], found.choices) == ((state, ["photo@web"]), ())


def test_what_a_type_that_says_no_is_about_does_not_say_what_its_yes_means():
    found = read("UPN,Surname,Ban photos\nA1,Hartley,Yes\n", types={"Ban photos": ["photo@web"]})
    assert ([one.kind for one in found.choices], found.said[0].state) == (["inverted"], "unknown")


def test_a_no_to_a_name_in_doubt_is_a_no():
    assert said(read("UPN,Surname,Group photos on website\nA1,Hartley,No\n"))[0][2:] == ("refused", ["photo@web"])


def test_a_yes_in_a_column_of_withdrawals_is_no_yes():
    found = read(f"UPN,Consent Type,Withdrawn\nA1,{PHOTOS},Yes\n")
    assert ([(one.kind, one.about) for one in found.choices], found.said[0].state) == (
        [("inverted", "Withdrawn")], "unknown",
    )  # fmt: skip


@pytest.mark.parametrize("end", ["08/31/2026", "13/13/2026", "when she leaves", "soon"])
def test_a_yes_whose_end_cannot_be_read_is_not_taken_and_told(end):
    found = read(f"UPN,Consent Type,Status,Expiry\nA1,{PHOTOS},Yes,{end}\nA1,{PHOTOS},No,{end}\n")
    assert ([one.state for one in found.said if one.covers], [one.row for one in found.errors]) == (["refused"], [2])


@pytest.mark.parametrize("row", [f"{PHOTOS},Yes,1/12/2026,", f"{PHOTOS},Yes,,soon", ",Yes,,"])
def test_whoever_stands_in_a_row_that_is_not_taken_is_not_missing_from_the_list(row):
    found = read(f"UPN,Consent Type,Status,Date,Expiry\nA1,{row}\n")
    assert ([who.upn for who in found.whos.values()], [one.row for one in found.errors]) == (["A1"], [2])


@pytest.mark.parametrize("end", ["", "-", "N/A", "never"])
def test_a_yes_that_the_list_gives_no_end_has_none(end):
    found = read(f"UPN,Consent Type,Status,Expiry\nA1,{PHOTOS},Yes,{end}\n")
    assert ([(one.state, one.expires_on) for one in found.said], found.errors) == ([("granted", None)], ())


def test_a_yes_to_a_type_that_is_not_clear_waits_and_a_no_does_not():
    found = read("UPN,Consent Type,Status\nA1,Photo consent,Yes\nA2,Photo consent,No\n")
    assert ([len(one.covers) for one in found.said], [one.kind for one in found.choices]) == ([0, 5], ["type"])


def test_what_somebody_said_a_type_means_holds():
    found = read("UPN,Consent Type,Status\nA1,Photo consent,Yes\n", types={"PHOTO consent": ["photo@web"]})
    assert (said(found)[0][3], found.choices) == (["photo@web"], ())


def test_two_columns_for_one_thing_are_asked_about():
    found = read(f"UPN,Surname,Family name,Consent Type,Status\nA1,Hartley,Li,{PHOTOS},Yes\n")
    assert [(one.kind, one.options) for one in found.choices] == [("column", ("Surname", "Family name"))]


def test_who_answered_and_until_when_are_read():
    found = read(
        f"UPN,Type,Consent Type,Status,Given by,Relationship,Expiry\nA1,x,{PHOTOS},Yes,C Hartley,Mother,31/7/2027\n"
    )
    one = found.said[0]
    assert (one.given_by, one.relationship, one.expires_on) == ("C Hartley", "Mother", date(2027, 7, 31))


@pytest.mark.parametrize("name", ["Consented by student", "consentedByStudent", "Consented by pupil"])
def test_a_column_may_say_that_the_pupil_answered(name):
    found = read(f"UPN,Consent Type,Status,{name}\nA1,{PHOTOS},Yes,Yes\nA2,{PHOTOS},Yes,No\n")
    assert ([one.by_pupil for one in found.said], found.choices) == ([True, False], ())


@pytest.mark.parametrize("text", ["Class,Status,Year\n4JM,Yes,4\n", "UPN,Surname\nA1,Hartley\n"])
def test_a_list_without_pupils_or_answers_is_refused(text):
    with pytest.raises(Unreadable, match="No column tells"):
        read(text)
