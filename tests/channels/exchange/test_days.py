"""Days as registers have them."""

from datetime import date

import pytest

from gatepost.channels.exchange.days import span_of

WHOLE = (date(2020, 9, 1), date(2020, 9, 30))
NOVEMBER = (date(2019, 11, 1), date(2019, 11, 30))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("September 2020", WHOLE), ("Sept 2020", WHOLE), ("Sep-20", WHOLE), ("SEPTEMBER, 2020", WHOLE),
        ("09/2020", WHOLE), ("2020-09", WHOLE), ("Nov 2019", NOVEMBER), ("Nov. 2019", NOVEMBER), ("Nov ’19", NOVEMBER),
        ("February 2024", (date(2024, 2, 1), date(2024, 2, 29))), ("2014", (date(2014, 1, 1), date(2014, 12, 31))),
        ("3/9/2020", (date(2020, 9, 3),) * 2), ("2020-09-03", (date(2020, 9, 3),) * 2),
        ("3rd September 2020", (date(2020, 9, 3),) * 2), ("43831", (date(2020, 1, 1),) * 2),
    ],
)  # fmt: skip
def test_a_cell_names_the_days_that_it_can_mean(said, days):
    span = span_of(said)
    assert span is not None
    assert (span.first, span.last) == days


@pytest.mark.parametrize(
    "said", ["", "soon", "Smarch 2020", "13/2020", "31/2/2020", "Autumn term", "1066", "May", "Nov 20190"]
)
def test_what_names_no_day_is_none(said):
    assert span_of(said) is None
