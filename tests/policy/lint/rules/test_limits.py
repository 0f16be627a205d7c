"""What could not be judged."""

from datetime import date

import pytest

from tests.policy.lint.known_law import messages

RULE = "limits"


@pytest.mark.parametrize(("today", "said"), [(None, "No day was given"), (date(2027, 11, 22), "over a year ago")])
def test_what_could_not_be_judged_is_said(today: date | None, said: str) -> None:
    assert said in messages("", rule=RULE, today=today)


def test_nothing_is_said_while_the_law_is_freshly_checked() -> None:
    assert messages("", rule=RULE, today=date(2027, 11, 21)) == ""
