"""Filters of the pages about people and accounts."""

from collections.abc import Iterable

from django import template

from gatepost.channels.models.channel import platform_name
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import ROLES, role_name, who_may

register = template.Library()


@register.filter
def role_called(slug: str) -> str:
    """Return what people call a role or a position."""
    return role_name(slug)


@register.filter
def role_does(slug: str) -> str:
    """Return what a role is for; nothing for a position, which says that by its name."""
    return ROLES[slug].says if slug in ROLES else ""


@register.simple_tag
def who_looks_after_people() -> str:
    """Return the roles that add people and change what they may do: “headteacher or central team”."""
    return who_may(Permission.MANAGE_PEOPLE)


@register.filter
def platforms(slugs: Iterable[str]) -> str:
    """Return platforms as people write them: “Facebook, LinkedIn”."""
    return ", ".join(sorted(platform_name(slug) for slug in slugs))
