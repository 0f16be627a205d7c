"""The API: one route for each publishing action."""
