"""Tags of accounts (角色标签)."""
