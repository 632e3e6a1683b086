"""Accounts (用户): people and how they sign in."""
