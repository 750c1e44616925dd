"""One reading of one phrase: cut in every way into words for a day and words for an hour.

Every meaning is found and judged by when and where its author stands; `bot.dates` and `bot.slots`
say yes only where one is left.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TypeVar

from bot.date_readings import (
    Clock,
    Day,
    clocks,
    days,
    is_gone,
    lengths,
    lengths_ahead,
    months_later,
)
from bot.date_sentences import of_24_hours, places
from bot.date_spelling import spell_out
from bot.date_words import (
    LONGEST_PHRASE,
    PARTS,
    WEEKDAYS,
    Misread,
    Span,
    any_of,
    bare,
    french_or_english,
)
from bot.date_zones import zone_typed
from scheduling.calendar import WallKind, beyond_gap, local, resolve

YEARS_AHEAD = 2
_DAY = timedelta(days=1)
_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Understood:
    """A date as understood: what to keep (wall time and zone), and the instant it is today.

    `date_only` says that no hour was typed: the wall time is then 23:59:59, as for a deadline.
    """

    wall: datetime
    zone: str
    instant: datetime
    date_only: bool
    kind: WallKind


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A phrase that was refused: why, the words, and a wall time to propose, in `zone`, if any."""

    why: Misread
    words: str
    proposal: datetime | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of the words, before it is judged; with `why`, one they cannot have.

    `ends`, or `minutes` later, is when it ends, where that was said. `hourless`: a day was said and
    no hour; `part`: no more than a part of the day.
    """

    wall: datetime | None
    date_only: bool = False
    tongue: str = ""
    why: Misread | None = None
    instant: datetime | None = None
    ends: datetime | None = None
    minutes: int | None = None
    hourless: bool = False
    part: bool = False


Outcome = TypeVar("Outcome")

_DATE, _TIME = (
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})",
    r"([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{3,6})?)?)",
)
# With a space, "14:00-15:00" is a stretch of time and no distance from UTC.
_MOMENT = re.compile(
    rf"{_DATE}(?:t{_TIME} ?(z|[+-][0-9]{{2}}:?[0-9]{{2}})?| {_TIME} ?(z|\+[0-9]{{2}}:?[0-9]{{2}})?)"
)
# Nobody knows whether "friday 6" is a day or an hour, or "jeudi 10-12" a date or two hours.
_DAY_OR_HOUR = re.compile(
    rf"(?:on )?({any_of(w for w, (_, tongue) in WEEKDAYS.items() if tongue == 'en')}) ([0-9]{{1,2}})"
)
_TWO_NUMBERS = re.compile(r"(?:.* )?[0-9]{1,2}-[0-9]{1,2}")


class Reader:
    """One reading of one phrase: what was typed, and where and when its author stands.

    `hours` reads the words for an hour.
    """

    def __init__(
        self,
        words: str,
        now: datetime,
        zone: str,
        language: str,
        hours: Callable[[str], Iterable[Clock]] = clocks,
    ) -> None:
        """Spell the words; a zone typed after them counts instead of the author's."""
        self.words, self.now, self._hours = words, now, hours
        self.tongue = french_or_english(language)
        text = bare(words) if len(words) <= LONGEST_PHRASE else ""
        ours = next((place for place in places(zone) if text.endswith(place)), "")
        if ours:  # our own sentence, copied from a card
            text, typed = of_24_hours(text.removesuffix(ours)), ""
        else:
            text, typed = zone_typed(words if text else "")
        self.zone = typed or zone
        self.wall = local(now, self.zone)
        self.today = self.wall.date()
        self.text = spell_out(text)

    def outcomes(self) -> list[Understood | NotUnderstood]:
        """Give every distinct outcome, in the order of the meanings found."""
        return distinct(self.meanings(self.text), self.tongue, self.judged)

    def meanings(self, text: str) -> Iterator[Meaning]:
        """Give every meaning of some spelled words."""
        yield from _moments(text, self.zone)
        yield from self._lengths(text)
        if not _TWO_NUMBERS.fullmatch(text):
            yield from (_at(day, None) for day in days(text, self.today))
        if found := _DAY_OR_HOUR.fullmatch(text):
            yield from self._pairs(found[1], f"at {found[2]}")
        yield from self._next_hours(text)
        tokens = text.split(" ")
        orders = [tokens]
        if tokens[-1] in PARTS:  # "8h demain soir": the evening goes with the hour
            orders.append([tokens[-1], *tokens[:-1]])
        for order in orders:
            for cut in range(1, len(order)):
                left, right = " ".join(order[:cut]), " ".join(order[cut:])
                yield from self._pairs(left, right)
                yield from self._pairs(right, left)

    def judged(self, meaning: Meaning) -> Understood | NotUnderstood:
        """Say whether a meaning can be kept, or why not."""
        wall, why = meaning.wall, meaning.why
        if wall is None:
            return self.refused(why or Misread.unknown)
        if why is None and wall > self._limit():
            why = Misread.too_far
        if why is None and wall < self.wall - 2 * _DAY:
            why = Misread.past
        if why is not None:
            return self.refused(why, self._proposal(wall, why))
        read = resolve(wall, self.zone)
        if read.instant != (meaning.instant or read.instant):
            # The second of two equal wall times has no name of its own: an hour later has.
            return self.refused(Misread.ambiguous, self._safe(wall + timedelta(hours=1)))
        if read.instant <= self.now:
            return self.refused(Misread.past, self._proposal(wall, Misread.past))
        if read.kind is WallKind.gap:
            return self.refused(Misread.gap, self._safe(beyond_gap(wall, self.zone)))
        return Understood(wall, self.zone, read.instant, meaning.date_only, read.kind)

    def refused(self, why: Misread, proposal: datetime | None = None) -> NotUnderstood:
        """Refuse the phrase."""
        return NotUnderstood(why, self.words, proposal, self.zone)

    def _pairs(self, day_words: str, hour_words: str) -> Iterator[Meaning]:
        hours = list(self._hours(hour_words))
        if not hours:
            return
        for day in (*days(day_words, self.today), *self._days_away(day_words)):
            for clock in hours:
                begins_today = day.on == self.today and clock.midnight and not clock.end
                if not begins_today:
                    yield _at(day, clock)

    def _next_hours(self, text: str) -> Iterator[Meaning]:
        """Rule: an hour alone is the next one after now."""
        if text in PARTS:
            return
        for clock in self._hours(text):
            if clock.midnight and not clock.end:
                continue
            today = _at(Day(self.today), clock)
            gone = today.wall is not None and resolve(today.wall, self.zone).instant <= self.now
            yield _at(Day(self.today + _DAY), clock) if gone else today

    def _lengths(self, text: str) -> Iterator[Meaning]:
        """Read "+3d", "dans 2 heures", "in a week", "3 jours"; refuse "2 days ago".

        Days and months keep the time on the wall, hours and minutes are real ones.
        """
        yield from (self._away(length) for length in lengths(text))
        if is_gone(text):
            yield Meaning(None, why=Misread.past)

    def _days_away(self, text: str) -> Iterator[Day]:
        """Read the day in "dans 3 jours à 14h"."""
        for length in lengths_ahead(text):
            meaning = self._away(length)
            if meaning.hourless and meaning.wall is not None:
                yield Day(meaning.wall.date(), why=meaning.why)

    def _away(self, length: Span) -> Meaning:
        day = months_later(self.today, length.months)
        hourless = not length.minutes
        try:
            wall = datetime.combine(day.on + length.days * _DAY, self.wall.time())
        except OverflowError:
            return Meaning(None, why=Misread.too_far)
        if day.why or wall > self._limit():
            return Meaning(wall, why=day.why or Misread.too_far, hourless=hourless)
        if hourless:
            return Meaning(wall, hourless=True)
        start = (
            resolve(wall, self.zone).instant if day.on != self.today or length.days else self.now
        )
        instant = start + timedelta(minutes=length.minutes)
        return Meaning(local(instant, self.zone), instant=instant)

    def _proposal(self, wall: datetime, why: Misread) -> datetime | None:
        """Propose tomorrow for an hour that is over, the next such date for a date long over."""
        if why is Misread.too_far:
            return None
        if why is not Misread.past:
            return self._safe(wall)
        if wall.date() == self.today:
            return self._safe(wall + _DAY)
        if self.wall - wall < 7 * _DAY or (wall.month, wall.day) == (2, 29):
            return None
        this_year = wall.replace(year=self.today.year)
        return self._safe(this_year) or self._safe(this_year.replace(year=self.today.year + 1))

    def _safe(self, wall: datetime) -> datetime | None:
        """Give `wall` if it would be understood, so that accepting a proposal always works."""
        if not self.wall - 2 * _DAY < wall <= self._limit():
            return None
        read = resolve(wall, self.zone)
        return wall if read.kind is not WallKind.gap and read.instant > self.now else None

    def _limit(self) -> datetime:
        last = months_later(self.today, 12 * YEARS_AHEAD).on
        return datetime.combine(last, self.wall.time())


def distinct(
    meanings: Iterable[Meaning],
    tongue: str,
    judge: Callable[[Meaning], Outcome | NotUnderstood],
) -> list[Outcome | NotUnderstood]:
    """Judge meanings, those in the reader's language if there are any, and give each outcome once.

    What does not exist counts only where nothing else is meant.
    """
    found = list(meanings)
    mine = [each for each in found if each.tongue == tongue]
    outcomes = list(dict.fromkeys(judge(each) for each in mine or found))
    possible = [
        each
        for each in outcomes
        if not isinstance(each, NotUnderstood) or each.why is not Misread.impossible
    ]
    return possible or outcomes[:1]


def _moments(text: str, zone: str) -> Iterator[Meaning]:
    """Read "2026-11-03T14:00", "2026-11-03 14:00+01:00"."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        return
    hour, offset = found[2] or found[4], found[3] or found[5] or ""
    try:
        typed = datetime.fromisoformat(f"{found[1]}T{hour}{offset.upper()}")
        if typed.tzinfo is None:
            yield Meaning(typed)
        else:
            yield Meaning(local(typed, zone), instant=typed.astimezone(UTC))
    except (ValueError, OverflowError):
        yield Meaning(None, why=Misread.impossible)


def _at(day: Day, clock: Clock | None) -> Meaning:
    """Put a day and an hour together; a day alone lasts until its last second."""
    if clock is None:
        wall = datetime.combine(day.on, _LAST_SECOND)
        return Meaning(wall, True, day.tongue, day.why, hourless=True)
    if clock.wrong:
        return Meaning(None, tongue=day.tongue, why=Misread.impossible)
    wall = datetime.combine(day.on, time(clock.hour, clock.minute)) + clock.end * _DAY
    if clock.early:
        return Meaning(wall, False, day.tongue, Misread.ends_early)
    ends = None
    if clock.until is not None:
        ends = datetime.combine(day.on, time()) + timedelta(minutes=clock.until)
    return Meaning(wall, False, day.tongue, day.why, ends=ends, part=clock.part)
