"""The case file: one insured person's whole story as JSON, and the result of assessing it."""
