"""Named classifiers of free prose: what a content, topic, concern, nature or purpose is about."""

from gatepost.detectors.topics.classify import classify
from gatepost.detectors.topics.table import TOPICS

__all__ = ["TOPICS", "classify"]
