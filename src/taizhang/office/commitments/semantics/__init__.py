"""Semantics (口径语义): what a promise means for whoever judges later whether it was kept — pure data and pure functions."""
