"""Quantities (数量): number, unit and hedge words, as printed in a document."""
