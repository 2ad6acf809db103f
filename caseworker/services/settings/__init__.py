"""What the house sets for itself."""
