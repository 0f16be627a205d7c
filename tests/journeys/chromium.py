"""Where the browser of the journeys is: `python -m tests.journeys.chromium` exits with 0 where there is one."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What systems call it."""

QUIET = (
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
"""A browser that asks nothing of any machine but this one."""


def chromium() -> str | None:
    """The path of a Chromium: the system's, or the one that playwright installs; None where there is neither."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    sys.exit(0 if chromium() else 1)
