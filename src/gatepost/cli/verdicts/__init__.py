"""Verdicts as people read them."""
