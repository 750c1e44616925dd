"""The clockwork: what is due is pressed, and what people see is made to match the records."""
