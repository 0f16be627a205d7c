"""The catalogue of controls: typed, small, and the only place where clauses are decided."""
