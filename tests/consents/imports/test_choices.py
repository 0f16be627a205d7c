"""What a person chose, as JSON has it."""

import pytest

from gatepost.consents.imports.choices import WrongChoice, choices_of, with_remembered
from gatepost.consents.imports.types import Cover

SAID = {"columns": {"Ref": "upn"}, "words": {"Maybe": "refused"},
        "types": {"Pics": ["photo@social"], "Trips": "nothing"},
        "type": "Pics", "inverted": ["Denied"], "matches": {"7": "A1"}, "full": True}  # fmt: skip


def test_what_was_chosen_comes_back_as_it_was_written():
    assert choices_of(choices_of(SAID).as_json()) == choices_of(SAID)


def test_words_and_types_are_compared_without_case():
    made = choices_of(SAID)
    assert (made.words, made.types) == ({"maybe": "refused"}, {"pics": (Cover("photo", "social"),), "trips": ()})


WRONG = {
    "a field that there is not": ({"columns": {"Ref": "upnn"}}, "upnn"),
    "a state that there is not": ({"words": {"Maybe": "perhaps"}}, "perhaps"),
    "a place that there is not": ({"types": {"Pics": ["photo@moon"]}}, "photo@moon"),
    "a part that there is not": ({"colums": {}}, "colums"),
    "no object": ([], "JSON object"),
    "a row that is no number": ({"matches": {"x": "A1"}}, "matches"),
    "an encoding that there is not": ({"encoding": "ebcdic"}, "ebcdic"),
}


@pytest.mark.parametrize(("said", "named"), WRONG.values(), ids=WRONG)
def test_a_choice_that_means_nothing_is_refused_by_name(said, named):
    with pytest.raises(WrongChoice, match=named):
        choices_of(said)


def test_for_the_next_file_only_names_are_remembered():
    lasting = choices_of(SAID | {"inverted": True, "in_writing": True}).lasting().as_json()
    assert set(lasting) == {"columns", "words", "types"}


def test_what_is_said_now_comes_before_what_was_said_earlier():
    made = with_remembered({"words": {"maybe": "refused"}}, {"words": {"maybe": "granted", "ask": "unknown"}})
    assert made.words == {"maybe": "refused", "ask": "unknown"}


def test_what_was_turned_round_earlier_stays_so_until_somebody_says_otherwise():
    assert with_remembered({}, {"inverted": {"Denied": True}}).turns("Denied")
    assert with_remembered({"inverted": {"Denied": False}}, {"inverted": {"Denied": True}}).turns("Denied") is False


J_HERE, J_THERE = {"words_in": {"Consent given?": {"J": "granted"}}}, {"words_in": {"Status": {"j": "refused"}}}


def test_a_word_means_what_was_said_of_its_own_column():
    made = with_remembered(J_THERE, J_HERE)
    assert [made.words_of(column).get("j") for column in ("Consent given?", "Status", "Answer")] == [
        "granted", "refused", None,
    ]  # fmt: skip


def test_a_word_that_is_said_of_every_column_now_holds_in_each():
    made = with_remembered({"words": {"j": "refused"}}, J_HERE)
    assert (made.words_of("Consent given?"), made.words_in) == ({"j": "refused"}, {})


@pytest.mark.parametrize("wrong", [{"words_in": ["j"]}, {"words_in": {"Status": {"j": "ja"}}}])
def test_words_of_a_column_that_mean_nothing_are_refused(wrong):
    with pytest.raises(WrongChoice):
        choices_of(wrong)


def test_what_a_list_only_brought_along_is_not_new():
    before = choices_of({"columns": {"Ref": "upn"}, "words_in": {"Status": {"j": "granted"}}})
    now = choices_of(
        {"columns": {"Ref": "mis_id", "No": "upn"}, "words_in": {"Status": {"j": "granted", "n": "refused"}}}
    )
    new = now.since(before)
    assert (new.columns, new.words_in) == ({"Ref": "mis_id", "No": "upn"}, {"Status": {"n": "refused"}})


def test_what_another_list_changed_meanwhile_stays():
    then, last = (choices_of({"columns": {"Ref": held}}) for held in ("upn", "mis_id"))
    brought = choices_of({"columns": {"Ref": "upn", "No": "upn"}})
    assert brought.since(then).over(last).columns == {"Ref": "mis_id", "No": "upn"}
