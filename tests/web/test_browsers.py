"""What a browser is called."""

import pytest

from gatepost.web.browsers import browser_name

_MOZILLA = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) "
NAMES = {
    _MOZILLA.format("Windows NT 10.0; Win64; x64") + "Chrome/140.0 Safari/537.36 Edg/140.0": "Edge on Windows",
    _MOZILLA.format("Windows NT 10.0; Win64; x64") + "Chrome/140.0 Safari/537.36": "Chrome on Windows",
    _MOZILLA.format("X11; CrOS x86_64 14541.0.0") + "Chrome/140.0 Safari/537.36": "Chrome on a Chromebook",
    _MOZILLA.format("Linux; Android 15") + "Chrome/140.0 Mobile Safari/537.36": "Chrome on an Android phone or tablet",
    _MOZILLA.format("iPhone; CPU iPhone OS 18_0 like Mac OS X") + "Version/18.0 Safari/604.1": "Safari on an iPhone",
    _MOZILLA.format("Macintosh; Intel Mac OS X 10_15_7") + "Version/18.0 Safari/605.1.15": "Safari on a Mac",
    "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0": "Firefox on Windows",
    "curl/8.0": "Another browser",
}  # fmt: skip


@pytest.mark.parametrize(("user_agent", "name"), NAMES.items(), ids=NAMES.values())
def test_a_browser_is_called_what_people_call_it(user_agent, name):
    assert browser_name(user_agent) == name
