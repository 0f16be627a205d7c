"""What people send from the pages, read into plain values. What is wrong with it, the actions say."""
