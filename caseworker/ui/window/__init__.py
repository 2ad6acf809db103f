"""The frame: navigation, menus, start."""
