"""Pupils and what their families have agreed to."""
