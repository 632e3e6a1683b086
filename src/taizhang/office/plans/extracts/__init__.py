"""Extracts (摘录证明): certified words of an approved plan, each under a number of its own."""
