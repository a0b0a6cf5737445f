"""Blocks into measured pieces: one file for each kind of block, and what stands before and after them all."""

from briefgen.layout.blocks.dispatch import measure, runs_in
from briefgen.layout.blocks.setting import Place

__all__ = ("Place", "measure", "runs_in")
