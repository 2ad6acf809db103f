"""The letter of a decision."""
