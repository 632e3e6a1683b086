"""Checks (核校): whether a document holds together, as the most careful clerk would ask."""
