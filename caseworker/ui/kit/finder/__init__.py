"""Find: one line of text, any of a million people, and every command."""
