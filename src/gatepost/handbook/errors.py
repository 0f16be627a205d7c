"""Why a policy cannot be adopted."""

from gatepost.policy import Problem
from gatepost.schools.errors import UnableTo


class CannotAdopt(UnableTo):
    """A policy's text cannot be used as it stands. `problems` says where, what is wrong, and what to write instead."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("The policy cannot be adopted yet.\n" + "\n".join(str(problem) for problem in problems))
