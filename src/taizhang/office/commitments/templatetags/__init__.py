"""Template tags of commitments (台账的模板标签)."""
