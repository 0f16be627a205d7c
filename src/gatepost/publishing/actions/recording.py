"""One event for each thing that is done to a post."""

from datetime import datetime
from typing import Any

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.publishing.models import Post


def recorded(kind: str, post: Post, *, by: Actor, at: datetime, **facts: Any) -> None:
    """Append an event about a post to its trust's record. What somebody wrote stands there up to 500 characters."""
    school = post.school
    kept = {name: value[:_LONGEST] if isinstance(value, str) else value for name, value in facts.items()}
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug, subject=post.subject, facts=kept)


_LONGEST = 500
