"""Comments (征求意见): what departments say of a draft, and what became of it."""
