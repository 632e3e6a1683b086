"""Views of accounts (用户的页面): signing in and out, one's own account, people and their roles."""
