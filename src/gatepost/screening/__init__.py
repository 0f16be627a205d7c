"""Situation and roster in, verdict out: detectors read the texts, the policy engine judges what they found. Pure."""

from gatepost.screening.screen import screen

__all__ = ["screen"]
