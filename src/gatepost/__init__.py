"""Gatepost runs a school's own social media policy: a draft goes in, the clauses that decide come out."""

__version__ = "0.1.0"
