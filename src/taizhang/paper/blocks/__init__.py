"""Blocks (块): paragraphs and tables a reader would see, put together from the pieces of a file."""
