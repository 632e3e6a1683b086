"""Commands of accounts (管理命令)."""
