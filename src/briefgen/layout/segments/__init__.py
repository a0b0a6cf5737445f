"""Blocks into segments: what runs in columns, what floats, what stands below or beside."""
