"""Bindings (文表对照): what the running text and the annex say of the same indicator, side by side."""
