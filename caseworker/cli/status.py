"""How a command ends."""

BAD_INPUT = 2
NOTHING_DONE = 3
INTERRUPTED = 130
