"""A frozen decision in, the bytes of a letter out."""
