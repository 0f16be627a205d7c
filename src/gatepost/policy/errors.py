"""Problems in what people write: where, what is wrong, and what to write instead."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; lines and columns count from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that must be put right before a document or a situation can be used."""

    place: Place
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"error: {self.message}\n --> {self.place}{hint}"


class PolicyError(Exception):
    """A policy document cannot be used. `problems` holds every problem found, in order of place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class SituationError(Exception):
    """A situation cannot be read. `str()` is the sentence for its writer; `where` is the path in its facts."""

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        self.where = where
        self.hint = hint
        super().__init__(" ".join(part for part in (message, hint) if part))
