"""Dates of birth, and dates that are none."""

import pytest

from gatepost.detectors import detect_text

FOUND = {
    "Passport says 02-08-2011 and the form another": "02-08-2011",
    "Twins, 19/06/13, still arguing": "19/06/13",
    "Born on 14 March 2015, eleven": "14 March 2015",
    "DOB 03/09/2012, nuts": "03/09/2012",
    "d.o.b. 7.2.14 for": "7.2.14",
    "born on the twenty-first of June 2013 so": "the twenty-first of June 2013",
    "Born 2016-05-30, so": "2016-05-30",
    "Her birthday is on 4 July": "4 July",
    "She turned ten on 14 March 2016 and": "14 March 2016",
    "Ravi, b. 12/4/11, has": "12/4/11",
    "Ravi, b.12/4/2011, has": "12/4/2011",
    "he's a 21/9/2015 baby so missed it": "21/9/2015",
    "DOB:140312 on the form": "140312",
    "date of birth 14032012": "14032012",
}
NEAR_MISSES = [
    "Twins day, 19/06/23",
    "The school turned green on Friday for charity",
    "Class 4b. 12 girls came",
    "Passports expire on 02-08-2031",
    "Photos from 02-08-2011 in the archive",
    "Boys, 19/06/23: cricket away",
    "Term starts 03/09/2026",
    "The school was born in 1872",
    "Founded 14 March 1951",
    "Late 2010 babies were all summer ones",
    "dob form 452718 in the office",
    "Happy birthday to the school! Party on 12 May 2026",
    "Open day is 12 May 2026",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_date_of_birth_is_found_where_it_stands(text, words):
    found = [text[f.start : f.end] for f in detect_text(text, types=["dob"])]
    assert found == [words]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_a_date_of_birth_is_let_be(text):
    assert detect_text(text, types=["dob"]) == ()
