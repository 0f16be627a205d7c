"""The published JSON Schema of a policy document, generated from the tables that the reader checks against.

An editor that knows it offers the keys, the controls and their parameters while somebody writes. It cannot see what
holds between the parts of a document, such as a clause that is named and missing: `policy validate` does.
"""

import json
from dataclasses import MISSING, fields
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from gatepost.policy import directions
from gatepost.policy.controls.base import Control
from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.document import CARRIERS
from gatepost.policy.facts.roles import GROUPS
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.policy.outcomes import ANSWERS, STRENGTHS
from gatepost.policy.reading import keys
from gatepost.policy.reading.fields import MOST_NUMBER

Schema = dict[str, Any]

FILE = "policy.schema.json"
"""The published file, beside this module."""

_TEXT: Schema = {"type": ["string", "number"], "minLength": 1}
_MONTH: Schema = {"type": "string", "pattern": "^(19|2[01])[0-9]{2}-(0?[1-9]|1[0-2])(-(0?[1-9]|[12][0-9]|3[01]))?$"}
_NUMBER: Schema = {"type": "integer", "minimum": 0, "maximum": MOST_NUMBER}


def json_schema() -> Schema:
    """Return the schema, JSON Schema 2020-12, as plain dictionaries and lists."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Gatepost policy",
        "description": "A school's or trust's social media policy, clause by clause, with what carries each point.",
        **_mapping(_head_properties(), required=keys.REQUIRED_KEYS),
        "$defs": {
            "words": _words(()),
            "section": _mapping(
                {"id": _TEXT, "title": _TEXT, "clauses": _list("#/$defs/clause")}, required=("id", "title")
            ),
            "clause": _clause(),
            "point": _point(),
            "control": _control_entry(),
            **{f"control-{name}": _control(kind) for name, kind in CONTROLS.items()},
        },
    }


def schema_text() -> str:
    """Return the schema as the text of its published file."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def _mapping(properties: Schema, *, required: tuple[str, ...] = (), **more: Any) -> Schema:
    demands = {"required": list(required)} if required else {}
    return {"type": "object", "properties": properties, **demands, "additionalProperties": False, **more}


def _list(ref: str, **more: Any) -> Schema:
    return {"type": "array", "items": {"$ref": ref}, **more}


def _words(known: tuple[str, ...], **more: Any) -> Schema:
    word: Schema = {"enum": list(known)} if known else _TEXT
    return {"anyOf": [word, {"type": "array", "items": word}], **more}


def _head_properties() -> Schema:
    shapes: Schema = {
        **dict.fromkeys(keys.DOCUMENT_KEYS, _TEXT),
        **dict.fromkeys(keys.MONTH_KEYS, _MONTH),
        **dict.fromkeys(keys.NUMBER_KEYS, _NUMBER),
        **{key: {"$ref": "#/$defs/words"} for key in keys.WORDS_KEYS},
        "body": {"enum": list(keys.BODIES)},
        "nation": {"enum": list(keys.NATIONS)},
        "people": _words(tuple(GROUPS)),
        "channels": {"type": "array", "items": _channel()},
        "conflicts": {"type": "array", "items": _conflict()},
        "slips": {"type": "array", "items": _slip()},
        "sections": _list("#/$defs/section"),
    }
    return {key: {"description": says, **shapes[key]} for key, says in keys.DOCUMENT_KEYS.items()}


def _channel() -> Schema:
    shapes = dict.fromkeys(keys.CHANNEL_KEYS, _TEXT)
    shapes |= {"platform": {"enum": sorted(VALUES["platform"])}, "posters": {"$ref": "#/$defs/words"}}
    return _mapping(shapes | {"opened": _MONTH, "closed": _MONTH}, required=("platform", "ref"))


def _conflict() -> Schema:
    between = {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}
    return _mapping({"between": between, "about": _TEXT, "decides": {"type": "boolean"}}, required=("between", "about"))


def _slip() -> Schema:
    return _mapping(
        {"refs": {"$ref": "#/$defs/words"}, "kind": {"enum": list(keys.SLIP_KINDS)}, "says": _TEXT},
        required=keys.SLIP_KEYS,
    )


def _clause() -> Schema:
    source = dict.fromkeys(keys.SOURCE_KEYS, _TEXT) | {"in_force": _MONTH, "checked": _MONTH}
    source |= {"confidence": {"enum": list(keys.CONFIDENCE)}}
    properties = {
        "ref": {"description": "the stable reference", **_TEXT},
        "points": _list("#/$defs/point", minItems=1),
        "answer": {"enum": list(ANSWERS)},
        "sources": {"type": "array", "items": _mapping(source, required=("title", "checked", "confidence"))},
    }
    return _mapping(properties, required=("ref", "points"))


def _point() -> Schema:
    properties = {
        "strength": {"description": "how strongly the policy puts it", "enum": list(STRENGTHS)},
        "who": {"description": "whom it binds", "$ref": "#/$defs/words"},
        "says": {"description": "what it says, in Gatepost's words", **_TEXT},
        "wording": {"description": "the school's own text; never shipped", **_TEXT},
        "reading": {"enum": list(keys.READINGS)},
        "near": {"description": "facts for which this is the nearest clause", "$ref": "#/$defs/words"},
        "controls": _list("#/$defs/control"),
        **{kind: _carrier(kind) for kind in CARRIERS[1:]},
    }
    return _mapping(properties, required=("strength", "says"))


def _carrier(kind: str) -> Schema:
    known = keys.CARRIER_KEYS[kind]
    value: Schema = {"anyOf": [{"type": ["string", "number", "boolean"]}, {"type": "array", "items": _TEXT}]}
    body = _mapping(dict.fromkeys(known, value), required=known[:1])
    bare: list[Schema] = [{"const": True}] if kind in keys.BARE_CARRIERS else []
    return {"anyOf": [{"type": "string", "minLength": 1}, body, *bare]}


def _control_entry() -> Schema:
    bare = [name for name, kind in CONTROLS.items() if not _required(kind)]
    named = {name: {"$ref": f"#/$defs/control-{name}"} for name in CONTROLS}
    return {"anyOf": [{"enum": bare}, _mapping(named, minProperties=1, maxProperties=1)]}


def _required(kind: type[Control]) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind) if item.default is MISSING)


def _control(kind: type[Control]) -> Schema:
    hints = get_type_hints(kind)
    properties = {item.name: _parameter(item, hints[item.name]) for item in fields(kind)}
    says = " ".join((kind.__doc__ or "").split())
    asks = f" Answers: {'; '.join(kind.asks)}?" if kind.asks else ""
    required = _required(kind)
    schema = _mapping(properties, required=required, description=says + asks)
    return schema if required else {**schema, "type": ["object", "null"]}


def _parameter(item: Any, hint: Any) -> Schema:
    meta = item.metadata
    known = tuple(meta["choices"]) or tuple(sorted(VALUES[meta["vocabulary"]]) if meta["vocabulary"] else ())
    says = f"{meta['says']} ({directions.WORDS[meta['stricter']]})"
    default = {} if item.default is MISSING else {"default": _plain(item.default)}
    options = [_option(option, known, meta) for option in (get_args(hint) if isinstance(hint, UnionType) else (hint,))]
    return {"description": says, **(options[0] if len(options) == 1 else {"anyOf": options}), **default}


def _plain(default: Any) -> Any:
    return list(default) if isinstance(default, tuple) else default


def _option(option: Any, known: tuple[str, ...], meta: Any) -> Schema:
    if get_origin(option) is tuple:
        return _words(known)
    if option is str:
        return _MONTH if meta["stricter"] == "earlier" else {"enum": list(known)} if known else {"type": "string"}
    return {int: _NUMBER, bool: {"type": "boolean"}, NoneType: {"type": "null"}}[option]
