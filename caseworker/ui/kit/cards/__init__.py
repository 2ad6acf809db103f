"""Cards that open from a link: what an article says."""
