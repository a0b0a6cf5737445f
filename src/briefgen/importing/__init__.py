"""Documents of other programs into outlines: Word, LibreOffice, web pages, Markdown, plain text.

Comes in: the bytes of a file. Goes out: an outline as text, pictures beside it, and what is to be said about them. The
promise: every word that a reader of the document sees stands in the outline, or is counted in a message. Only `briefgen new`
loads this room. Refuses to know how an outline is checked and set.
"""
