"""A platform is written as people write it."""

import pytest

from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name

NAMES = {"facebook": "Facebook", "linkedin": "LinkedIn", "x": "X", "website": "the website", "class_dojo": "Class dojo"}


@pytest.mark.parametrize(("slug", "name"), NAMES.items())
def test_a_platform_has_its_name(slug, name):
    assert platform_name(slug) == name


def test_an_account_is_named_with_its_platform():
    assert str(Channel(name="Brookfield", platform="youtube")) == "Brookfield on YouTube"
