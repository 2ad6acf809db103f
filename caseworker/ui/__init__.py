"""The desks: shell, pages, table models and operations."""

from caseworker.ui.immortal import keep_singletons

keep_singletons()
