"""Editions: one outline and rows of data, a PDF for each row. Loaded by `briefgen editions` alone."""
