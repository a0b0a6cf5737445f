"""The proof on finished pages."""
