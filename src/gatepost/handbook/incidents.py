"""Whether a policy has an incident mode."""

from functools import lru_cache

from gatepost.handbook.compiled import compiled_text, supplement_of
from gatepost.handbook.models import Adoption
from gatepost.policy import CompiledPolicy


def has_incident_mode(policy: CompiledPolicy) -> bool:
    """Return whether a clause of the policy says who speaks during an incident."""
    return bool(incident_clauses(policy))


def incident_clauses(policy: CompiledPolicy) -> tuple[str, ...]:
    """Return the references of the clauses that say who speaks during an incident."""
    carried = ((point.ref, carrier.control) for point in policy.document.points for carrier in point.carriers)
    return tuple(dict.fromkeys(ref for ref, control in carried if control and control.family == "incident"))


@lru_cache(maxsize=64)
def clauses_of_adopted(own: str | None, trusts: str | None) -> tuple[str, ...]:
    """Return `incident_clauses` of what a school (`own`) and its trust have adopted, by the digests of their texts.

    A digest names one text for good, so a page that is shown often asks the database once.
    """
    texts = {row.digest: row for row in Adoption.objects.filter(digest__in=[one for one in (own, trusts) if one])}
    mine, above = texts.get(own or ""), texts.get(trusts or "")
    if mine and above and mine.supplements:
        return incident_clauses(supplement_of(mine.text, base=above.text))
    adopted = mine or above
    return incident_clauses(compiled_text(adopted.text)) if adopted else ()
