"""How objectives are read and judged: "12 → 30", progress, and when one is in force or overdue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

KINDS = ("strategic", "operational")
LONGEST_SENTENCE, LONGEST_INDICATOR, LONGEST_RANGE = 300, 150, 60
LONGEST_REASON, LONGEST_UNIT = 600, 20

OPEN_FOR = timedelta(days=7)
"""Posted for so long without an open objection, an objective is in force (feature 10, step 1)."""

REMIND_BEFORE = timedelta(days=7)
"""So long before its date an objective is recalled; an assessment from then on counts for it."""

_NUMBER = r"[-+]?\d+(?:[ ]\d{3})*(?:[.,]\d+)?"
_BETWEEN = r"(?:à|a|to|vers|jusqu'?à|until|up to|and|et)"
_UNIT = rf"(?:\s*%|\s*[^\W\d][^\d→>=%?…]{{0,{LONGEST_UNIT - 1}}}?)??"
_ARROW = r"\s*(?:->|=>|→|>|—|–|-|…|\.\.\.?|:)\s*"
_WORD = rf"\s+{_BETWEEN}\s+"
_FROM = r"(?:(?:passer|go|grow|rise)\s+)?(?:(?:from|between|baseline|de|du|entre|départ|depuis)\s*:?\s+)?"
_TO = (
    r"(?:(?:\?|unknown|inconnue?)\s*)?"
    r"(?:(?:->|=>|→|>|to|à|a|reach|target|goal|atteindre|cible|viser|objectif)\s*:?\s*)*"
)
_BOTH = re.compile(
    rf"{_FROM}({_NUMBER})({_UNIT})(?:{_ARROW}|{_WORD})({_NUMBER})({_UNIT})\.?", re.IGNORECASE
)
_ONE = re.compile(rf"{_TO}({_NUMBER})({_UNIT})\.?", re.IGNORECASE)
_ENGLISH_THOUSANDS = re.compile(r"(?<!\d)(\d{1,3})((?:,\d{3})+)(?![\d,])")


@dataclass(frozen=True, slots=True)
class Range:
    """From where to where: `baseline` None where nobody knows it. `unit` is "%", words, or nothing."""

    baseline: float | None
    target: float
    unit: str = ""


def read_range(words: str, language: str = "en") -> Range | None:
    """ "12 → 30", "de 12 à 30 %", "from 12 to 30", "30"; None for what is neither one nor two numbers.

    A decimal comma is read in both languages; only in English "1,200" is twelve hundred.
    """
    typed = _tidy(words)
    if language != "fr":
        typed = _ENGLISH_THOUSANDS.sub(lambda m: m[1] + m[2].replace(",", ""), typed)
    if len(typed) > LONGEST_RANGE:
        return None
    both = _BOTH.fullmatch(typed)
    if both is not None:
        unit = both[4].strip() or both[2].strip()
        return Range(_number(both[1]), _number(both[3]), unit)
    one = _ONE.fullmatch(typed)
    return Range(None, _number(one[1]), one[2].strip()) if one is not None else None


def read_value(words: str, language: str = "en") -> float | None:
    """ "34", "34,5 %", "1 200"; None for what is not one number."""
    found = read_range(words, language)
    return found.target if found is not None and found.baseline is None else None


def _tidy(words: str) -> str:
    spaced = re.sub("[\u00a0\u202f\u2009\\s]+", " ", words).strip()
    return spaced.replace("\u2212", "-").replace("\u2019", "'").replace("\ufe0f", "")


def _number(said: str) -> float:
    return float(said.replace(" ", "").replace(",", "."))


def write_number(value: float, language: str = "en") -> str:
    """A number as a form shows it, to be read back as it is."""
    said = f"{value:.4f}".rstrip("0").rstrip(".")
    said = "0" if said in ("-0", "") else said
    return said.replace(".", ",") if language == "fr" else said


def write_range(found: Range, language: str = "en") -> str:
    """A range as a form shows it, to be read back as it is."""
    percent = "\u00a0%" if language == "fr" else "%"
    unit = percent if found.unit == "%" else f" {found.unit}" if found.unit else ""
    target = write_number(found.target, language) + unit
    if found.baseline is None:
        return target
    return f"{write_number(found.baseline, language)} → {target}"


def progress(baseline: float | None, target: float | None, current: float | None) -> float | None:
    """(current − baseline) ÷ (target − baseline), 0 to 1; None where that says nothing (R4)."""
    if baseline is None or target is None or current is None or baseline == target:
        return None
    return min(1.0, max(0.0, (current - baseline) / (target - baseline)))


def is_due(due: date | None, today: date) -> bool:
    """Whether its date comes within a week, or is over."""
    return due is not None and today >= due - REMIND_BEFORE


def is_overdue(due: date | None, assessed: date | None, today: date) -> bool:
    """Whether its date is over, and nobody assessed it for that."""
    if due is None or due >= today:
        return False
    return assessed is None or assessed < due - REMIND_BEFORE
