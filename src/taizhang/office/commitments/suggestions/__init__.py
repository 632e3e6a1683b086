"""Suggestions (建议): what of a plan could stand in the ledger — derived from the reading each time, never stored."""
