"""The letter that asks for what is missing, with its reply sheets; the second one of a claim reminds."""
