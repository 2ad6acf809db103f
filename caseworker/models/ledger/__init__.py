"""The ledger of the limits."""
