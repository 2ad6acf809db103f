"""A made-up insurer: people, families, cover, providers, and years of claims that the program decides.

Nothing here knows the clock: the same seed, size and anchor day give the same store.
"""
