"""The store as a whole: backup, restore, check."""
