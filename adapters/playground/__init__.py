"""The playground: a local chat page that speaks to the same engine, no account needed."""
