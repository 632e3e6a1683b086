"""Life of a plan (计划的一生): the steps it walks through, who moved it, the resolution that froze its text."""
