"""Pages, text, tables, fonts, PDF/A, tags. Knows no letter."""
