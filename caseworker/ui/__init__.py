"""The desks: shell, pages, table models and operations."""

from caseworker.ui.kit.py311 import keep_singletons

keep_singletons()
