"""The memory: one SQLite file, and what stands in it."""
