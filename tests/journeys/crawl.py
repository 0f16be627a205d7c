"""Every page that links lead somebody to, each kind of page once."""

from collections import deque
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from tests.journeys.visitor import Visitor

FILES = {
    "earlier_evidence_file", "import_changes", "import_rows", "import_sample",
    "mfa_download_recovery_codes", "pack_picture", "pack_zip",
    "picture", "policy_file", "version_picture",
}  # fmt: skip
"""Addresses of files, which no window shows as a page."""
LINKS = "[...document.querySelectorAll('a[href]:not([download])')].map(link => link.href)"


def names(patterns: object = None) -> Iterator[str]:
    """The names of all pages: what is only posted to, files, and the addresses of the API are none."""
    for one in get_resolver().url_patterns if patterns is None else patterns:  # type: ignore[attr-defined]
        if isinstance(one, URLResolver) and not str(one.pattern).startswith("api/"):
            yield from names(one.url_patterns)
        elif isinstance(one, URLPattern) and one.name and one.name not in FILES and not _post_only(one):
            yield one.name


def _post_only(one: URLPattern) -> bool:
    return getattr(one.callback, "post_only", False)


def name_of(address: str) -> str | None:
    """The name of the page at an address; None where it is none of ours."""
    try:
        return resolve(urlsplit(address).path).url_name
    except Resolver404:
        return None


def crawl(visitor: Visitor, *starts: str, but: str = "") -> Iterator[tuple[str, str]]:
    """Follow links from some pages, and yield the name and the address of each new kind of page while it is shown.

    Addresses that begin with `but`, if it is given, are left out.
    """
    waiting, seen = deque(urljoin(visitor.address, start) for start in starts), {*FILES}
    while waiting:
        address = waiting.popleft()
        if (name := name_of(address)) in seen or name is None:
            continue
        seen.add(name)
        visitor.go(address)
        yield name, address
        links = (urljoin(address, link).partition("#")[0] for link in visitor.page.evaluate(LINKS))
        ours = (link for link in links if link.startswith(visitor.address))
        waiting += [link for link in ours if not (but and urlsplit(link).path.startswith(but))]
