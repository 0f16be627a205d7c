"""Adopted policies made ready, once for each text."""

from functools import lru_cache

from gatepost.policy import CompiledPolicy, compile_policy, read_document
from gatepost.policy.supplement import combine


@lru_cache(maxsize=64)
def compiled_text(text: str) -> CompiledPolicy:
    """Return a policy document's YAML, compiled. Raises PolicyError. Kept by the text, and so by its digest."""
    return compile_policy(read_document(text, file="policy.yaml"))


@lru_cache(maxsize=64)
def supplement_of(text: str, *, base: str) -> CompiledPolicy:
    """Return a school's supplement joined with its trust's policy `base` (both YAML), compiled.

    Raises PolicyError, naming both clauses, where the supplement loosens anything.
    """
    return compile_policy(combine(compiled_text(base), compiled_text(text).document))
