"""Files of data beside the outline, read into one plain record: text with delimiters, and workbooks."""
