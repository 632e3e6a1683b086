"""Migrations (数据库变更) of organisations."""
