"""Selectors of organisations (单位的读操作)."""
