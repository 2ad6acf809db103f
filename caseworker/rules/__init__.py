"""The conditions of Mivita as rules: pure functions from facts to findings."""
