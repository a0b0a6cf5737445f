"""briefgen: a YAML outline in, a print-ready policy brief out. The package root imports nothing."""

__version__ = "0.1.0"
