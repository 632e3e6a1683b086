"""Organisations (单位): the institution's tree of offices, what each was called when, and what became of it."""
