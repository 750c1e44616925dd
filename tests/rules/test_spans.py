"""Spans of days in words: what people type for an absence, and the days that it gives (7.A1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest
from babel.dates import format_date
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.language import Reader, plain
from bot.spans import LONGEST, Span, read_span, write_span
from bot.text import Text, Words
from scheduling.calendar import local
from tests.rules.date_phrases import NB
from tests.rules.span_phrases import ENGLISH_SPANS, FRENCH_SPANS

PARIS = "Europe/Paris"
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)  # Monday 2 November 2026, 10:00 in Paris
TODAY = date(2026, 11, 2)
TABLES = {"en": ENGLISH_SPANS, "fr": FRENCH_SPANS}
HALVES = [(language, measured) for language in TABLES for measured in (False, True)]
# Read in the order of the reader's language.
NUMBERS = "/"

languages = st.sampled_from(sorted(TABLES))
firsts = st.dates(TODAY - timedelta(300), TODAY + timedelta(366))


def read(words: str, language: str = "en", now: datetime = NOW, zone: str = PARIS) -> str:
    """Say in short what was understood, or why it was not and what is proposed: as the tables."""
    found = read_span(words, now=now, zone=zone, language=language)
    if isinstance(found, Span):
        return f"{found.first} {found.last}"
    return f"{found.key.partition('-')[2]} {proposed(found)}".strip()


def proposed(refusal: Text) -> str:
    """Give what a refusal proposes to type."""
    found = dict(refusal.values).get("proposal")
    return found.text if isinstance(found, Words) else ""


def is_days(said: str) -> bool:
    """Whether a line of a table, or of an answer, gives days."""
    return said[:1].isdecimal()


def judge(words: str, expected: str, language: str) -> str:
    """Compare what was read with what should be: a reason alone leaves the proposal open."""
    found = read(words, language)
    if expected in {found, found.partition(" ")[0]}:
        return "right"
    if is_days(found):
        return "silently wrong"
    return "refused though meant" if is_days(expected) else "refused for another reason"


def half(language: str, *, measured: bool) -> dict[str, str]:
    """Half of a table: one to build with, and one whose failures are not looked at."""
    return {
        words: expected
        for words, expected in TABLES[language].items()
        if (sha256(words.encode()).digest()[0] % 2 == 1) is measured
    }


@pytest.mark.parametrize(("language", "measured"), HALVES)
def test_what_people_type_for_an_absence_is_read_rightly_or_refused(
    language: str, measured: bool, record_property: Callable[[str, object], None]
) -> None:
    """At least 97 % of each half of each table are read rightly, and none silently wrong (7.A1)."""
    phrases = half(language, measured=measured)
    verdicts = {words: judge(words, each, language) for words, each in phrases.items()}
    counts = Counter(verdicts.values())
    share = counts["right"] / len(phrases)
    score = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    name = "measured" if measured else "build"
    said = f"spans of days in words, {language}, {name}: {score} of {len(phrases)} ({share:.1%})"
    record_property("score", said)

    assert len(phrases) >= 40
    assert counts["silently wrong"] == 0
    assert share >= 0.97
    if not measured:
        assert [words for words, verdict in verdicts.items() if verdict != "right"] == []


@pytest.mark.parametrize(("language", "measured"), HALVES)
def test_spans_mean_the_same_to_every_reader(language: str, measured: bool) -> None:
    """French typed by somebody whose chat is in English means the same; only "3/5" does not."""
    other = "en" if language == "fr" else "fr"
    differing = [
        words
        for words, expected in half(language, measured=measured).items()
        if NUMBERS not in words and is_days(read(words, language)) and is_days(expected)
        if read(words, other) != read(words, language)
    ]

    assert differing == []


# By the day on which it is typed


@pytest.mark.parametrize(
    ("typed", "words", "expected"),
    [
        ("2027-08-10", "1–15 Aug", "2027-08-01 2027-08-15"),
        ("2027-08-15", "1–15 Aug", "2027-08-01 2027-08-15"),
        ("2027-08-16", "1–15 Aug", "2028-08-01 2028-08-15"),
        ("2026-12-26", "24 Dec – 2 Jan", "2026-12-24 2027-01-02"),
        ("2027-01-01", "24 Dec – 2 Jan", "2026-12-24 2027-01-02"),
        ("2027-01-03", "24 Dec – 2 Jan", "2027-12-24 2028-01-02"),
        ("2027-07-15", "June to August", "2027-06-01 2027-08-31"),
        ("2026-11-05", "du 3 au 10", "2026-11-03 2026-11-10"),
        ("2026-11-26", "du 3 au 10", "2026-12-03 2026-12-10"),
        ("2026-11-04", "monday to friday", "2026-11-09 2026-11-13"),
        ("2026-11-04", "until wednesday", "2026-11-04 2026-11-11"),
        ("2026-11-05", "this week", "2026-11-02 2026-11-08"),
        ("2026-11-08", "this weekend", "2026-11-07 2026-11-08"),
        ("2026-11-08", "next week", "ambiguous 9 November 2026 to 15 November 2026"),
        ("2026-11-08", "1–7 November 2026", "past 8 November 2026 to 14 November 2026"),
    ],
)
def test_days_without_a_year_are_the_first_that_are_not_over(
    typed: str, words: str, expected: str
) -> None:
    """What began in the past and still lasts is meant; on a Sunday nobody knows which week is next."""
    now = datetime.fromisoformat(f"{typed} 09:00+00:00")

    assert read(words, now=now) == expected


def test_a_span_begins_on_the_day_of_its_author() -> None:
    """Today is today where the author is, not where the server is."""
    late = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)

    assert read("today", now=late) == "2026-11-03 2026-11-03"
    assert read("today", now=late, zone="America/New_York") == "2026-11-02 2026-11-02"


@pytest.mark.parametrize("words", ["June and August", "3 and 5 May", "friday and monday"])
def test_days_with_a_hole_are_no_span(words: str) -> None:
    """Two days that do not follow each other are refused: what lies between was not said."""
    assert read(words).startswith("unknown")


# Written and read back


def ways_to_write(span: Span) -> list[str]:
    """The same days as people write them in full, in both languages."""

    def said(shape: str, locale: str) -> tuple[str, str]:
        return (
            format_date(span.first, shape, locale=locale),
            format_date(span.last, shape, locale=locale),
        )

    return [
        "{}..{}".format(*said("y-MM-dd", "en")),
        "{} {}".format(*said("y-MM-dd", "en")),
        "{} – {}".format(*said("d MMM y", "en")),
        "from {} until {}".format(*said("d MMMM y", "en")),
        "{} to {}".format(*said("MMMM d, y", "en")),
        "{} – {}".format(*said("EEE d MMM y", "en")),
        "du {} au {}".format(*said("d MMMM y", "fr")),
        "du {} au {}".format(*said("dd/MM/y", "fr")),
        "{}-{}".format(*said("d/M/yy", "fr")),
        "du {} jusqu\u2019au {}".format(*said("EEEE d MMMM y", "fr")),
        write_span(span, "en"),
        write_span(span, "fr"),
    ]


@given(firsts, st.integers(0, LONGEST - 1))
@example(date(2028, 2, 29), 0)
@example(date(2027, 8, 1), 14)
@example(date(2026, 8, 8), 115)
@example(date(2027, 5, 3), 97)
@example(date(2026, 12, 24), 9)
@example(date(2027, 5, 1), LONGEST - 1)
def test_days_written_in_full_read_back_as_themselves(first: date, days: int) -> None:
    """Any first and last day within a year, in a dozen formats of both languages (7.A1)."""
    span = Span(first, first + timedelta(days))
    assume(span.last >= TODAY and first <= TODAY + timedelta(730))

    for words in ways_to_write(span):
        assert read_span(words, now=NOW, zone=PARIS, language="fr") == span, words


@given(st.integers(0, 364), st.integers(0, 182))
def test_days_without_their_year_read_back_as_themselves(ahead: int, days: int) -> None:
    """Days to come, within a year: their year need not be typed, nor the month twice."""
    span = Span(TODAY + timedelta(ahead), TODAY + timedelta(ahead + days))
    assume(span.last < date(2027, 11, 2))

    first, last = (format_date(day, "d MMMM", locale="en") for day in (span.first, span.last))
    assert read(f"{first} – {last}") == f"{span.first} {span.last}"
    if span.first.month == span.last.month and span.first.year == span.last.year:
        assert read(f"{span.first.day}–{last}") == f"{span.first} {span.last}"


WORDS = (
    *("from", "to", "until", "for", "in", "the", "and", "-", "–", "..", ",", "next", "this", "1st"),
    *("du", "au", "de", "à", "jusqu\u2019à", "à partir de", "pendant", "en", "le", "et", "1er"),
    *("monday", "friday", "lundi", "today", "demain", "week", "semaine", "month", "weekend", "mar"),
    *("3", "10", "31", "29", "9999", "2", "days", "jours", "weeks", "ans", "2027", "9998", "0001"),
    *("May", "août", "Dec", "february", "3/5", "31/12/9998", "1/1/0001", "2027-08-01"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=7), languages)
@example(["31/12/9998", "for", "9999", "weeks"], "en")
@example(["9999", "ans"], "fr")
def test_whatever_is_typed_gives_sound_days_or_a_proposal_that_works(
    parts: list[str], language: str
) -> None:
    """Days in order, not over and at most a year; typing what was proposed is always understood."""
    found = read_span(" ".join(parts), now=NOW, zone=PARIS, language=language)

    if isinstance(found, Text) and found.key != "date-too-far":
        found = read_span(proposed(found), now=NOW, zone=PARIS, language=language)
        assert isinstance(found, Span)
    if isinstance(found, Span):
        assert found.first <= found.last
        assert found.last >= local(NOW, PARIS).date()
        assert found.days <= LONGEST


def test_a_refusal_of_days_says_what_to_type() -> None:
    """The sentence names what is missing and a span that works, in both languages (7.A1)."""
    english, french = Reader("en", PARIS), Reader("fr", PARIS)

    def said(words: str, reader: Reader) -> str:
        found = read_span(words, now=NOW, zone=PARIS, language=reader.language)
        assert isinstance(found, Text)
        return plain(found, reader)

    assert said("from Monday", english) == (
        "“from Monday” says when it begins, and not when it ends. "
        "Type the last day too, for example “9 November 2026 to 15 November 2026”."
    )
    assert said("du 10 au 3 mai", french) == (
        f"Vouliez-vous dire «{NB}du 3 mai 2027 au 10 mai 2027{NB}»{NB}? "
        f"«{NB}du 10 au 3 mai{NB}» se termine avant de commencer."
    )
