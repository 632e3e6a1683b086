"""Views of commitments (台账的页面): working through suggestions, and keeping the ledger."""
