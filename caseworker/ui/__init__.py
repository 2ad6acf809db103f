"""The desks: shell, pages, table models and operations."""
