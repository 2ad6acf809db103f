"""Figures, each beside its floor and its peers, measured in one run."""
