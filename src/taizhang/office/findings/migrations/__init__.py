"""Migrations (迁移)."""
