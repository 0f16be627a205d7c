"""What people owe: the first part, a task with an owner and a time by which it is due."""
