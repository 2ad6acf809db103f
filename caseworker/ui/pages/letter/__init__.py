"""A letter as it was sent."""
