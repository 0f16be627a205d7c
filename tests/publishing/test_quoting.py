"""Words are somebody's own where they stand in quotation marks with a verb of saying, or right beside the name."""

import pytest

from gatepost.publishing.quoting import is_quoted

OWN = [
    "Oliver said “I loved the volcano”.", "“I loved it” – Oliver, Year 4", '"Brilliant!" Oliver, 8',
    'Oliver (Year 4): "We won"', "Oliver: “best day”", "Oliver told us: ‘It was so hot’", "'We did it!' shouted Oliver",
    "“We did it”\nOliver, aged 7",
]  # fmt: skip
NOT_OWN = [
    "Oliver read “The Lion and the Mouse”.", "Oliver won the “Star of the Week” award.", "Oliver said he loved it.",
    "Oliver's team won; they're happy and it's great", "Oliver won.\nHer head said: “We are all very proud.”",
    "“Oliver is great,” said his teacher", "Oliver, who played “Joseph”, sang well",
]  # fmt: skip


@pytest.mark.parametrize(("text", "own"), [*((one, True) for one in OWN), *((one, False) for one in NOT_OWN)])
def test_whose_words_they_are(text, own):
    start = text.index("Oliver")
    assert is_quoted(text, start, start + len("Oliver")) is own
