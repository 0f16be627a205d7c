from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from gatepost.schools.errors import UnableTo
from gatepost.web.forms.policy import LONGEST, OWN, day_said, sent

DAYS = {
    "2026-03-03": date(2026, 3, 3),
    "3/3/2026": date(2026, 3, 3),
    "03.03.2026": date(2026, 3, 3),
    " 2026-03-03 ": date(2026, 3, 3),
    "31/2/2026": None,
    "3 March": None,
    "2026-13-01": None,
    "": None,
}


def given(query, raw=None):
    """What is read from a form, with a file of these bytes."""
    files = MultiValueDict({"file": [SimpleUploadedFile("policy.yaml", raw)]}) if raw is not None else MultiValueDict()
    return sent(QueryDict(query), files)


@pytest.mark.parametrize(("said", "day"), DAYS.items())
def test_a_day_is_read_as_people_in_britain_write_it(said, day):
    assert day_said(said) == day


def test_a_policy_of_the_library_is_taken_by_its_id():
    assert given("choice=littleover&day=2026-12-01").checked() == ("littleover", date(2026, 12, 1))


def test_a_file_comes_before_what_was_pasted_and_before_the_choice():
    read = given("choice=littleover&text=pasted&day=2026-12-01", b"\xef\xbb\xbfpolicy: mine\r\n")
    assert (read.choice, read.text) == (OWN, "policy: mine\n")


REFUSED = {
    "nothing chosen": ("day=2026-12-01", None, "Choose a policy"),
    "another id": ("choice=nowhere&day=2026-12-01", None, "Choose a policy"),
    "nothing given": ("choice=own&text=+&day=2026-12-01", None, "paste its text"),
    "no day": ("choice=littleover", None, "from which day"),
    "a document of a word processor": ("day=2026-12-01", b"PK\x03\x04\xff\xfe", "not a text file"),
    "a file beyond any policy": ("day=2026-12-01", b"a" * (LONGEST + 1), "too large"),
}


@pytest.mark.parametrize(("query", "raw", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_missing_is_said_with_what_to_give(query, raw, why):
    with pytest.raises(UnableTo, match=why):
        given(query, raw).checked()
