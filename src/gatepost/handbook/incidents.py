"""Whether a policy has an incident mode."""

from gatepost.policy import CompiledPolicy


def has_incident_mode(policy: CompiledPolicy) -> bool:
    """Return whether a clause of the policy says who speaks during an incident."""
    return bool(incident_clauses(policy))


def incident_clauses(policy: CompiledPolicy) -> tuple[str, ...]:
    """Return the references of the clauses that say who speaks during an incident."""
    carried = ((point.ref, carrier.control) for point in policy.document.points for carrier in point.carriers)
    return tuple(dict.fromkeys(ref for ref, control in carried if control and control.family == "incident"))
