"""The page on which an invoice is entered, judged live and decided."""
