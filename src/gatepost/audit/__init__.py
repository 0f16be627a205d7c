"""The append-only record of who did what, when and why: a hash-chained line of events for each trust."""
