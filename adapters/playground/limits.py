"""How much fits on the playground's page, and how fast it may change: its sizes and pace as data."""

from __future__ import annotations

from typing import Final

# ── what the page may send ──────────────────────────────────────────────────────────────────────
FRAME: Final = 256 * 1024  # bytes of one message from the page
LINE: Final = 12_000  # characters typed into the composer
VALUE: Final = 12_000  # characters of one value of a form
VALUES: Final = 40
NAME: Final = 60  # of a field, a place, a person
ROUTE: Final = 200
ID: Final = 64

# ── what is kept ────────────────────────────────────────────────────────────────────────────────
MESSAGES: Final = 300  # of one place, on the page
ANSWERS: Final = 40  # private ones, of one person
FILES: Final = 60  # to take away, of private answers
PRESSED: Final = 5_000  # remembered pairs of person and message

# ── time ────────────────────────────────────────────────────────────────────────────────────────
EDIT_EVERY: Final = 0.0  # a redraw costs nothing here: bars grow vote by vote
COLLEAGUES_SECONDS: Final = 6.0  # while colleagues answer
DRAIN_SECONDS: Final = 10.0
HEARTBEAT_SECONDS: Final = 30.0

# ── people ──────────────────────────────────────────────────────────────────────────────────────
SILENT: Final = 2  # colleagues who let a question pass
