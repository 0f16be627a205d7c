"""One module a noun, one route an action."""
