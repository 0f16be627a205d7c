"""The rules of lint, one a module; gatepost.policy.lint.table lists them."""
