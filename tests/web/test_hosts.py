import pytest

from gatepost.channels.models import Channel
from gatepost.web.hosts import elsewhere


@pytest.mark.parametrize(
    ("platform", "register", "address", "said"),
    [
        ("facebook", "", "https://www.facebook.com/brookfield/posts/7", ""),
        ("facebook", "", "https://m.facebook.com/story", ""),
        ("facebook", "", "https://example.com/facebook.com", "example.com"),
        ("facebook", "", "https://notfacebook.com/posts/7", "notfacebook.com"),
        ("website", "", "https://example.com/news", ""),
        ("website", "https://www.brookfield.example/", "https://brookfield.example/news/7", ""),
        ("website", "https://brookfield.example/", "https://example.com/news", "example.com"),
        ("mastodon", "https://schools.example/@brookfield", "https://schools.example/@brookfield/1", ""),
    ],
)
def test_an_address_that_is_not_where_the_account_is_is_told(platform, register, address, said):
    assert elsewhere(address, Channel(platform=platform, address=register)) == said
