"""Sources out of bibliography files, and citations of them set in a style.

Comes in: bibliography files or entries of the outline, and what the texts cite. Goes out: what stands for each citation,
and the list of sources, as runs of text. The promise: every fault of a file has its place; a source is set by pandoc's
citeproc or not at all. Only an outline that names sources or a style loads this room. Refuses to know texts, notes' numbers
and pages.
"""
