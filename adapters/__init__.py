"""The edges: one folder a platform."""
