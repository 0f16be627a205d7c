"""Facts: what is known of a situation, in three values (yes, no, unknown)."""

from gatepost.policy.facts.facts import Facts, Found, Item
from gatepost.policy.facts.fields import FIELDS, Field
from gatepost.policy.facts.situation import Situation, parse_situation

__all__ = ["FIELDS", "Facts", "Field", "Found", "Item", "Situation", "parse_situation"]
