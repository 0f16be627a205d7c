"""The documents that ship with Gatepost: five paraphrased policies and the statutory baseline."""

from gatepost.library.loader import BASELINE, IDS, compiled, document, resolve, text

__all__ = ["BASELINE", "IDS", "compiled", "document", "resolve", "text"]
