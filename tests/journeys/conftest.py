"""A browser, a server, and people who sign in."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.chromium import QUIET, chromium
from tests.journeys.visitor import Visitor
from tests.servers import pages


@pytest.fixture(scope="session")
def seeded(tmp_path_factory) -> Path:
    """The folder of an invented trust that nobody has touched: for copies."""
    folder: Path = tmp_path_factory.mktemp("seeded") / "data"
    with pages.demo(folder):
        pass
    return folder


@pytest.fixture(scope="session")
def server(seeded, tmp_path_factory) -> Iterator[str]:
    """The address of the server that most journeys share. They add to it, and change nothing for the others."""
    folder = tmp_path_factory.mktemp("shared") / "data"
    shutil.copytree(seeded, folder)
    with pages.demo(folder) as address:
        yield address


@pytest.fixture
def own_server(seeded, tmp_path) -> Iterator[str]:
    """The address of a server for a journey that changes what others see, such as an emergency stop."""
    shutil.copytree(seeded, tmp_path / "data")
    with pages.demo(tmp_path / "data") as address:
        yield address


@pytest.fixture
def looking_server(seeded, tmp_path) -> Iterator[str]:
    """The address of a server that looks into pictures."""
    shutil.copytree(seeded, tmp_path / "data")
    with pages.demo(tmp_path / "data", look=True) as address:
        yield address


# Not for the session: while the browser's driver runs, this thread has an event loop, and Django lets no such thread at
# its database.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A running Chromium."""
    path = chromium()
    assert path, "There is no Chromium. Install it (on Debian: apt-get install chromium)."
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*QUIET])
        yield started
        started.close()


@pytest.fixture
def visit(browser, request) -> Iterator[Callable[..., Visitor]]:
    """Opens a browser window for somebody: `visit("Priya Shah", phone=True)` is signed in as her, on a phone.

    At the end of the journey, no window may have met a fault: a script that failed, or a part that did not load.
    """
    opened: list[Visitor] = []

    def window(name: str = "", *, phone: bool = False, scripts: bool = True, at: str = "") -> Visitor:
        address = at or request.getfixturevalue("server")
        visitor = Visitor.opens(browser, address, phone=phone, scripts=scripts)
        opened.append(visitor)
        if name:
            visitor.sign_in(name)
        return visitor

    yield window
    faults = [fault for visitor in opened for fault in visitor.faults]
    for visitor in opened:
        visitor.page.context.close()
    assert faults == []
