"""Findings (核校): every doubt about a document beside its words, and what people did about each."""
