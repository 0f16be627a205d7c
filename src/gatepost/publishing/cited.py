"""The clauses that findings and steps rest on, as people read and cite them."""

from dataclasses import dataclass

from gatepost.policy import CompiledPolicy, Reason
from gatepost.policy.document import Clause, Point
from gatepost.publishing.assess import Assessment
from gatepost.publishing.findings import Finding
from gatepost.publishing.steps import Step


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause as it is shown: `source` names the document, `wording` is the owner's text where it was entered.

    `own` says that it stands in the school's policy; `id` is what records name it.
    """

    source: str
    ref: str
    says: str
    wording: str
    strength: str
    own: bool = True
    id: str = ""


def clauses_of(finding: Finding, assessment: Assessment) -> tuple[Cited, ...]:
    """Return the clauses that a finding rests on, each once, the one that weighs most first.

    Whoever can't be shown is given the same clauses whatever the cause: those by which a permission is asked for.
    """
    if finding.matter.element:
        return _asking_for(finding.matter.element, assessment)
    return tuple(dict.fromkeys(_cited(reason, assessment) for reason in finding.reasons))


def _asking_for(element: str, assessment: Assessment) -> tuple[Cited, ...]:
    found = []
    for policy in assessment.policy.all:
        for instance in policy.by_kind["post"]:
            control = instance.control
            own = control.name == "element_permission" and element in control.parameters()["elements"]
            if own or control.name == "effective_permission":
                found.append(_of_point(instance.point, policy))
    return tuple(dict.fromkeys(found))


def _cited(reason: Reason, assessment: Assessment) -> Cited:
    policy = next(one for one in assessment.policy.all if one.id == reason.source)
    points = policy.document.points
    point = next(one for one in points if one.ref == reason.ref and reason.says in {one.wording, one.says})
    return _of_point(point, policy)


def _of_point(point: Point, policy: CompiledPolicy) -> Cited:
    name, ref = _named(_clause(policy, point.ref)) if policy.is_baseline else (policy.id, point.ref)
    own = not policy.is_baseline
    return Cited(name, ref, point.says, point.wording or "", point.strength, own, f"{policy.id} {point.ref}")


def _named(clause: Clause) -> tuple[str, str]:
    """Return the document that a clause of the baseline cites, and where in it: never its own reference alone."""
    if not clause.sources:
        return "Law and guidance", clause.ref
    source = clause.sources[0]
    checked = f"read in {source.checked.first_day():%B %Y}" if source.checked else ""
    return source.title, ", ".join(part for part in (source.paragraph, source.edition, checked) if part)


def _clause(policy: CompiledPolicy, ref: str) -> Clause:
    return next(clause for clause in policy.document.clauses if clause.ref == ref)


def refs_of(step: Step, assessment: Assessment) -> tuple[str, ...]:
    """Return the clauses of a step as people cite them: our policy by reference, of the rest the document."""
    policies = {policy.id: policy for policy in assessment.policy.all}
    own: list[str] = []
    others: list[str] = []
    for clause in step.clauses:
        source, _, ref = clause.partition(" ")
        policy = policies[source]
        if policy.is_baseline:
            others.append(_named(_clause(policy, ref))[0])
        else:
            own.append(ref)
    ours = [f"our policy, {' and '.join(dict.fromkeys(own))}"] if own else []
    return (*ours, *dict.fromkeys(others))
