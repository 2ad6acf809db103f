"""What the tests stand on: a throwaway Postgres and typing into widgets."""
