"""Results, reasons and requests in words, in four languages."""
