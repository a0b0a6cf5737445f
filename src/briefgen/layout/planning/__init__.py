"""Pieces onto pages: which stand where, at what cost, with which levers."""
