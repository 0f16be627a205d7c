"""Filters of the pages about official accounts and those that are not."""

from django import template

from gatepost.channels.decisions import DECISIONS
from gatepost.channels.models.channel import platform_name
from gatepost.channels.particulars import AUDIENCES, CHANNEL_KINDS

register = template.Library()


@register.filter
def platform(slug: str) -> str:
    """Return a platform as people write it."""
    return platform_name(slug)


@register.filter
def decided(slug: str) -> str:
    """Return what was decided about a reported account, in words."""
    return DECISIONS[slug].name if slug in DECISIONS else slug


@register.filter
def differences(count: int) -> str:
    """Return how many differences there are, in words."""
    return f"{count} difference{'' if count == 1 else 's'}"


@register.filter
def audience(slug: str) -> str:
    """Return who sees an account, in words."""
    return AUDIENCES.get(slug, slug)


@register.filter
def channel_kind(slug: str) -> str:
    """Return what kind of account it is, in words."""
    return CHANNEL_KINDS.get(slug, slug)
