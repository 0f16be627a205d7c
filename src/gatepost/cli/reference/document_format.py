"""docs/reference/document-format.md: the keys of a policy document."""

from typing import Final

from gatepost.cli.reference.markdown import code, page, table
from gatepost.policy.document import CARRIERS
from gatepost.policy.outcomes import STRENGTHS
from gatepost.policy.reading import keys as reading

SAYS: Final[dict[str, dict[str, str]]] = {
    "A channel": {
        "platform": "the platform",
        "ref": "the clause that lists it",
        "name": "the account's name",
        "address": "its address",
        "master_admin": "the role with the master rights",
        "posters": "roles that may post",
        "opened": "a month or a day",
        "closed": "a month or a day; a closed account takes no posts",
    },
    "A clause": {
        "ref": "its one stable reference",
        "points": "its atomic demands, at least one",
        "answer": "in a baseline: `lawful` or `safe`; else `allowed`",
        "sources": "in a baseline: what it cites",
    },
    "A point": {
        "strength": "how strongly the policy puts it",
        "who": "whom it binds; the policy's scope where nobody is named",
        "says": "the demand in our own words",
        "wording": "the owner's text, which an adopting school adds and the library never ships",
        "reading": "`express`, or `inference` where the words leave room",
        "near": "facts for which this is the nearest clause where the policy is silent",
        "controls": "controls that decide, each a name or a name with parameters ([controls](controls.md))",
        "question": "asked at sign-off",
        "route": "whom it goes to",
        "record": "what is kept",
        "duty": "what somebody owes, and when",
        "acknowledge": "who reads and accepts it",
        "guidance": "what “may I…?” is answered with",
    },
    "A source": {
        "title": "the law or guidance",
        "edition": "its edition",
        "paragraph": "the paragraph, where it was checked",
        "in_force": "the month or day since which it applies",
        "checked": "the month or day on which it was checked",
        "confidence": "`primary`, `secondary`, `notes` or `background`: how sure the source is",
    },
}
_KEYS: Final = {
    "A channel": reading.CHANNEL_KEYS,
    "A clause": reading.CLAUSE_KEYS,
    "A point": reading.POINT_KEYS,
    "A source": reading.SOURCE_KEYS,
}
_CLOSING = """## Conflicts and slips

`conflicts: [{between: [1.b2, 5.b1], about: …, decides: true}]` states that two clauses disagree. A verdict that rests
on either has the basis `conflict` and cites both; with `decides: false` lint alone reports it.
"""


def _head() -> dict[str, str]:
    needed = dict.fromkeys(reading.REQUIRED_KEYS, " (required)")
    return {key: f"{says}{needed.get(key, '')}" for key, says in reading.DOCUMENT_KEYS.items()}


def document_format_page() -> str:
    """Return the page. A key that the reader knows and nobody has described is an error of ours, and a KeyError."""
    parts = ["## At the head", table(("key", "meaning"), [(code(key), says) for key, says in _head().items()])]
    for title, keys in _KEYS.items():
        parts += [f"## {title}", table(("key", "meaning"), [(code(key), SAYS[title][key]) for key in keys])]
    carriers = [(code(kind), ", ".join(map(code, reading.CARRIER_KEYS.get(kind, ("a control",))))) for kind in CARRIERS]
    slips = ", ".join(map(code, reading.SLIP_KINDS))
    return page(
        "The format of a policy",
        "A policy is one YAML document. `gatepost policy validate PATH` says what is wrong with it, where, and what to "
        "write instead. A key that is not listed here is an error.",
        *parts,
        f"Strengths: {', '.join(map(code, STRENGTHS))}. [What they mean](outcomes.md#strength-of-a-clause).",
        "## What carries a point",
        "Written as a text, a carrier means its first key.",
        table(("carrier", "keys"), carriers),
        _CLOSING.rstrip(),
        f"A slip has `refs`, a `kind` ({slips}) and `says`.",
    )
