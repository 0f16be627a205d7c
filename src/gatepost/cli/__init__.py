"""The `gatepost` command: what people type and read. No database, no server, no network."""
