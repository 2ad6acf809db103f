"""From an invoice to a letter: the desk of an examiner of supplementary health insurance."""

__version__ = "0.1.0"
