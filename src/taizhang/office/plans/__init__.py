"""Plans (计划): files received, what was read in them, and the pages that show it."""
