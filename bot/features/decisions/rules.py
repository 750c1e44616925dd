"""How decisions by consent work: pure functions; no database, no clock, no chat."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.words import fold
from scheduling.public_holidays import working_day_in

LONGEST_TITLE, LONGEST_TEXT, LONGEST_WORDS = 150, 2000, 600
SOONEST, LATEST = timedelta(hours=1), timedelta(days=90)
USUAL_DAYS, USUAL_HOUR = 7, time(18)
USUAL_QUORUM, LEAST_ANSWERS = 50, 3
REVIEW_MONTHS, REVIEW_HOUR = 6, time(9)
REVIEW_BEFORE, REVIEW_LASTS = timedelta(days=7), timedelta(days=5)
SHARED = 0.5
"""From this share of its significant words on, a proposal may have been decided before."""

CONSENT, CONCERN, OBJECTION, ASIDE = "consent", "concern", "objection", "aside"
ANSWERS = (CONSENT, CONCERN, OBJECTION, ASIDE)
KEEP, CHANGE, DROP = "keep", "change", "drop"
REVIEWS = (KEEP, CHANGE, DROP)
"""The answers of a consent round, and those of the fast track of a review."""

WITH_WORDS = frozenset({CONCERN, OBJECTION, CHANGE, DROP})
"""The answers that need words."""


class Verdict(StrEnum):
    """How a consent round ends."""

    ADOPTED = "adopted"
    OBJECTED = "objected"  # enough took part, and an objection stands
    UNDECIDED = "undecided"  # too few took part: silence is not consent


def needed(roll: int, quorum: int) -> int:
    """How many answers a round needs: `quorum` per cent of the roll, three at the least."""
    return max(LEAST_ANSWERS, math.ceil(roll * quorum / 100))


def verdict(roll: int, quorum: int, answered: int, objections: int) -> Verdict:
    """How a round with so many answers and open objections ends.

    `roll` counts those who were asked, without those who left unheard.
    """
    if answered < needed(roll, quorum):
        return Verdict.UNDECIDED
    return Verdict.OBJECTED if objections else Verdict.ADOPTED


class Renewal(StrEnum):
    """How the fast track of a review ends."""

    KEPT = "kept"
    FULL = "full"  # somebody would change or drop it: a full round
    SILENT = "silent"  # nobody said anything: nothing is renewed


def renewal(answers: Iterable[str]) -> Renewal:
    """How a fast track with these answers ends."""
    given = set(answers)
    if given & {CHANGE, DROP}:
        return Renewal.FULL
    return Renewal.KEPT if KEEP in given else Renewal.SILENT


def code(year: int, ordinal: int) -> str:
    """What a decision is called for good: "D-2026-007"."""
    return f"D-{year}-{ordinal:03d}"


def code_in(words: str) -> tuple[int, int] | None:
    """The year and number in "D-2026-007", "d2026-7"; None for anything else."""
    found = re.fullmatch(r"d[- ]?(\d{4})[- ](\d{1,6})", fold(words))
    return (int(found[1]), int(found[2])) if found else None


# ── dates ───────────────────────────────────────────────────────────────────────────────────────


def usual_deadline(today: date, country: str = "") -> datetime:
    """Wall time at which a round usually closes: a week later at 18:00, on a working day."""
    return datetime.combine(working_day_in(country, today + timedelta(days=USUAL_DAYS)), USUAL_HOUR)


def typed_deadline(wall: datetime, zone: str, reader: str) -> str:
    """A deadline as somebody in the zone `reader` would type it: another zone is named."""
    return f"{wall:%Y-%m-%d %H:%M}" + ("" if zone == reader else f" {zone}")


def review_day(decided: date) -> date:
    """The day by which a decision is looked at again: six months later, or that month's last day."""
    month = decided.month - 1 + REVIEW_MONTHS
    year, month = decided.year + month // 12, month % 12 + 1
    return date(year, month, min(decided.day, monthrange(year, month)[1]))


def review_opens(day: date) -> datetime:
    """Wall time at which the fast track of a review opens: a week before its day, at nine."""
    return datetime.combine(day - REVIEW_BEFORE, REVIEW_HOUR)


# ── what was decided before ─────────────────────────────────────────────────────────────────────

_SMALL_WORDS = """
    a about after again all also an and any are as at be because been before but by can could did do
    does each every few for from had has have her his how if in into is it its just let may might more
    most must my no nor not of off on one only or other our out over own same shall she should so some
    such than that the their them then there these they this those through to too under until up us
    very was we were what when where which while who whom why will with would yet you your decide
    decision propose proposal proposed always
    ai as au aussi autre autres aux avant avec avoir c ce cela ces cet cette ceux chaque ci comme d
    dans de depuis des doit doivent donc du elle elles en encore entre est et etre eux fait faire faut
    il ils j je l la le les leur leurs lors lui m ma mais me meme mes moins mon n ne ni nos notre nous
    on ont ou par pas pendant peu peut plus pour puis qu quand que quel quelle quelles quels qui quoi
    s sa sans se sera seront ses si soit son sont sous sur t ta te tes toi ton toujours tous tout
    toute toutes tres tu un une vers vos votre vous y decider decidons proposer proposition proposons
"""
_STOP = frozenset(_SMALL_WORDS.split())
"""Words that say nothing of what a proposal is about, in English and French, folded."""


def significant(*words: str) -> frozenset[str]:
    """The words that say what something is about: without accents and case, without small words."""
    found = re.findall(r"\w+", fold(" ".join(words).replace("\u2019", "'")))
    return frozenset(word for word in found if len(word) > 1 and word not in _STOP)


def likeness(proposal: frozenset[str], decision: frozenset[str]) -> float:
    """Which share of a proposal's significant words a decision has, 0 to 1."""
    return len(proposal & decision) / len(proposal) if proposal else 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A decision to compare with: its id, and its significant words."""

    decision: int
    words: frozenset[str]


def alike(proposal: frozenset[str], decisions: Iterable[Candidate], most: int = 3) -> list[int]:
    """The decisions that a proposal shares half of its significant words with, likest first.

    Of those alike to the same degree, the newest comes first.
    """
    found = [(likeness(proposal, one.words), one.decision) for one in decisions]
    close = sorted((pair for pair in found if pair[0] >= SHARED), reverse=True)
    return [decision for _, decision in close[:most]]
