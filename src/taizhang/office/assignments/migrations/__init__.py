"""Migrations of assignments (责任分解的库表变更)."""
