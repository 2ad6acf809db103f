"""Claims: entered, assessed, decided, taken back."""
