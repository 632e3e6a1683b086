"""Selectors of assignments (责任分解的读操作): the division of a plan, what a unit holds, the record of one assignment."""
