"""The type that stands only in the name of a file."""

import pytest

from gatepost.consents.imports.file_names import type_in

NAMES = {
    "Photographs for social media.csv": "Photographs for social media",
    "arbor_photographs_on_social_media_2026-09-01.csv": "photographs on social media",
    "Consents for Photos on website (2).xlsx": "Photos on website",
    "export.csv": "",
    "list.csv": "",
}


@pytest.mark.parametrize(("name", "found"), NAMES.items())
def test_a_type_is_found_in_the_name_of_a_file(name, found):
    assert type_in(name) == found


def test_a_title_above_the_list_serves_where_the_file_says_nothing():
    assert type_in("export.csv", ["Photos on the website"]) == "Photos on the website"
