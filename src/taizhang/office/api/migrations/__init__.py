"""Migrations of the API (接口的库表变更)."""
