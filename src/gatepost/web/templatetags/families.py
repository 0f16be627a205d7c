"""Tags of the pages of families, and of those on which what follows from their answers is done."""

from collections.abc import Iterable

from django import template

from gatepost.publishing.models.use import HOWS

register = template.Library()


@register.filter
def hows(slugs: Iterable[str]) -> str:
    """Return how a post uses a pupil: “in a picture, named in the words”."""
    return ", ".join(HOWS[slug] for slug in slugs)
