"""Migrations of commitments (台账的库表变更)."""
