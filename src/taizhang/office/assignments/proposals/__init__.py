"""Proposals (建议): who should lead and by when, from what the document, the catalogue and last year say; pure functions."""
