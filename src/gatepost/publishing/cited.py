"""The clauses that findings and steps rest on, as people read and cite them."""

from gatepost.handbook.cited import Cited, clause_at, each_cited, named, of_point
from gatepost.publishing.assess import Assessment
from gatepost.publishing.findings import Finding
from gatepost.publishing.steps import Step


def clauses_of(finding: Finding, assessment: Assessment) -> tuple[Cited, ...]:
    """Return the clauses that a finding rests on, each once, the one that weighs most first.

    Whoever can't be shown is given the same clauses whatever the cause: those by which a permission is asked for.
    """
    if finding.matter.element:
        return _asking_for(finding.matter.element, assessment)
    return each_cited(finding.reasons, policies=assessment.policy.all)


def _asking_for(element: str, assessment: Assessment) -> tuple[Cited, ...]:
    found = []
    for policy in assessment.policy.all:
        for instance in policy.by_kind["post"]:
            control = instance.control
            own = control.name == "element_permission" and element in control.parameters()["elements"]
            if own or control.name == "effective_permission":
                found.append(of_point(instance.point, policy=policy))
    return tuple(dict.fromkeys(found))


def refs_of(step: Step, assessment: Assessment) -> tuple[str, ...]:
    """Return the clauses of a step as people cite them: our policy by reference, of the rest the document."""
    policies = {policy.id: policy for policy in assessment.policy.all}
    own: list[str] = []
    others: list[str] = []
    for clause in step.clauses:
        source, _, ref = clause.partition(" ")
        policy = policies[source]
        if policy.is_baseline:
            others.append(named(clause_at(policy, ref))[0])
        else:
            own.append(ref)
    ours = [f"our policy, {' and '.join(dict.fromkeys(own))}"] if own else []
    return (*ours, *dict.fromkeys(others))
