"""What waits for somebody, and what was typed."""
