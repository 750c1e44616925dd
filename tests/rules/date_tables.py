"""The tables of phrases put together and cut in two: one half to build with, one only to measure.

The half is decided by the phrase alone, so that it stays where it is however the tables grow. The
failures of the measured half are not looked at: they say how the grammar does on what it was not
made for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from tests.rules import english_dates, french_dates
from tests.rules.date_phrases import ENGLISH, FRENCH
from tests.rules.slot_phrases import (
    ENGLISH_LENGTHS,
    ENGLISH_SLOTS,
    FRENCH_LENGTHS,
    FRENCH_SLOTS,
)

MONDAY = "2026-11-02 10:00 Europe/Paris"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words typed into a field ("date", "slot" or "length"), when and where, and what they give."""

    words: str
    field: str
    language: str
    typed: str
    expected: str

    @property
    def measured(self) -> bool:
        """Whether it only measures; what the grammar was first made for never does."""
        known = self.words in FRENCH or self.words in ENGLISH
        return not known and sha256(self.words.encode()).digest()[0] % 2 == 1


def _phrases(
    language: str,
    dates: Mapping[str, Mapping[str, str]],
    slots: Mapping[str, str],
    lengths: Mapping[str, int | None],
) -> tuple[Phrase, ...]:
    return (
        *(
            Phrase(words, "date", language, typed, expected)
            for typed, table in dates.items()
            for words, expected in table.items()
        ),
        *(Phrase(words, "slot", language, MONDAY, each) for words, each in slots.items()),
        *(
            Phrase(words, "length", language, MONDAY, "refused" if each is None else f"+{each}")
            for words, each in lengths.items()
        ),
    )


PHRASES = (
    *_phrases("fr", french_dates.DATES, FRENCH_SLOTS, FRENCH_LENGTHS),
    *_phrases("en", english_dates.DATES, ENGLISH_SLOTS, ENGLISH_LENGTHS),
)
