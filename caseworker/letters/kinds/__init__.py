"""The kinds of letters."""
