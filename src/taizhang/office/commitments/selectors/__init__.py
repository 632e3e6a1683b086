"""Selectors of commitments (台账的读操作): suggestions and what became of them, the ledger, the story of one commitment."""
