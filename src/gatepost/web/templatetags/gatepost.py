"""Tags and filters of the templates, there without loading them."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from django import template
from django.forms import BaseForm, BoundField
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from gatepost.handbook.compiled import compiled_text
from gatepost.handbook.models import Adoption
from gatepost.handbook.shown import called
from gatepost.policy.outcomes import STRENGTHS
from gatepost.schools.roles import role_name
from gatepost.web import dates
from gatepost.web.browsers import browser_name
from gatepost.web.clauses import source_name

register = template.Library()

SHAPES: Final = {"clear": "clear", "fix": "fix", "decide": "ask", "stop": "stop", "live": "live", "none": "none"}
"""What a status is called → its shape and colour."""


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return an icon of the sprite. It says nothing to a screen reader: the words beside it do."""
    return format_html('<svg class="i" aria-hidden="true"><use href="#i-{}"></use></svg>', name)


@register.simple_tag
def shape(name: str) -> SafeString:
    """Return the shape of a status, without its words."""
    return format_html('<svg class="s" aria-hidden="true"><use href="#s-{}"></use></svg>', SHAPES.get(name, name))


@register.simple_tag
def status(kind: str, words: str, *, pill: bool = False, wrap: bool = False) -> SafeString:
    """Return one state: shape, words and colour. `kind` is clear, fix, decide, stop, live or none."""
    more = f"{' gp-st--pill' if pill else ''}{' gp-st--wrap' if wrap else ''}"
    return format_html('<span class="gp-st gp-st--{}{}">{}{}</span>', SHAPES[kind], more, shape(kind), words)


@register.inclusion_tag("_clause.html")
def clause(
    source: str, ref: str, says: str, wording: str | None = None, strength: str = "", href: str = ""
) -> dict[str, Any]:
    """Show a clause: the owner's wording where the school has entered it, else our words, said to be ours."""
    return {
        "name": source_name(source),
        "ref": ref,
        "says": says,
        "wording": wording,
        "strength": strength,
        "href": href,
    }


@register.inclusion_tag("_error_summary.html")
def form_error(problem: BaseForm | str | None, field: str = "") -> dict[str, Any]:
    """Show what is wrong above a form: the errors of a Django form, each a link to its field, or one sentence.

    With a sentence, `field` is the id of what it is about. Nothing is shown where nothing is wrong.
    """
    if not isinstance(problem, BaseForm):
        return {"problems": [(field, str(problem))] if problem else []}
    shown = [(problem[name].id_for_label if name != "__all__" else "", error)
             for name, errors in problem.errors.items() for error in errors]  # fmt: skip
    return {"problems": shown}


@register.inclusion_tag("_field.html")
def field(bound: BoundField, hint: str = "", label: str = "") -> dict[str, Any]:
    """Show a field of a form: label, hint, error and control, tied together for a screen reader."""
    ids = [f"{bound.auto_id}_{part}" for part, there in (("hint", hint), ("error", bound.errors)) if there]
    attrs: dict[str, str | bool] = {"class": _CONTROLS.get(bound.widget_type, "govuk-input"), "placeholder": False}
    if ids:
        attrs["aria-describedby"] = " ".join(ids)
    if bound.errors:
        attrs["aria-invalid"] = "true"
    ticks = bound.widget_type == "checkbox"
    shown = {"field": bound, "hint": hint, "label": label or bound.label, "ticks": ticks}
    return {**shown, "control": bound.as_widget(attrs=attrs)}


_CONTROLS: Final = {"textarea": "govuk-textarea", "select": "govuk-select", "checkbox": "govuk-checkboxes__input"}


@register.filter
def colour(value: object) -> str:
    """Return a school's colour, or ours where it is none: nothing else may get into a style sheet."""
    return str(value) if re.fullmatch(r"#[0-9a-f]{6}", str(value)) else "#155468"


@register.filter
def roles(slugs: Iterable[str] | str) -> str:
    """Return what people call these roles: “DSL, teacher”. A text is returned as it is."""
    return slugs if isinstance(slugs, str) else ", ".join(sorted(role_name(slug) for slug in slugs))


@register.filter
def browser(user_agent: str) -> str:
    """Return what a person would call a browser: “Edge on Windows”."""
    return browser_name(user_agent)


@register.filter
def passkeys(count: int) -> str:
    """Return how many passkeys there are, or nothing where there are none."""
    return f"{count} passkey{'' if count == 1 else 's'}" if count else ""


@register.filter
def reauthentication(description: str) -> str:
    """Return another way of showing that it is you, in our words rather than allauth's."""
    known = {"Use your password": "use your password", "Use authenticator app or code": "use a code from your app",
             "Use a security key": "use a passkey"}  # fmt: skip
    return known.get(description, description)


@register.filter
def policy_name(adoption: Adoption) -> str:
    """Return what an adopted policy is called, and whose it is."""
    return called(compiled_text(adoption.text).document)


@register.filter
def strength_words(slug: str) -> str:
    """Return how strongly a clause puts it: “must not”."""
    return STRENGTHS.get(slug, slug.replace("_", " "))


@register.filter
def note_class(message: Any) -> str:
    """Return the class of a note for a message of Django's."""
    return {"success": "gp-note--clear", "warning": "gp-note--fix", "error": "gp-note--stop"}.get(message.level_tag, "")


@register.filter
def note_shape(message: Any) -> SafeString:
    """Return the icon of a note for a message of Django's."""
    known = {"success": "clear", "warning": "fix", "error": "stop"}
    return shape(known[message.level_tag]) if message.level_tag in known else icon("bell")


@register.filter
def clock(value: datetime | None) -> str:
    """Return the time of day: “9.41am”."""
    return dates.clock(timezone.localtime(value)) if value else ""


@register.filter
def day(value: date | datetime | None) -> str:
    """Return a day as near as it is: “today”, “yesterday”, “Tuesday”, “Friday 27 November”."""
    return dates.day(_day(value), today=timezone.localdate()) if value else ""


@register.filter
def long_day(value: date | datetime | None) -> str:
    """Return a day in full: “Friday 27 November”, with its year where that is another."""
    return dates.long_day(_day(value), today=timezone.localdate()) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """Return a day and a time: “today at 9.41am”, “Friday 27 November at 4.12pm”."""
    return f"{day(value)} at {clock(value)}" if value else ""


def _day(value: date | datetime) -> date:
    return timezone.localdate(value) if isinstance(value, datetime) else value
