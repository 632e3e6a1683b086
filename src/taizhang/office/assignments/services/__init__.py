"""Services of assignments (责任分解的写操作): draft, hand out, sign for, query, hand over, adjust — each leaves its event."""
