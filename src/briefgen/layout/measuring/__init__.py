"""Texts into lines and pieces, and what these take below each other: what all blocks are made of."""
