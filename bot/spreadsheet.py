"""Tables for spreadsheets: what they would run as a formula is taken for words."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")


def safe(cell: str) -> str:
    """A cell that a spreadsheet takes for words: a formula's first sign gets a quote in front."""
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def sheet(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of cells as CSV: UTF-8 with a byte order mark, so that spreadsheets read accents."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
