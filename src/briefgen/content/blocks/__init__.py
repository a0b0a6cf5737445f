"""The blocks of a section, a box or an entry: one file for each kind, and the table of them all."""

from briefgen.content.blocks.bench import Spot
from briefgen.content.blocks.builder import Builder

__all__ = ("Builder", "Spot")
