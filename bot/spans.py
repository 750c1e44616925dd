"""Spans of days as people type them: "1–15 Aug", « jusqu'à vendredi », "two weeks from monday".

Single days are read as everywhere (`bot.date_readings`). As with dates, what may be two things is
refused with a proposal, and whoever acts on a span repeats it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from babel.dates import format_date

from bot.date_readings import months_later
from bot.date_words import Misread, french_or_english
from bot.span_readings import Days, openings, spans
from bot.span_words import spell_span
from bot.text import Text, Words, text
from scheduling.calendar import local

YEARS_AHEAD = 2
LONGEST = 366
# Without a year typed, a span that goes on into the next one and is longer may be a slip.
_HALF_A_YEAR = 183
_TWO_MONTHS, _A_WEEK = 62, 7
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A span of days: the first and the last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1


def read_span(words: str, *, now: datetime, zone: str, language: str) -> Span | Text:
    """Take days as typed, the instant at which and the author's zone; give them, or what to type.

    French and English are read whatever `language` is; it settles what the two read differently
    ("3/5"), and words the proposal. Rules: days without a year are the first that are not over;
    "until" starts today, and a week on Monday; nothing ends before it begins, is over, lasts more
    than a year or begins more than two years ahead; nothing is guessed.
    """
    judge = _Judge(words, local(now, zone).date(), french_or_english(language))
    spelled = spell_span(words)
    return judge.choose(spans(spelled, judge.today)) or judge.without_end(
        openings(spelled, judge.today)
    )


def write_span(span: Span, language: str) -> str:
    """Write a span in full, so that it reads back as itself: "3 May 2027 to 10 May 2027"."""
    french = french_or_english(language) == "fr"
    first, last = (_write(day, french=french) for day in (span.first, span.last))
    if span.days == 1:
        return first
    return f"du {first} au {last}" if french else f"{first} to {last}"


def _write(day: date, *, french: bool) -> str:
    shape = "d'er' MMMM y" if french and day.day == 1 else "d MMMM y"
    return format_date(day, shape, locale="fr" if french else "en")


@dataclass(frozen=True, slots=True)
class _Judge:
    """Says yes to what the words of one phrase mean, or what to type instead."""

    words: str
    today: date
    tongue: str

    def choose(self, meanings: Iterable[list[Days]]) -> Span | Text | None:
        """Give the one outcome of all meanings, a question where there are several.

        Those in the reader's language count if there are any, and what exists if anything does.
        """
        found = list(meanings)
        mine = [each for each in found if each[0].tongue == self.tongue] or found
        outcomes = list(dict.fromkeys(self._judged(each) for each in mine))
        possible = [each for each in outcomes if not _is_impossible(each)] or outcomes[:1]
        if len(possible) > 1:
            first = next((each for each in possible if isinstance(each, Span)), None)
            return self._refused("ambiguous", first)
        return possible[0] if possible else None

    def without_end(self, starts: list[Days]) -> Text:
        """Refuse days that begin and do not end, or words that are no days at all."""
        if starts:
            return self._refused("open", _week_from(starts[0].first))
        return self._refused("unknown", None)

    def _judged(self, years: list[Days]) -> Span | Text:
        """Take the same days in several years; say yes to the first that is not over."""
        found = next((each for each in years if each.last >= self.today), years[-1])
        meant = Span(found.first, found.last)
        if found.why is Misread.too_far or meant.first > self._furthest:
            return text("date-too-far", given=Words(self.words[:60]))
        if found.why is not None:
            impossible = found.why is Misread.impossible
            return self._refused("impossible" if impossible else "ambiguous", meant)
        into_next_year = found.yearless and meant.first.year < meant.last.year
        if meant.days < 1 or (into_next_year and _is_backwards(meant)):
            return self._refused("ends-early", self._to_come(Span(meant.last, meant.first)))
        if meant.last < self.today:
            return self._refused("past", self._to_come(meant))
        if meant.days > LONGEST:
            first = max(meant.first, self.today)
            return self._refused("too-long", Span(first, months_later(first, 12).on - _DAY))
        if into_next_year and meant.days > _HALF_A_YEAR:
            return self._refused("ambiguous", Span(years[-1].first, years[-1].last))
        return self._refused("ambiguous", meant) if self._is_doubtful(meant, years) else meant

    def _is_doubtful(self, meant: Span, years: list[Days]) -> bool:
        """Say whether "from the 28th to the 3rd", typed on the 2nd, may be next month's as well."""
        soon = any(0 < (each.first - meant.first).days < _TWO_MONTHS for each in years)
        return soon and meant.first < self.today and meant.first.month != meant.last.month

    def _refused(self, why: str, proposal: Span | None) -> Text:
        """Refuse the phrase with a proposal that would be understood."""
        if proposal is None or not (
            proposal.first <= self._furthest
            and self.today <= proposal.last
            and 1 <= proposal.days <= LONGEST
        ):
            proposal = _week_from(self.today)
        written = Words(write_span(proposal, self.tongue))
        return text(f"span-{why}", given=Words(self.words[:60]), proposal=written)

    @property
    def _furthest(self) -> date:
        return months_later(self.today, 12 * YEARS_AHEAD).on

    def _to_come(self, span: Span) -> Span:
        """Give such days when they are next; what was over a moment ago, from today on."""
        if 0 < (self.today - span.last).days < _A_WEEK:
            return Span(self.today, self.today + (span.last - span.first))
        last = _in_year(span.last, max(span.last.year, self.today.year))
        if last < self.today:
            last = _in_year(last, last.year + 1)
        first = _in_year(span.first, last.year)
        return Span(first if first <= last else _in_year(first, last.year - 1), last)


def _is_impossible(outcome: Span | Text) -> bool:
    return isinstance(outcome, Text) and outcome.key == "span-impossible"


def _is_backwards(span: Span) -> bool:
    """Say whether days of one month were typed the wrong way round: "10 May to 3 May"."""
    return span.first.month == span.last.month and span.first.day > span.last.day


def _in_year(day: date, year: int) -> date:
    return months_later(day, 12 * (year - day.year)).on


def _week_from(first: date) -> Span:
    return Span(first, first + (_A_WEEK - 1) * _DAY)
