"""Filters of the pages about pupils: what slugs are called."""

from collections.abc import Iterable

from django import template

from gatepost.channels.models.channel import platform_name
from gatepost.consents.elements import BASES, ELEMENTS, GIVERS, METHODS, STATES, TIERS, WHO_ANSWERS
from gatepost.consents.listing import Place
from gatepost.consents.models import Answer, Pupil
from gatepost.consents.telling import HEADINGS
from gatepost.consents.told import Told

register = template.Library()


@register.filter
def elements(slugs: Iterable[str]) -> str:
    """Return what elements are called: “a picture, the first name”."""
    return ", ".join(ELEMENTS[slug] for slug in slugs)


@register.filter
def place(where: Place | Answer) -> str:
    """Return where something would be seen: a tier, or a platform of it."""
    return platform_name(where.platform) if where.platform else TIERS[where.tier]


@register.filter
def heading(where: Told) -> str:
    """Return how a family's page heads a place: “School website”, “Facebook”."""
    return platform_name(where.platform) if where.platform else HEADINGS[where.tier]


@register.filter
def tier_called(slug: str) -> str:
    """Return what a tier is called."""
    return TIERS[slug]


@register.filter
def platform_called(slug: str) -> str:
    """Return what a platform is called."""
    return platform_name(slug)


@register.filter
def basis_called(slug: str) -> str:
    """Return what a lawful basis is called."""
    return BASES[slug]


@register.filter
def element_called(slug: str) -> str:
    """Return what an element is called."""
    return ELEMENTS[slug]


@register.filter
def answerer_called(slug: str) -> str:
    """Return who answers, in words."""
    return WHO_ANSWERS[slug]


@register.filter
def answered(answer: Answer) -> str:
    """Return what an answer says: “yes”, “no longer”."""
    return STATES[answer.state]


@register.filter
def giver(answer: Answer) -> str:
    """Return who gave an answer, by name where that is known."""
    who = answer.contact.name if answer.contact else GIVERS[answer.given_by]
    return f"{who} ({answer.relationship})" if answer.relationship else who


@register.filter
def came(answer: Answer) -> str:
    """Return how an answer came, and whether it is in writing."""
    how = METHODS[answer.method]
    return (
        how.name if how.written == answer.in_writing else f"{how.name}, {'' if answer.in_writing else 'not '}in writing"
    )


@register.filter
def year_and_class(pupil: Pupil) -> str:
    """Return the year and the class of a pupil: “Year 4 · 4JM”."""
    year = "" if pupil.year is None else "Reception" if pupil.year == 0 else f"Year {pupil.year}"
    return " · ".join(part for part in (year, pupil.class_name) if part)
