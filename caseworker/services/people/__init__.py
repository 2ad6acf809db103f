"""Persons, households, cover and providers: entered, checked."""
