"""Selectors of findings (核校的读操作): a version as checked, the page beside its text, what a new version changed."""
