"""What the tests read of the record."""

from gatepost.audit.kinds import sentence
from gatepost.audit.models import Event


def words_of(event: Event) -> str:
    """An event as a person reads it, where it names no clause."""
    return sentence(event.kind, who=event.actor_name, facts=event.facts)
