"""What the server's processes share, and what stays on the server."""

import subprocess
import sys

from django.conf import settings
from django.contrib.messages.storage import default_storage
from django.contrib.messages.storage.session import SessionStorage
from django.core.cache import cache
from django.test import RequestFactory

ASK = """
import django
django.setup()
from django.core.cache import cache
print(cache.get("used-code"))
"""


def test_what_one_process_of_the_server_counts_the_others_know():
    cache.set("used-code", "yes")
    asked = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert asked.stdout.split() == ["yes"]


def test_what_is_counted_stands_among_the_data():
    cache.set("used-code", "yes")
    assert list((settings.DATA / "cache").iterdir())


def test_a_message_stays_on_the_server():
    request = RequestFactory().get("/")
    request.session = {}
    assert isinstance(default_storage(request), SessionStorage)
