"""Migrations of the desk (我的台账的库表变更)."""
