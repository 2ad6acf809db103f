"""What waits for somebody, and what was typed and not yet entered."""
