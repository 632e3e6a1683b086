"""Outline (提纲): the headings of a document as a tree, and what its front matter says about it."""
