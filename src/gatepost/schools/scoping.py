"""Tenant scoping that cannot be forgotten: a query that names no school does not run."""

from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any, NoReturn, Self, TypeVar, cast

from django.db import models

from gatepost.schools.errors import Unscoped

M = TypeVar("M", bound=models.Model)


class Scoped(models.QuerySet[M]):
    """A query set that answers only once it is bound to a school, a trust or a row that is.

    `path` is the lookup from the model to its school. Rows reached through another row (`post.pictures`) are bound by
    it. `everywhere` is for the few who look across trusts, and says why.
    """

    path = "school"
    _bound = False
    _hints: dict[str, Any]

    def of(self, school: Any) -> Self:
        """Only what belongs to this school."""
        return cast(Self, self._bind(self.filter(**{self._path(): school})))

    def of_trust(self, trust: Any) -> Self:
        """Only what belongs to the schools of this trust."""
        return cast(Self, self._bind(self.filter(**{f"{self._path()}__trust": trust})))

    def everywhere(self, *, why: str) -> Self:
        """Everything, in every trust: for sweeps and the audit. `why` is for the reader of the code."""
        if not why:
            raise Unscoped("Say why this query looks at every school.")
        return cast(Self, self._bind(self.all()))

    def _path(self) -> str:
        return str(getattr(self.model, "school_path", "school"))

    @staticmethod
    def _bind(queryset: "Scoped[M]") -> Any:
        queryset._bound = True
        return queryset

    def _clone(self) -> Self:
        copy = super()._clone()  # type: ignore[misc]
        copy._bound = self._bound
        return copy  # type: ignore[no-any-return]

    def _check(self) -> None:
        # A related manager and a prefetch put the row they start from among the hints.
        if not (self._bound or self._hints.get("instance") is not None or self.query.is_empty()):
            raise Unscoped(f"A query of {self.model.__name__} names no school: use .of(school) or .of_trust(trust).")

    def _fetch_all(self) -> None:
        self._check()
        super()._fetch_all()

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        """Return the rows as a part of another query."""
        self._check()
        return super().resolve_expression(*args, **kwargs)

    def __or__(self, other: Any) -> Self:
        other._check()
        return super().__or__(other)

    def __xor__(self, other: Any) -> Self:
        other._check()
        return super().__xor__(other)

    def _combinator_query(self, combinator: str, *others: Any, **kwargs: Any) -> Self:
        for other in others:
            if isinstance(other, Scoped):
                other._check()
        return super()._combinator_query(combinator, *others, **kwargs)  # type: ignore[misc, no-any-return]

    def iterator(self, *args: Any, **kwargs: Any) -> Iterator[M]:
        """Return the rows one by one."""
        self._check()
        return super().iterator(*args, **kwargs)

    def aiterator(self, *args: Any, **kwargs: Any) -> AsyncIterator[M]:
        """Return the rows one by one, to code that waits."""
        self._check()
        return super().aiterator(*args, **kwargs)

    def raw(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: nobody can see whose rows plain SQL asks for."""
        raise Unscoped("Plain SQL names no school. Ask for the rows with .of(school).")

    def count(self) -> int:
        """Return how many rows there are."""
        self._check()
        return super().count()

    def exists(self) -> bool:
        """Return whether there is any row."""
        self._check()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return figures over the rows."""
        self._check()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        """Change the rows."""
        self._check()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete the rows."""
        self._check()
        return super().delete()

    def bulk_update(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> int:
        """Change these rows, which the caller holds and so has already been given."""
        return super(Scoped, self._bind(self.all())).bulk_update(objs, *args, **kwargs)


ScopedManager = models.Manager.from_queryset(Scoped)
