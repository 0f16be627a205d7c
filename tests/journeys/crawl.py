"""Every page that links lead somebody to, each kind of page once."""

from collections import deque
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from tests.journeys.visitor import Visitor

FILES = {"pack_zip", "pack_picture", "picture", "version_picture", "policy_file", "mfa_download_recovery_codes"}
"""Addresses of files, which no window shows as a page."""
LINKS = "[...document.querySelectorAll('a[href]:not([download])')].map(link => link.href)"


def names(patterns: object = None) -> Iterator[str]:
    """The names of all addresses of pages, those of the API apart."""
    for one in get_resolver().url_patterns if patterns is None else patterns:  # type: ignore[attr-defined]
        if isinstance(one, URLResolver) and not str(one.pattern).startswith("api/"):
            yield from names(one.url_patterns)
        elif isinstance(one, URLPattern) and one.name:
            yield one.name


def name_of(address: str) -> str | None:
    """The name of the page at an address; None where it is none of ours."""
    try:
        return resolve(urlsplit(address).path).url_name
    except Resolver404:
        return None


def crawl(visitor: Visitor, *, start: str = "/") -> Iterator[tuple[str, str]]:
    """Follow links from a page, and yield the name and the address of each new kind of page while it is shown."""
    waiting, seen = deque([urljoin(visitor.address, start)]), {"account_logout", *FILES}
    while waiting:
        address = waiting.popleft()
        if (name := name_of(address)) in seen or name is None:
            continue
        seen.add(name)
        visitor.go(address)
        yield name, address
        links = (urljoin(address, link).partition("#")[0] for link in visitor.page.evaluate(LINKS))
        waiting += [link for link in links if link.startswith(visitor.address)]
