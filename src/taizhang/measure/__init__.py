"""Measure (测算): the arithmetic of carrying a plan out; no documents, no database."""
