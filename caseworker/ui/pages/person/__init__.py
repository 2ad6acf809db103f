"""A person: who they are, what is left, what happened."""
