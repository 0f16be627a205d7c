"""Pupils on the roll, found in a text by any of the ways in which a school writes a name."""
