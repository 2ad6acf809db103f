"""What all tables share: engines, versions, prepared statements, counters."""
