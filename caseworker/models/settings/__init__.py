"""What the house set for itself."""
