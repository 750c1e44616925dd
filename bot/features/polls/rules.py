"""How a poll works: pure functions; no database, no clock, no chat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.words import fold
from scheduling.public_holidays import working_day_in

LEAST_OPTIONS, MOST_OPTIONS = 2, 20
LONGEST_OPTION, LONGEST_QUESTION = 75, 300
"""What Slack and Discord can both show."""

SOONEST, LATEST = timedelta(minutes=5), timedelta(days=90)
SHORTEN_TO = timedelta(hours=1)
USUAL_DAYS, USUAL_HOUR = 7, time(18)
CORRECT_WITHIN = timedelta(minutes=60)
REOPEN_WITHIN = timedelta(days=7)
CHANGE_OF_MIND = timedelta(minutes=10)
RUN_OFF_LASTS = timedelta(hours=24)
THRESHOLD = 5
"""Fewer answers than this say too much about each: an anonymous result stays masked."""

SMALL_COMMUNITY = 5


def clean(words: str) -> str:
    """Words as they are kept: trimmed, spaces collapsed."""
    return " ".join(words.split())


def twins(options: Iterable[str]) -> tuple[str, str] | None:
    """Two options that read the same (case, accents and spaces aside), or None."""
    seen: dict[str, str] = {}
    for option in options:
        folded = fold(option)
        if folded in seen:
            return seen[folded], option
        seen[folded] = option
    return None


def usual_deadline(today: date, country: str = "") -> datetime:
    """Wall time of the usual deadline: a week later at 18:00, moved to the next working day.

    Public holidays are those of the community's country.
    """
    return datetime.combine(working_day_in(country, today + timedelta(days=USUAL_DAYS)), USUAL_HOUR)


def typed_deadline(wall: datetime, zone: str, reader: str) -> str:
    """A deadline as somebody in the zone `reader` would type it: another zone is named."""
    return f"{wall:%Y-%m-%d %H:%M}" + ("" if zone == reader else f" {zone}")


@dataclass(frozen=True, slots=True)
class Vote:
    """What a press leads to: the ballot as it is now, and whether it changed."""

    ballot: frozenset[int]
    changed: bool
    full: bool = False  # the option was refused: all choices are used


def press(ballot: frozenset[int], choice: int, most: int) -> Vote:
    """Pressing an option: a single choice moves; a further one is added while there is room.

    Pressing a chosen option changes nothing: a nervous double click loses no vote.
    """
    if choice in ballot:
        return Vote(ballot, changed=False)
    if most == 1:
        return Vote(frozenset({choice}), changed=True)
    if len(ballot) >= most:
        return Vote(ballot, changed=False, full=True)
    return Vote(ballot | {choice}, changed=True)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a poll ended: the best options (several: a tie) and their votes."""

    best: tuple[int, ...] = ()
    votes: int = 0

    @property
    def tie(self) -> bool:
        """Whether several options share the first place."""
        return len(self.best) > 1

    @property
    def empty(self) -> bool:
        """Whether nobody answered."""
        return not self.best


def outcome(totals: Mapping[int, int]) -> Outcome:
    """Who wins, without any hidden tie-break."""
    most = max(totals.values(), default=0)
    if most == 0:
        return Outcome()
    return Outcome(tuple(sorted(spot for spot, count in totals.items() if count == most)), most)


def share(count: int, voters: int) -> float:
    """The part of the voters who chose an option, 0 to 1."""
    return count / voters if voters else 0.0


def counts_visible(results: str, state: str, *, voted: bool, private: bool) -> bool:
    """Whether a reader may see counts: `private` is a private answer, else the channel.

    live: everyone; after-vote: privately, after voting; at-close: nobody until it is closed.
    """
    if state == "closed":
        return True
    if state == "cancelled":
        return False
    if results == "live":
        return True
    return results == "after-vote" and private and voted


def exportable(results: str, state: str) -> bool:
    """Whether a result may leave as a file: never before everybody may see it."""
    return counts_visible(results, state, voted=False, private=True)


def masked(secrecy: str, voters: int) -> bool:
    """Whether an anonymous result stays masked: too few answers."""
    return secrecy == "anonymous" and voters < THRESHOLD
