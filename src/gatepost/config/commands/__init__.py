"""What the commands that need a database do once every room is set up; the command line reads what was typed."""
