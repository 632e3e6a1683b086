"""Forms of accounts (用户的表单)."""
