"""What holds for every test: settings of its own, no network beyond this machine, how many examples a property gets."""

import atexit
import gc
import ipaddress
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import django
import pytest
from django.test.utils import override_settings
from hypothesis import settings

# `dev.py test --slow` sets it. A property test that needs another number reads it as well.
SLOW = os.environ.get("GATEPOST_SLOW") == "1"

settings.register_profile("quick", max_examples=100, deadline=None)
settings.register_profile("slow", max_examples=5_000, deadline=None)
settings.load_profile("slow" if SLOW else "quick")

# What `dev.py test` says to a test. Whatever else a developer has set is not the tests' business.
SAID = {"GATEPOST_DATABASE", "GATEPOST_SHOTS", "GATEPOST_SLOW"}
DATA = Path(tempfile.mkdtemp(prefix="gatepost-tests-"))
atexit.register(shutil.rmtree, DATA, ignore_errors=True)

for name in [name for name in os.environ if name.startswith("GATEPOST_") and name not in SAID]:
    del os.environ[name]
os.environ |= {"DJANGO_SETTINGS_MODULE": "gatepost.config.settings", "GATEPOST_DEMO": "1", "GATEPOST_DATA": str(DATA)}
django.setup()

from gatepost.consents.roster import _built  # noqa: E402 - the rooms are set up above


@pytest.fixture(scope="session", autouse=True)
def _keep_what_is_loaded() -> None:
    """Whatever is loaded by now stays until the end: to look through it for rubbish took a seventh of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def _quick_settings() -> Iterator[None]:
    """Keep pictures out of every real folder, passwords at a hash that costs nothing, and looks to tests of them."""
    quick = {
        "LOOK": False,
        "MEDIA_ROOT": DATA / "pictures",
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "WHITENOISE_AUTOREFRESH": True,  # or each client that a test opens lists every file first
        "EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
    }
    with override_settings(**quick):
        yield


class NetworkBlocked(Exception):
    """A test tried to reach another machine. Not an OSError, so that no handler takes it for a bad connection."""


def is_this_machine(host: object) -> bool:
    """Whether a host is the loopback, by name or by number."""
    text = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text).is_loopback
    except ValueError:
        return text == "localhost"


def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    """A socket's method that refuses an address on another machine; the address is its last argument."""

    def guard(self: socket.socket, *args: Any) -> Any:
        address = args[-1]
        if isinstance(address, tuple) and not is_this_machine(address[0]):
            raise NetworkBlocked(f"{address[0]} is not this machine")
        return method(self, *args)

    return guard


def guarded_lookup(lookup: Callable[..., Any]) -> Callable[..., Any]:
    """A look-up of names that refuses any name but this machine's."""

    def guard(host: object, *args: Any, **kwargs: Any) -> Any:
        if host is not None and not is_this_machine(host):
            raise NetworkBlocked(f"{host!r} is not this machine")
        return lookup(host, *args, **kwargs)

    return guard


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
        for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
            patch.setattr(socket, name, guarded_lookup(getattr(socket, name)))
        yield


@pytest.fixture(autouse=True)
def _no_roll_of_another_test() -> None:
    """Forget the rolls: a database that was undone gives the next test the same numbers, which no school's does."""
    _built.cache_clear()
