"""The window shown by itself, with pictures."""
