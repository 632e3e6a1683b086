"""Bundles (事项来源): one module for each kind of work; each says what of it waits for a person."""
