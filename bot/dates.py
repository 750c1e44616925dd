"""What people type for a date, taken to a wall time and a zone; and the sentence that repeats it.

A phrase is cut in every way into words for a day and words for an hour. It is understood when every
word was used and exactly one meaning is left; anything else is refused, with a proposal where there
is one. A wrong date that looks right costs a meeting, a question costs a second.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_timedelta, get_timezone_location

from bot.date_readings import (
    Clock,
    Day,
    clocks,
    days,
    is_gone,
    length_ahead,
    lengths,
    months_later,
)
from bot.date_words import (
    LONGEST_PHRASE,
    PARTS,
    Misread,
    Span,
    continued,
    french_or_english,
    span,
    spell,
)
from scheduling.calendar import (
    WallKind,
    beyond_gap,
    local,
    offset_at,
    offset_differs_that_day,
    resolve,
    zone_exists,
)

__all__ = [
    "Misread",
    "NotUnderstood",
    "Understood",
    "candidates",
    "say",
    "say_remaining",
    "understand",
    "understand_duration",
]

YEARS_AHEAD = 2
SUGGESTIONS = 5
_DAY = timedelta(days=1)
_LAST_SECOND = time(23, 59, 59)
_NO_BREAK = "\u00a0"
_MINUS = "\u2212"


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


def understand(
    words: str, *, now: datetime, zone: str, language: str = "en"
) -> Understood | NotUnderstood:
    """Take what somebody typed, the instant at which and their zone; give the date, or why not.

    French and English are read whatever `language` is; it only settles words that the two read
    differently ("03/04", "mar 3"). Rules: input without a zone is in the author's; a weekday is the
    next one after today; nothing past, more than two years ahead or inside the spring gap; nothing
    is guessed. Whoever acts on the result repeats it with `say`.
    """
    reader = _Reader(words, now, zone, language)
    found = reader.outcomes()
    if len(found) > 1:
        first = next((each.wall for each in found if isinstance(each, Understood)), None)
        return NotUnderstood(Misread.ambiguous, words, first, reader.zone)
    return found[0] if found else NotUnderstood(Misread.unknown, words, None, reader.zone)


def understand_duration(words: str) -> timedelta | None:
    """Take a length ("90m", "1h30", "2 heures", "half an hour"), give it, or None if it is none."""
    length = span(spell(words))
    if length is None or length.months:
        return None
    return timedelta(days=length.days, minutes=length.minutes)


def candidates(words: str, *, now: datetime, zone: str, language: str = "en") -> list[Understood]:
    """Take a date that is still being typed, give up to five that it may become, likeliest first.

    What `understand` gives comes first; where it gives none, the meanings between which it cannot
    choose, or its proposal. Without words: tomorrow, Friday, in a week, next Monday, in two weeks.
    """
    found: list[Understood] = []
    proposals: list[Understood] = []
    for phrase in continued(words.strip(), language):
        for each in _Reader(phrase, now, zone, language).outcomes():
            if isinstance(each, Understood):
                found.append(each)
            elif each.proposal is not None and phrase == words.strip():
                typed = _Reader(each.proposal.isoformat(), now, each.zone, language).outcomes()
                proposals += [it for it in typed if isinstance(it, Understood)]
    return list(dict.fromkeys(found + proposals))[:SUGGESTIONS]


def say(instant: datetime, zone: str, language: str, *, other_zones: bool = False) -> str:
    """Take an instant, give the sentence that repeats it to people in `zone`.

    "mardi 3 novembre 2026 à 14 h 00 (heure de Paris)", "Tuesday 3 November 2026 at 14:00 (Paris
    time)". Rule: the distance from UTC is added only where readers are in other zones
    (`other_zones`) or where the clock changes that day.
    """
    wall, tongue = local(instant, zone), french_or_english(language)
    offset = _say_offset(offset_at(instant, zone))
    place = _place(zone, tongue) or offset
    if place != offset and (other_zones or offset_differs_that_day(wall, zone)):
        place = f"{place}, {offset}"
    day = say_day(wall.date(), tongue)
    if tongue == "fr":
        return f"{day} à {wall.hour}{_NO_BREAK}h{_NO_BREAK}{wall:%M} ({place})"
    return f"{day} at {wall:%H:%M} ({place})"


def say_remaining(delta: timedelta, language: str) -> str:
    """Take a time left, give it in words ("in 2 days", "dans 3 heures"), rounded down.

    Minutes below two hours, hours below two days, days below sixty; a time gone by is "… ago".
    """
    seconds = abs(delta).total_seconds()
    unit, length = next((name, size) for name, size, least in _STEPS if seconds >= least * size)
    whole = timedelta(seconds=seconds // length * length) or timedelta(seconds=1)
    # The threshold keeps Babel from choosing a greater unit of its own.
    return format_timedelta(
        whole if delta >= timedelta() else -whole,
        granularity=unit,
        threshold=float("inf"),
        add_direction=True,
        locale=french_or_english(language),
    )


# Unit, its seconds, from how many on it is used.
_STEPS: tuple[tuple[Literal["month", "day", "hour", "minute"], int, int], ...] = (
    ("month", 30 * 86400, 2),
    ("day", 86400, 2),
    ("hour", 3600, 2),
    ("minute", 60, 0),
)


# Reading

_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[t ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{3,6})?)?)"
    r" ?(z|[+-][0-9]{2}:?[0-9]{2})?"
)
_ZONE = re.compile(r"(.*\S)\s+([A-Za-z]+/[A-Za-z0-9_+/-]+|UTC)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """One meaning of the words, before it is judged; with `why`, one they cannot have."""

    wall: datetime | None
    date_only: bool = False
    tongue: str = ""
    why: Misread | None = None
    instant: datetime | None = None


class _Reader:
    """One reading of one phrase: what was typed, and where and when its author stands."""

    def __init__(self, words: str, now: datetime, zone: str, language: str) -> None:
        self.words, self.now, self.zone = words, now, zone
        self.tongue = french_or_english(language)
        typed = _ZONE.fullmatch(words.strip()) if len(words) <= LONGEST_PHRASE else None
        if typed and zone_exists(typed[2]):
            words, self.zone = typed[1], typed[2]
        self.wall = local(now, self.zone)
        self.today = self.wall.date()
        self.text = spell(words)
        if self.text.endswith(")"):  # our own sentence, copied from a card
            for place in _places(self.zone):
                self.text = self.text.removesuffix(place)

    def outcomes(self) -> list[Understood | NotUnderstood]:
        """Give every distinct outcome, in the order of the meanings found."""
        meanings = list(self._meanings())
        mine = [each for each in meanings if each.tongue == self.tongue]
        judged = list(dict.fromkeys(self._judged(each) for each in mine or meanings))
        possible = [
            each
            for each in judged
            if isinstance(each, Understood) or each.why is not Misread.impossible
        ]
        return possible or judged[:1]

    def _meanings(self) -> Iterator[_Meaning]:
        yield from self._moments(self.text)
        yield from self._lengths(self.text)
        yield from (_at(day, None) for day in days(self.text, self.today))
        yield from self._next_clocks(self.text)
        tokens = self.text.split(" ")
        orders = [tokens]
        if tokens[-1] in PARTS:  # "8h demain soir": the evening goes with the hour
            orders.append([tokens[-1], *tokens[:-1]])
        for order in orders:
            for cut in range(1, len(order)):
                left, right = " ".join(order[:cut]), " ".join(order[cut:])
                yield from self._pairs(left, right)
                yield from self._pairs(right, left)

    def _pairs(self, day_words: str, clock_words: str) -> Iterator[_Meaning]:
        hours = list(clocks(clock_words))
        if not hours:
            return
        for day in (*days(day_words, self.today), *self._days_away(day_words)):
            for clock in hours:
                begins_today = day.on == self.today and clock.midnight and not clock.end
                if not begins_today:
                    yield _at(day, clock)

    def _next_clocks(self, text: str) -> Iterator[_Meaning]:
        """Rule: an hour alone is the next one after now."""
        if text in PARTS:
            return
        for clock in clocks(text):
            if clock.midnight and not clock.end:
                continue
            today = _at(Day(self.today), clock)
            gone = today.wall is not None and resolve(today.wall, self.zone).instant <= self.now
            yield _at(Day(self.today + _DAY), clock) if gone else today

    def _moments(self, text: str) -> Iterator[_Meaning]:
        """Read "2026-11-03T14:00", "2026-11-03 14:00+01:00"."""
        found = _MOMENT.fullmatch(text)
        if found is None:
            return
        try:
            typed = datetime.fromisoformat("T".join(found.group(1, 2)) + (found[3] or "").upper())
            if typed.tzinfo is None:
                yield _Meaning(typed)
            else:
                yield _Meaning(local(typed, self.zone), instant=typed.astimezone(UTC))
        except (ValueError, OverflowError):
            yield _Meaning(None, why=Misread.impossible)

    def _lengths(self, text: str) -> Iterator[_Meaning]:
        """Read "+3d", "dans 2 heures", "in a week", "3 jours"; refuse "2 days ago".

        Days and months keep the time on the wall, hours and minutes are real ones.
        """
        yield from (self._away(length) for length in lengths(text))
        if is_gone(text):
            yield _Meaning(None, why=Misread.past)

    def _days_away(self, text: str) -> Iterator[Day]:
        """Read the day in "dans 3 jours à 14h"."""
        length = length_ahead(text)
        if length is not None and not length.minutes:
            meaning = self._away(length)
            if meaning.wall is not None:
                yield Day(meaning.wall.date(), why=meaning.why)

    def _away(self, length: Span) -> _Meaning:
        day = months_later(self.today, length.months)
        try:
            wall = datetime.combine(day.on + length.days * _DAY, self.wall.time())
        except OverflowError:
            return _Meaning(None, why=Misread.too_far)
        if day.why or wall > self._limit():
            return _Meaning(wall, why=day.why or Misread.too_far)
        if not length.minutes:
            return _Meaning(wall)
        start = (
            resolve(wall, self.zone).instant if day.on != self.today or length.days else self.now
        )
        instant = start + timedelta(minutes=length.minutes)
        return _Meaning(local(instant, self.zone), instant=instant)

    def _judged(self, meaning: _Meaning) -> Understood | NotUnderstood:
        wall, why = meaning.wall, meaning.why
        if wall is None:
            return self._refused(why or Misread.unknown)
        if why is None and wall > self._limit():
            why = Misread.too_far
        if why is None and wall < self.wall - 2 * _DAY:
            why = Misread.past
        if why is not None:
            return self._refused(why, self._proposal(wall, why))
        read = resolve(wall, self.zone)
        if read.instant != (meaning.instant or read.instant):
            # The second of two equal wall times has no name of its own: an hour later has.
            return self._refused(Misread.ambiguous, self._safe(wall + timedelta(hours=1)))
        if read.instant <= self.now:
            return self._refused(Misread.past, self._proposal(wall, Misread.past))
        if read.kind is WallKind.gap:
            return self._refused(Misread.gap, self._safe(beyond_gap(wall, self.zone)))
        return Understood(wall, self.zone, read.instant, meaning.date_only, read.kind)

    def _refused(self, why: Misread, proposal: datetime | None = None) -> NotUnderstood:
        return NotUnderstood(why, self.words, proposal, self.zone)

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


def _at(day: Day, clock: Clock | None) -> _Meaning:
    """Put a day and an hour together; a day alone lasts until its last second."""
    if clock is None:
        return _Meaning(datetime.combine(day.on, _LAST_SECOND), True, day.tongue, day.why)
    if clock.wrong:
        return _Meaning(None, tongue=day.tongue, why=Misread.impossible)
    wall = datetime.combine(day.on, time(clock.hour, clock.minute))
    return _Meaning(wall + _DAY if clock.end else wall, False, day.tongue, day.why)


@lru_cache(maxsize=1024)
def say_day(day: date, language: str) -> str:
    """Say a day alone: "Tuesday 3 November 2026"."""
    shape = "EEEE d MMMM y" if language == "en" or day.day > 1 else "EEEE d'er' MMMM y"
    return format_date(day, shape, locale=language)


@lru_cache(maxsize=512)
def _place(zone: str, language: str) -> str:
    """Name the zone by its city: "Paris time", "heure du Caire"; nothing if it has none ("UTC")."""
    if "/" not in zone or zone.startswith("Etc/"):
        return ""
    city = get_timezone_location(ZoneInfo(zone), locale=language, return_city=True).split("/")[-1]
    if zone == "America/Montreal":  # which the zone database keeps under Toronto's name
        city = "Montréal" if language == "fr" else "Montreal"
    if language == "en":
        return f"{city} time"
    if city.startswith("Le "):
        return f"heure du {city.removeprefix('Le ')}"
    vowel = spell(city)[:1] in tuple("aeiouy") and not city.startswith("Y")
    return f"heure d\u2019{city}" if vowel else f"heure de {city}"


@lru_cache(maxsize=512)
def _places(zone: str) -> tuple[str, ...]:
    return tuple(" " + spell(f"({_place(zone, tongue) or 'UTC+0'})") for tongue in ("en", "fr"))


def _say_offset(offset: timedelta) -> str:
    sign = _MINUS if offset < timedelta() else "+"
    hours, minutes = divmod(round(abs(offset).total_seconds() / 60), 60)
    return f"UTC{sign}{hours}" + (f":{minutes:02d}" if minutes else "")
