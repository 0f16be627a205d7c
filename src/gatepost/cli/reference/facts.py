"""docs/reference/facts.md: every field of a situation."""

from collections.abc import Iterator

from gatepost.cli.reference.markdown import code, page, table
from gatepost.policy.facts import FIELDS, Field
from gatepost.policy.facts.roles import GROUPS
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.policy.outcomes import KINDS

_INTRODUCTION = """A situation has a `kind` and `facts`. These are the facts, by their path: `people[].year` is a field
of each entry of the list `people`, and `author.role` stands below `author`.

- A fact that is absent is **unknown**. `null` means that somebody asked and it was not there.
- **Polarity** says what unknown means. A *permission* that is unknown is not held. A *problem* that is unknown is
  not presumed, but is listed in `unknown` where it could change the outcome. *Neutral* facts describe.
- A key that is not here is an error, with the nearest one as a hint. A value that is not in a list of values counts as
  unknown, with a hint.
- What a detector finds in `text` or `comment.text` need not be given. What is given wins.
- A month without a day, as an end, runs to its last day; as a start, from its first. Times are Europe/London."""

_TYPES = {
    "boolean": "true/false",
    "string": "text",
    "strings": "list of words",
    "prose": "free prose",
    "number": "number",
    "date": "day",
    "list": "list of entries",
}


def facts_page() -> str:
    """Return the page."""
    rows = [
        (code(field.path), _TYPES[field.type], field.polarity, _kinds(field), f"{field.says}.", _values(field))
        for field in FIELDS.values()
    ]
    return page(
        "Facts",
        _INTRODUCTION,
        table(("fact", "type", "polarity", "kinds", "what it says", "values"), rows),
        "## Values",
        "Lists are open: another value is not an error, but Gatepost cannot know what it means.",
        "\n\n".join(_vocabularies()),
    )


def _kinds(field: Field) -> str:
    return "any" if field.kinds in (("*",), KINDS) else ", ".join(field.kinds)


def _values(field: Field) -> str:
    return f"[{field.values}](#{field.values.replace('_', '-')})" if field.values in VALUES else ""


def _vocabularies() -> Iterator[str]:
    for name in sorted({field.values for field in FIELDS.values()} & VALUES.keys()):
        yield f"### {name.replace('_', '-')}"
        if name == "role":
            yield "A role belongs to a group; a clause that binds a group binds each of its roles."
            yield table(("group", "roles"), [(group, ", ".join(map(code, roles))) for group, roles in GROUPS.items()])
        else:
            yield ", ".join(code(value) for value in sorted(VALUES[name]))
