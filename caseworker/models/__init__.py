"""The tables, the store and the queries that return frozen rows."""
