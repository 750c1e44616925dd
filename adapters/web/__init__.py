"""The web: what Ronde looks up there for people, and how it keeps out of places that are not public."""
