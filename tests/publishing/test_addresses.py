import pytest

from gatepost.publishing.addresses import check_address
from gatepost.schools.errors import UnableTo


@pytest.mark.parametrize(
    "address",
    ["https://facebook.example/posts/1", "https://www.instagram.com/p/Cxyz/?hl=en", "https://school.example/@news/3"],
)
def test_the_address_of_a_post_is_taken(address):
    check_address(address)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://facebook.example/posts/1", "begins with https"),
        ("facebook.example/posts/1", "begins with https"),
        ("https://amara:tulip@facebook.example/posts/1", "not the address of a post"),
        (f"https://facebook.example/{'a' * 500}", "not the address of a post"),
    ],
)
def test_what_is_none_is_refused_with_what_to_do(address, says):
    with pytest.raises(UnableTo, match=says):
        check_address(address)
