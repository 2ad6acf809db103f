"""The claims that wait for someone."""
