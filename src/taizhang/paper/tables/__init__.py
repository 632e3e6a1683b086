"""Tables (附表): indicator tables and project lists understood row by row."""
