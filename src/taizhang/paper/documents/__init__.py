"""Documents (文件): one reader per file format; each gives the text and the pieces it is laid out in."""
