"""Many rows as one value of another query."""

from typing import Any

from django.db.models import Aggregate, JSONField


class Gathered(Aggregate):
    """The rows as one JSON array, in no order. None where there is no row."""

    function = "JSON_GROUP_ARRAY"
    name = "Gathered"
    output_field = JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Say it as PostgreSQL does."""
        return super().as_sql(compiler, connection, function="JSONB_AGG", **more)
