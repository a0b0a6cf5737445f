"""What the planner dislikes, and how much: every weight of layout in one table.

Comes: nothing. Goes: demerits in the sense of Knuth and Plass (1981), for columns and pages instead of lines: plain numbers
that are added, each with what it is weighed against. A hundred is a row that all columns of a page lack.
"""

LAST_RESORT = 50_000.0  # a column's end that would be forbidden, when there is no other way at all

# a column's end within a text or between texts
ORPHAN = 6000.0  # a first line alone at the foot of a column
WIDOW = 9000.0  # a last line alone at the head of one
HYPHEN = 600.0  # a word divided between columns: readers of the file do not join it, and two rows short are better
PAGE_HYPHEN = 2500.0  # a word divided between pages
RUNS_ON = 800.0  # a sentence parted by a float, beyond which readers look for its end: worse than that float a page late
WORD_RUNS_ON = 1500.0  # and where a word is divided there, besides HYPHEN
AFTER_HEADING = 5000.0  # fewer than three lines below a heading
SOON_AFTER_HEADING = 250.0  # three lines below a heading, and the text goes on
ABOVE_HEADING = 300.0  # two lines at the head of a column, and then a heading
BEFORE_LIST = 400.0  # a list goes with the text that introduces it
LEAD_IN = 5000.0  # and all the more where that ends with a colon: worse than seven rows short
LED = 900.0  # the last line of that text going along with the list, instead of WIDOW
BETWEEN_ITEMS = 90.0  # of a list
LONE_ITEM = 500.0  # more before the last of them, which would begin a column alone
SHORT_LIST = 2500.0  # more within a list of a few lines
PAGE_LIST = 1500.0  # more in both places where the rest of the list is overleaf
IN_BOX = 900.0
BETWEEN_ROWS = 60.0  # of a table
IN_GROUP = 180.0  # the same within a group of rows, whose name has to stand twice
BETWEEN_POINTS = 90.0  # of a summary
IN_ADVICE = 150.0  # within the evidence of a finding, which is no better cut there than text is short of a row
PAGE_ADVICE = 1500.0  # more where that goes on overleaf
BETWEEN_ADVICE = 20.0  # two findings, or two recommendations
LONE_ADVICE = 6500.0  # more where one of them would stand alone on its page: worse than ten rows of white, or three holes
FEW_ADVICE = 1000.0  # where two of MANY would
LONE_FINDING = 2500.0  # where one of three findings or more would stand alone in its column: worse than two rows uneven
IN_CLOSING = 200.0  # within a text of the closing panel
CLOSING_WIDOW = 700.0  # after its first or before its last line
IN_SHORT_ENTRY = 2500.0  # within a note, or an entry, of a few lines
BETWEEN_NOTES = 150.0
LONE_ENTRY = 1500.0  # after the first item of an entry, below its heading
LONE_NOTE = 1500.0  # more where one note alone is left or begins

# feet of columns
SPREAD = 36.0  # a row of space let in before a heading or a box, squared: four of them are worse than two rows short
SHORT = 100.0  # rows that all columns of a page lack, squared
UNEVEN = 500.0  # rows that one column lacks more than its neighbours, squared
DEPTH = 24.0  # a row deeper than balanced columns need
LAST_UNEVEN = 50.0  # the same as UNEVEN of the last of balanced columns, which may end short
RAGGED = 30.0  # the same where the feet of columns need not be level
UNUSED = 2500.0  # a column left empty
NO_TEXT = 1200.0  # a column that holds floats alone while text runs on: half of one left empty
NOTE_SPLIT = 700.0  # a note that goes on in the next column: worse than two rows short
NOTE_OWED = 30.0  # each of its lines that does

SPILL = 60.0  # a row of what is beside a page's text that its margin has no room for

MOVED_END = 700.0  # a column's end that moves when lines beside a quote are set anew, within one text

# floats in columns; one that stands where the outline has it, at the head or foot of its column, costs nothing
AMID = 160.0  # a float between two pieces of text of its column: about as bad as a row short
LEADING = 2000.0  # and where its heading comes only after it: rather an uneven column, or the next page
SCRAP = 900.0  # one line of text that floats cut off, alone in its column
REMNANT = 500.0  # two or three of them
AMID_ALONE = 10.0  # the same where there is one column, and readers go on below it
NEAR = 300.0  # at the head of its column and near to the text below it: worse than a row short, better than two
AWAY = 40.0  # at the head or foot of the column in which it is called, but not at its call
EARLY = 250.0  # in a column before that of its call: worse than a row short, better than two
LATE = 120.0  # in a column after it
STRAY = 1500.0  # more where that is among the text of another section: worse than three rows short, or than the next page
BARRED = 3000.0  # and where it is among findings or recommendations, which are a brief's own words: worse than five rows
DISORDER = 20_000.0  # a float before another that has a lower number: readers look for it where it is not
CALLED_LATER = 150.0  # one across the page before one in a column that the text calls first, where they have no numbers

# floats across pages
AHEAD = 150.0  # at the head of the page on which it is called, before the text that calls it
DEFERRED = 500.0  # on the page after its call: worse than two rows of white
BEHIND = 400.0  # more where its section ends before that page
OVERDUE = 20_000.0  # two pages after its call

# pages
PAGE = 3000.0  # one page more
GAP = 60.0  # a row left white at the foot of a page that is not the last, squared: eight rows are a page
GAP_FREE = 1  # rows at a foot that nobody sees
SPARSE = 40_000.0  # the share of a last page under FULL that is white, squared: a third of it is more than a page
ALONE = 5000.0  # a closing panel with nothing else on its page, if it does not fill that
STUB = 900.0  # the last lines of a segment at the head of a page, fewer than STUB_ROWS: three rows of white are better
SPARSE_LAST = 4500.0  # more for a last page under FULL, between layouts with other levers: all but the strongest are better
HOLED = 2200.0  # a page with white that nobody wanted: milder levers are better, or stronger ones that leave less
THIN = 200.0  # much white on the last page
ODD = 300.0  # a number of pages that no folded sheet has: it is worth the mildest levers
ECHO = 3000.0  # a quote on the page that says its words: worse than a page with a hole
