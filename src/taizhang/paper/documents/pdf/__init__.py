"""Pdf (版式文件): glyphs and rulings put together into paragraphs and tables, in a process of its own."""
