"""Labels, a file for each language; `words` puts them together with the months and lists of `calendars`.

To correct a label, change it in the file of its language. To add a language, copy a file, translate, add its tag to
`words.TABLES`, and the tests say what is left. `{}` stands for a number or a heading; a pair is for one and for several.
"""
