"""Word (Word 文件): docx as a reader of the accepted document sees it, and the places in the file its words come from."""
