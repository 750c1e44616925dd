"""What people type for what comes again, taken to a rule; and the sentence that repeats it.

A phrase is taken apart: where it ends, when it begins, what it leaves out; what is left is cut in
every way into words for a rhythm and words for an hour. It is understood when every word was used
and exactly one meaning is left; anything else is refused, with what to write instead.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.date_readings import Clock, clocks
from bot.date_sentences import of_24_hours
from bot.date_spelling import spell_out
from bot.date_words import french_or_english
from bot.date_zones import zone_typed
from bot.dates import Misread, Understood, understand
from bot.recurrence_clauses import Refused, Unread, exceptions, starting, times, until
from bot.recurrence_readings import Reading, names_a_fifth, rhythms
from bot.recurrence_sentence import asides, say_rule
from bot.text import Text, Words, text
from scheduling.calendar import local
from scheduling.public_holidays import likely_country
from scheduling.recurrence import DayOfMonth, Rule, Weekly, occurrences

__all__ = [
    "NotRecurring",
    "Recurring",
    "Unread",
    "refusal",
    "say_rule",
    "understand_recurrence",
]

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes again, as understood: its rule, its first day, and the time on the wall of `zone`.

    `alternative` says, as it could be typed, what the words may have meant instead.
    """

    rule: Rule
    start: date
    at: time
    zone: str
    alternative: str | None = None


@dataclass(frozen=True, slots=True)
class NotRecurring:
    """A phrase that was refused: why, and the words."""

    why: Unread
    words: str


def understand_recurrence(
    words: str, *, now: datetime, zone: str, language: str = "en", country: str = ""
) -> Recurring | NotRecurring:
    """Take what somebody typed, the instant at which and their zone; give the rule, or why not.

    French and English are read whatever `language` is. Rules: it begins with the first time to come;
    "every 2nd Tuesday" is the second of each month, and the other reading is offered; public
    holidays are those of the country named, else of `country`, the community's, else of the zone's.
    Whoever acts on the result repeats it with `say_rule`.
    """
    try:
        return _Reader(words, now, zone, language, country).recurring()
    except Refused as problem:
        return NotRecurring(problem.why, words)


def refusal(found: NotRecurring) -> Text:
    """The sentence that says why a phrase was refused, and what to write instead."""
    return text(f"recurrence-{found.why}", given=Words(found.words[:60]))


# Reading

_BIWEEKLY = re.compile(
    r"\b(?:bi-?weekly|bi-?monthly|semi-?(?:weekly|monthly)|bi-?hebdomadaire|bi-?mensuel(?:le)?)\b"
)


class _Reader:
    """One reading of one phrase: what was typed, and where and when its author stands."""

    def __init__(self, words: str, now: datetime, zone: str, language: str, country: str) -> None:
        self.now, self.country = now, country
        self.tongue = french_or_english(language)
        words = _without_asides(words, zone) if len(words) <= LONGEST else ""
        words, typed = zone_typed(words)
        self.zone = typed or zone
        self.today = local(now, self.zone).date()
        self.text = _spelled(_without_asides(words, self.zone))

    def recurring(self) -> Recurring:
        """Give what the phrase means. Raises Refused."""
        rest, last = until(self.text, self.today, self.tongue)
        rest, first = starting(rest, self.today, self.tongue)
        rest, count = times(rest)
        rest, left_out = exceptions(rest, self.today)
        reading, at = self._meaning(rest, first)
        assert reading.rhythm is not None
        holidays = left_out.country or self.country or likely_country(self.zone)
        if left_out.holidays and not holidays:
            raise Refused(Unread.no_country)
        if last and count:
            raise Refused(Unread.date)
        try:
            rule = Rule(
                reading.rhythm,
                not_in=left_out.months,
                not_holidays_of=holidays if left_out.holidays else "",
                until=last,
                count=count,
            )
        except ValueError:
            raise Refused(Unread.never) from None
        other = None
        if reading.other is not None:
            instead = replace(rule, rhythm=reading.other)
            other = say_rule(instead, at, self.zone, self.tongue, start=first)
        return Recurring(rule, self._start(rule, at, first), at, self.zone, other)

    def _meaning(self, rest: str, first: date | None) -> tuple[Reading, time]:
        """Give the one rhythm and the one hour that the words mean together. Raises Refused."""
        words = rest.split()
        found: set[tuple[Reading, tuple[Clock, ...]]] = set()
        for begin in range(len(words)):
            for end in range(begin + 1, len(words) + 1):
                if hours := tuple(clocks(" ".join(words[begin:end]))):
                    left = " ".join(words[:begin] + words[end:])
                    found |= {(_on_its_day(each, first), hours) for each in rhythms(left)}
        if len(found) != 1:
            raise Refused(Unread.unknown if found else self._why_not(rest, first))
        reading, hours = found.pop()
        if reading.rhythm is None:
            raise Refused(Unread.no_day)
        clock = hours[0]
        if len(hours) > 1 or clock.wrong or clock.end or clock.midnight:
            raise Refused(Unread.hour)
        return reading, time(clock.hour, clock.minute)

    def _why_not(self, rest: str, first: date | None) -> Unread:
        """Say why there is no rhythm with an hour in these words."""
        if _BIWEEKLY.search(rest):
            return Unread.biweekly
        if names_a_fifth(rest):
            return Unread.fifth
        for reading in rhythms(rest):
            whole = _on_its_day(reading, first).rhythm is not None
            return Unread.no_time if whole else Unread.no_day
        single = understand(rest, now=self.now, zone=self.zone, language=self.tongue)
        if isinstance(single, Understood) or single.why is not Misread.unknown:
            return Unread.once
        return Unread.unknown

    def _start(self, rule: Rule, at: time, first: date | None) -> date:
        """Give the first day to come, from which weeks and months are counted. Raises Refused."""
        first = first or self.today
        if first < self.today or (rule.until is not None and rule.until < first):
            raise Refused(Unread.past)
        nearest = replace(rule, rhythm=replace(rule.rhythm, every=1), count=None)
        for one in occurrences(nearest, first, at, self.zone, count=2):
            if one.resolved.instant > self.now:
                return one.day
        raise Refused(Unread.never)


def _on_its_day(reading: Reading, first: date | None) -> Reading:
    """Rule: "every 2 weeks from 3 November" is on the weekday of its beginning."""
    if reading.rhythm is not None or first is None:
        return reading
    if reading.weeks:
        return Reading(Weekly(frozenset({first.weekday()}), reading.every))
    return Reading(DayOfMonth(first.day, reading.every)) if reading.every <= 12 else reading


_SPELLED_OUT = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\b[Qq]uinze(?= jours\b)", "15"),  # two weeks, whatever the count of days
        (r"\b[Hh]uit(?= jours\b)", "8"),
        (r"\b([Mm]atin|[Ss]oir|[Mm]orning|[Aa]fternoon|[Ee]vening)s\b", r"\1"),
        (r"[()]", " "),
    )
)
_HOURS = re.compile(r"\b([0-9]{1,2}) ?(?:h|heures?)(?: ?([0-9]{2}))?(?= |$)")
_HALVES = re.compile(r"\b([0-9:]{1,5}) ([ap]m)\b")


def _without_asides(words: str, zone: str) -> str:
    """Give a phrase without what only our own sentence says besides: whose time it is."""
    for aside in asides(zone):
        if aside in words:
            words = of_24_hours(words)
        words = words.replace(aside, " ").replace(aside.strip(" ()"), " ")
    return words


def _spelled(words: str) -> str:
    """Bring a phrase to one spelling, and each hour to one word."""
    for pattern, instead in _SPELLED_OUT:
        words = pattern.sub(instead, words)
    line = " ".join(spell_out(part) for part in words.split(","))
    line = _HALVES.sub(r"\1\2", _HOURS.sub(r"\1h\2", line))
    return " ".join(line.split())
