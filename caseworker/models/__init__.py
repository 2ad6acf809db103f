"""The tables, the store that holds them, and queries that give frozen rows."""
