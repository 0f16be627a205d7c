"""Trusts, schools, people and their roles; who may do what; and the scoping that keeps one school from another."""
