"""The policy engine: documents, clauses, controls, facts, and `evaluate` → Verdict with reasons. Pure."""

from gatepost.policy.compile import CompiledPolicy, compile_policy
from gatepost.policy.document import Document
from gatepost.policy.errors import PolicyError, Problem, SituationError
from gatepost.policy.evaluate import evaluate
from gatepost.policy.facts.situation import Situation, parse_situation
from gatepost.policy.reading import read_document
from gatepost.policy.verdict import Reason, Verdict

__all__ = [
    "CompiledPolicy",
    "Document",
    "PolicyError",
    "Problem",
    "Reason",
    "Situation",
    "SituationError",
    "Verdict",
    "compile_policy",
    "evaluate",
    "parse_situation",
    "read_document",
]
