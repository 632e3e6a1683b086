"""Tables (分解表): what was assigned and divided, out to Excel and Word, and in again after a look at the differences."""
