"""Households, persons, addresses, cover; finding them."""
