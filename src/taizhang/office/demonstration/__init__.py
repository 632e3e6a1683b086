"""Demonstration (演示): made-up people and a sample plan, so that a visitor can try everything; never real data."""
