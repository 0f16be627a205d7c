"""Reading a policy document: YAML in, a checked Document or every problem with its place out."""

from gatepost.policy.reading.document import read_document

__all__ = ["read_document"]
