"""The official accounts: the first part of the register."""
