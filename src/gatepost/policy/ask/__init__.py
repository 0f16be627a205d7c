"""Answering everyday questions ("may I…?") from a policy's parameters."""

from gatepost.policy.ask.answer import Answer, answer

__all__ = ["Answer", "answer"]
