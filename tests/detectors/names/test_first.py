"""First names alone, most of all those that are words."""

import pytest

from tests.detectors.names.roll import named

FOUND = {
    "Well done Grace!": ["Grace"],
    "Grace's poem won": ["Grace"],
    "Congratulations to May on her belt": ["May"],
    "Will scored twice": ["Will"],
    "Happy birthday Summer": ["Summer"],
    "Artwork by Mark, Year 3": ["Mark"],
    "Well done Grace, Will and Summer!": ["Grace", "Will", "Summer"],
    "Jack has been practising his reading": ["Jack"],
    "Special mention to Summer for the cakes": ["Summer"],
    "And the winner is... Grace!": ["Grace"],
    "Oliver told us about his trip": ["Oliver"],
    "Harriet and Imran fed the lambs": ["Harriet", "Imran"],
    "WELL DONE OLIVER": ["OLIVER"],
    "\"I loved it\" - Grace, Year 9": ["Grace"],
    "Great work from Summer": ["Summer"],
    "Zoe’s rocket flew": ["Zoe"],
}  # fmt: skip
SAID = {
    "“It's my favourite place,” said Grace": ["Grace"],
    '"It was fun," says Jack. "Again!" adds Will.': ["Jack", "Will"],
    "‘It’s fun,’ said Summer": ["Summer"],
    "“Great!” 🎉 laughed May": ["May"],
    "“Fun,” said a very proud Grace": ["Grace"],
    "“Fun,” said Will, from Blue house": ["Will"],
    "“FUN,” SAID GRACE": ["GRACE"],
    "“I loved every bit”\n- Jack": ["Jack"],
}  # fmt: skip
SAID_BY_NOBODY = [
    "“Amen,” said grace",
    "Before lunch we said Grace",
    "We sang “Thank You” and said Grace",
    "“Fun,” he said. Grace before meals follows",
    'A ball of 5" said Will',
    "The teachers' said Will",
    'The "said Grace" card',
    "“Fun,” said Miss Grace",
    "“Hello,” said Jack Frost",
    "“It ends at one,” said May’s newsletter",
    "We read “Matilda” - Summer",
    "“Carols for us all” – May",
    "“Reading for us all” – Will you join?",
]
NEAR_MISSES = [
    "Grace before meals is led by Year 6",
    "May half term starts on Monday",
    "Will we see you there?",
    "Mark the date: sports day moves",
    "Summer fair is coming!",
    "Summer has arrived at last",
    "Jack and the Beanstalk",
    "Jack Frost nipped our noses",
    "Oliver Cromwell and his army",
    "our production of Oliver",
    "Miss Grace is away",
    "Thank you Mr Patel. Well done Daniel!",
    "Oliver the school dog says woof",
    "Oliver Street is closed",
    "King Oliver ruled",
    "in May we close early",
    "Oliver: Biscuit the spaniel",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_first_name_with_a_cue_is_found(text, words):
    assert named(text) == [("first", w) for w in words]


@pytest.mark.parametrize(("text", "words"), SAID.items())
def test_whoever_said_what_is_quoted_is_found_though_the_name_is_a_word(text, words):
    assert named(text) == [("first", w) for w in words]


@pytest.mark.parametrize("text", SAID_BY_NOBODY)
def test_a_word_beside_a_verb_of_saying_is_no_name_unless_a_quotation_closes_there(text):
    assert named(text) == []


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_a_word_a_season_or_a_stranger_is_no_first_name(text):
    assert named(text) == []
