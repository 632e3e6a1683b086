"""Desk (我的台账): where a person lands — what is due, what came back, what changed — and the search across everything."""
