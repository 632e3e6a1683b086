"""Migrations (数据库变更)."""
