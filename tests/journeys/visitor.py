"""Somebody at a browser: signs in, goes to pages, and looks at whether everybody could use them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

WIDTHS = {"computer": (1280, 900), "phone": (390, 844)}
"""The two windows in which every page must be right."""
RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def today() -> date:
    """The day where the schools are."""
    return datetime.now(ZoneInfo("Europe/London")).date()


@dataclass
class Visitor:
    """A person in a browser window of their own. `faults` are what the browser complained of."""

    page: Page
    address: str
    scripts: bool = True
    faults: list[str] = field(default_factory=list)

    @classmethod
    def opens(cls, browser: Browser, address: str, *, phone: bool, scripts: bool) -> "Visitor":
        """A window onto the server at an address, with nobody signed in."""
        width, height = WIDTHS["phone" if phone else "computer"]
        context = browser.new_context(
            viewport={"width": width, "height": height}, has_touch=phone, java_script_enabled=scripts,
            base_url=address, locale="en-GB", timezone_id="Europe/London", reduced_motion="reduce",
        )  # fmt: skip
        context.set_default_timeout(10_000)
        visitor = cls(context.new_page(), address, scripts)
        visitor.page.on("pageerror", lambda error: visitor.faults.append(f"{visitor.page.url}: {error}"))
        visitor.page.on("requestfailed", visitor._lost)
        visitor.page.on("console", visitor._complained)
        return visitor

    def _lost(self, request) -> None:
        # What a person walks away from, by opening another page, is broken off by the browser itself.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.url} could not be loaded: {request.failure}")

    def _complained(self, message) -> None:
        # Chromium also writes a refusal (403, 409, 422) to its console; journeys look at what the page says of it.
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            self.faults.append(f"{self.page.url}: {message.text}")

    def sign_in(self, name: str) -> None:
        """Sign in as one of the invented people, by name."""
        self.page.goto("/demo/")
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_url(lambda url: "/demo/" not in url)

    def go(self, path: str) -> Page:
        """Go to an address and return the page."""
        self.page.goto(path)
        return self.page

    def parts(self) -> set[str]:
        """The kinds of elements that the page is made of: a page of the same kinds has the same faults."""
        return {*self.page.evaluate("[...document.querySelectorAll('body *')].map(one => one.tagName + one.classList)")}

    # --- what everybody must be able to use ---

    def problems(self) -> list[str]:
        """What axe finds wrong with the page as it is now, at both widths; and what scrolls sideways."""
        assert self.scripts, "axe is a script, and would wait for ever in a window that runs none."
        before = self.page.viewport_size
        found = []
        for name, (width, height) in WIDTHS.items():
            self.page.set_viewport_size({"width": width, "height": height})
            found += [f"{name}: {problem}" for problem in (*self._axe(), *self._sideways())]
        if before:
            self.page.set_viewport_size(before)
        return found

    def _axe(self) -> list[str]:
        response = Axe().run(self.page, options=RULES).response
        return [
            f"{problem['id']}: {problem['help']}\n    " + "\n    ".join(node["html"][:300] for node in problem["nodes"])
            for problem in response["violations"]
        ]

    def _sideways(self) -> list[str]:
        wider: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return [f"the page is {wider} pixels wider than the window"] if wider > 0 else []


def check_usable(visitor: Visitor) -> None:
    """Fail, with each problem and where it is, unless everybody could use the page as it is now."""
    found = visitor.problems()
    assert not found, f"{visitor.page.url}\n" + "\n".join(found)
