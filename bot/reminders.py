"""When those who have not answered are reminded: one rule for all that has a deadline."""

from __future__ import annotations

from datetime import datetime, timedelta


def marks(opened: datetime, closes: datetime, reminders: int | None) -> tuple[datetime, ...]:
    """When to remind those who have not answered.

    Open five days or more: 48 h before the end; two to five: 24 h before; less: not at all. The
    option sets how many: none, one, or two (the second half-way from the first to the end). One
    asked for on what is open under two days goes half-way through.
    """
    length = closes - opened
    if reminders == 0:
        return ()
    if length >= timedelta(days=5):
        first = closes - timedelta(hours=48)
    elif length >= timedelta(days=2):
        first = closes - timedelta(hours=24)
    elif reminders:
        first = opened + length / 2
    else:
        return ()
    return (first,) if reminders in (None, 1) else (first, first + (closes - first) / 2)
