"""The commands, and where settings, store and desks are wired together."""
