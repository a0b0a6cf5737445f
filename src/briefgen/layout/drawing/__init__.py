"""Planned pages into items, and what is drawn besides."""
