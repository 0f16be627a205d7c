"""Schools as Cedar entities: the parameters of their policies as attributes, the roles that may post as groups."""

import json
from pathlib import Path
from typing import Any

from gatepost.policy import CompiledPolicy
from gatepost.policy.facts.roles import GROUP_OF
from gatepost.policy.facts.vocabulary import CLOSE_FAMILY, IMMEDIATE_FAMILY

POLICIES = Path(__file__).with_name("yes_no.cedar")
_FAMILY = {"none": frozenset[str](), "immediate": IMMEDIATE_FAMILY, "close": CLOSE_FAMILY}


def entities(under: dict[str, tuple[CompiledPolicy, ...]]) -> str:
    """Return Cedar's JSON of every school and of every role with the tables of accounts on which it stands."""
    own = {name: policies[0] for name, policies in under.items()}
    found: list[dict[str, Any]] = [
        {"uid": _uid("School", name), "attrs": attributes(policy), "parents": []} for name, policy in own.items()
    ]
    groups: dict[str, list[dict[str, str]]] = {role: [] for role in GROUP_OF}
    for name, policy in own.items():
        for channel in policy.document.head.channels:
            for role in channel.posters:
                groups.setdefault(role, []).append(_uid("Row", f"{name}/{channel.ref}"))
        rows = [channel for channel in policy.document.head.channels if channel.posters]
        found += [
            {"uid": _uid("Row", f"{name}/{row.ref}"), "attrs": {}, "parents": [_uid("Table", name)]} for row in rows
        ]
    found += [{"uid": _uid("Role", role), "attrs": {}, "parents": rows} for role, rows in groups.items()]
    return json.dumps(found)


def _uid(kind: str, name: str) -> dict[str, str]:
    return {"type": kind, "id": name}


def attributes(policy: CompiledPolicy) -> dict[str, Any]:
    """Return the parameters of a policy that the Cedar policies read."""
    used = _Used(policy)
    contact = used.of("contact_bar")
    platforms = [set(control.platforms) for control in used.of("listed_channel")]
    objectives = [set(control.objectives) for control in used.of("purpose")]
    elements = [control for control in used.of("element_permission") if control.given_by]
    attrs: dict[str, Any] = {
        "table": {"__entity": _uid("Table", policy.id)},
        "closed": [channel.platform for channel in policy.document.head.channels if channel.closed],
        "by_table": any(control.by_table for control in used.of("posters")),
        "approved_posters": any(not control.by_table for control in used.of("posters")),
        "oversight_of_everything": any(control.of == "everything" for control in used.of("oversight")),
        "oversight_of_people": bool(used.of("oversight")),
        "manager_approves": bool(used.of("work_use")),
        "managers": used.union("work_use", "accepts"),
        "barred_tones": used.union("prohibited", "categories"),
        "details": used.union("personal_details", "details"),
        "political": next((control.stance for control in used.of("political")), "free"),
        "not_public": used.union("not_public", "kinds_of"),
        "unsure": bool(used.of("when_unsure")),
        "adverts": bool(used.of("adverts")),
        "staff_links": bool(used.of("staff_links")),
        "others_permission": any(control.needs == "permission" for control in used.of("others_material")),
        "others_credit": any(control.needs == "credit" for control in used.of("others_material")),
        "names_in_pictures": bool(used.of("names_in_picture")),
        "written": bool(used.of("written_permission")),
        "barred_styles": used.union("name_style", "barred_styles"),
        "style_with_photo_only": all(control.only_with_photo for control in used.of("name_style")),
        "barred_people": used.union("contact_bar", "people"),
        "family": sorted(_FAMILY[contact[0].except_family]) if contact else [],
        "recent_months": contact[0].recent_months if contact else 0,
    }
    if platforms:
        attrs["platforms"] = sorted(set.intersection(*platforms))
    if objectives:
        attrs["objectives"] = sorted(set.intersection(*objectives))
    if elements:
        attrs["givers"] = sorted(set.intersection(*(set(control.given_by) for control in elements)))
    return attrs


class _Used:
    """The controls of a policy by name."""

    def __init__(self, policy: CompiledPolicy) -> None:
        points = (point for clause in policy.document.clauses for point in clause.points)
        carriers = (carrier for point in points for carrier in point.carriers)
        self.controls: list[Any] = [carrier.control for carrier in carriers if carrier.control is not None]

    def of(self, name: str) -> list[Any]:
        """Return every use of one control."""
        return [control for control in self.controls if control.name == name]

    def union(self, name: str, parameter: str) -> list[str]:
        """Return everything that a parameter of one control lists anywhere in the policy."""
        return sorted({value for control in self.of(name) for value in getattr(control, parameter)})
