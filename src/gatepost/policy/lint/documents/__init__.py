"""The rules that need a document rather than a text; gatepost.policy.lint.document_table lists them."""
