"""Letters: numbered, issued, kept."""
