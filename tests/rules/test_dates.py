"""Dates in words: what people type, in French and in English, and the sentence that repeats it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.dates import (
    Misread,
    NotUnderstood,
    Understood,
    candidates,
    say,
    say_remaining,
    understand,
    understand_duration,
)
from scheduling.calendar import WallKind, local, offset_differs_that_day, resolve
from tests.rules.date_phrases import ENGLISH, FRENCH, NB, TIES

PARIS = "Europe/Paris"
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)  # Monday 2 November 2026, 10:00 in Paris


def read(words: str, language: str = "en", now: datetime = NOW, zone: str = PARIS) -> str:
    """Say in short what was understood, or why it was not and what is proposed."""
    found = understand(words, now=now, zone=zone, language=language)
    if isinstance(found, NotUnderstood):
        return f"{found.why} {found.proposal or ''}".strip()
    if found.date_only:
        assert found.wall.time() == datetime.fromisoformat("2026-11-03 23:59:59").time()
        return f"{found.wall:%Y-%m-%d}"
    return f"{found.wall:%Y-%m-%d %H:%M}" + (f":{found.wall:%S}" if found.wall.second else "")


def wall(written: str) -> datetime:
    """Read a wall time written as 2026-11-03 14:00."""
    return datetime.fromisoformat(written)


@pytest.mark.parametrize(("words", "expected"), FRENCH.items())
def test_french_is_read(words: str, expected: str) -> None:
    """What people type in French is understood as they mean it, or refused."""
    assert read(words, "fr") == expected


@pytest.mark.parametrize(("words", "expected"), ENGLISH.items())
def test_english_is_read(words: str, expected: str) -> None:
    """What people type in English is understood as they mean it, or refused."""
    assert read(words, "en") == expected


@pytest.mark.parametrize("words", [each for each in {**FRENCH, **ENGLISH} if each not in TIES])
def test_both_languages_are_read_by_everyone(words: str) -> None:
    """The language of the reader changes nothing in what is not read differently in the other."""
    assert read(words, "fr") == read(words, "en")


def test_there_are_many_examples_of_both_languages() -> None:
    """Each language has at least eighty examples."""
    assert min(len(FRENCH), len(ENGLISH)) >= 80


def test_a_time_in_the_spring_gap_is_refused_with_the_time_beyond_it() -> None:
    """02:30 does not exist on the spring night: it is refused, and 03:30 proposed."""
    found = understand("2027-03-28 02:30", now=NOW, zone=PARIS)

    assert found == NotUnderstood(Misread.gap, "2027-03-28 02:30", wall("2027-03-28 03:30"), PARIS)


def test_a_doubled_time_is_the_first_of_the_two() -> None:
    """02:30 of the autumn night is the one in summer time, and is known to exist twice."""
    found = understand("2026-10-25 02:30", now=datetime(2026, 10, 20, tzinfo=UTC), zone=PARIS)

    assert isinstance(found, Understood)
    assert found.kind is WallKind.twice
    assert found.instant == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("words", ["2026-10-25T02:30+01:00", "2026-10-25T01:30Z"])
def test_the_second_of_two_equal_times_is_not_taken_for_the_first(words: str) -> None:
    """A wall time cannot name the second 02:30, so it is refused with a time an hour later."""
    now = datetime(2026, 10, 20, tzinfo=UTC)

    assert read(words, now=now) == "ambiguous 2026-10-25 03:30:00"


def test_hours_from_now_are_real_and_days_are_on_the_wall() -> None:
    """Across the autumn night "+24h" is 24 real hours, and "+1d" the same time on the wall."""
    now = datetime(2026, 10, 24, 12, tzinfo=UTC)  # 14:00 in Paris

    assert read("+24h", now=now) == "2026-10-25 13:00"
    assert read("+1d", now=now) == "2026-10-25 14:00"


def test_a_length_from_now_keeps_its_seconds() -> None:
    """Five minutes from now are five minutes, not four and some seconds."""
    now = NOW + timedelta(seconds=42, microseconds=7)
    found = understand("+5m", now=now, zone=PARIS)

    assert isinstance(found, Understood)
    assert found.instant - now == timedelta(minutes=5)


def test_a_zone_may_be_typed() -> None:
    """A date that ends with the name of a zone is in that zone, and its proposal too."""
    found = understand("mar 3 nov 14h Europe/London", now=NOW, zone=PARIS)
    refused = understand("2027-03-28 01:30 Europe/London", now=NOW, zone=PARIS)

    assert isinstance(found, Understood)
    assert (found.zone, found.wall) == ("Europe/London", wall("2026-11-03 14:00"))
    assert found.instant == datetime(2026, 11, 3, 14, tzinfo=UTC)
    assert isinstance(refused, NotUnderstood)
    assert (refused.zone, refused.proposal) == ("Europe/London", wall("2027-03-28 02:30"))


def test_a_day_is_that_of_the_author() -> None:
    """Tomorrow is tomorrow where the author is, not where the server is."""
    late = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)

    assert read("demain", now=late) == "2026-11-04"
    assert read("demain", now=late, zone="America/New_York") == "2026-11-03"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("90m", 90),
        ("90 min", 90),
        ("90 minutes", 90),
        ("1h30", 90),
        ("1 h 30", 90),
        ("1h30m", 90),
        ("1h", 60),
        ("1.5h", 90),
        ("1,5 heure", 90),
        ("2 heures", 120),
        ("deux heures", 120),
        ("two hours", 120),
        ("an hour", 60),
        ("une heure et demie", 90),
        ("1 hour and a half", 90),
        ("half an hour", 30),
        ("une demi-heure", 30),
        ("trois quarts d\u2019heure", 45),
        ("1 hour 15 minutes", 75),
        ("2 jours", 2880),
        ("1 day 2 hours", 1560),
        ("", None),
        ("90", None),
        ("0m", None),
        ("h", None),
        ("1:30", None),
        ("30m 1h", None),
        ("1h 1h", None),
        ("1.5d", None),
        ("un mois", None),
        ("quinze jours", None),
        ("90m vers", None),
        ("1h75", None),
    ],
)
def test_a_duration_is_read(words: str, minutes: int | None) -> None:
    """Durations are read in both languages; what is none, or not sure, is refused."""
    expected = None if minutes is None else timedelta(minutes=minutes)

    assert understand_duration(words) == expected


@pytest.mark.parametrize(
    ("instant", "zone", "others", "french", "english"),
    [
        (
            "2026-11-03 13:00",
            PARIS,
            False,
            f"mardi 3 novembre 2026 à 14{NB}h{NB}00 (heure de Paris)",
            "Tuesday 3 November 2026 at 14:00 (Paris time)",
        ),
        (
            "2026-11-03 13:00",
            PARIS,
            True,
            f"mardi 3 novembre 2026 à 14{NB}h{NB}00 (heure de Paris, UTC+1)",
            "Tuesday 3 November 2026 at 14:00 (Paris time, UTC+1)",
        ),
        (
            "2026-10-25 00:30",
            PARIS,
            False,
            f"dimanche 25 octobre 2026 à 2{NB}h{NB}30 (heure de Paris, UTC+2)",
            "Sunday 25 October 2026 at 02:30 (Paris time, UTC+2)",
        ),
        (
            "2026-10-25 01:30",
            PARIS,
            False,
            f"dimanche 25 octobre 2026 à 2{NB}h{NB}30 (heure de Paris, UTC+1)",
            "Sunday 25 October 2026 at 02:30 (Paris time, UTC+1)",
        ),
        (
            "2026-12-01 08:05",
            "Africa/Cairo",
            False,
            f"mardi 1er décembre 2026 à 10{NB}h{NB}05 (heure du Caire)",
            "Tuesday 1 December 2026 at 10:05 (Cairo time)",
        ),
        (
            "2026-11-03 13:00",
            "Asia/Kolkata",
            True,
            f"mardi 3 novembre 2026 à 18{NB}h{NB}30 (heure de Kolkata, UTC+5:30)",
            "Tuesday 3 November 2026 at 18:30 (Kolkata time, UTC+5:30)",
        ),
        (
            "2026-11-03 13:00",
            "America/Sao_Paulo",
            True,
            f"mardi 3 novembre 2026 à 10{NB}h{NB}00 (heure de São Paulo, UTC\u22123)",
            "Tuesday 3 November 2026 at 10:00 (Sao Paulo time, UTC\u22123)",
        ),
        (
            "2026-11-03 13:00",
            "Africa/Abidjan",
            False,
            f"mardi 3 novembre 2026 à 13{NB}h{NB}00 (heure d\u2019Abidjan)",
            "Tuesday 3 November 2026 at 13:00 (Abidjan time)",
        ),
        (
            "2026-11-03 13:00",
            "UTC",
            True,
            f"mardi 3 novembre 2026 à 13{NB}h{NB}00 (UTC+0)",
            "Tuesday 3 November 2026 at 13:00 (UTC+0)",
        ),
    ],
)
def test_the_sentence_names_day_hour_and_zone(
    instant: str, zone: str, others: bool, french: str, english: str
) -> None:
    """The offset is said only where zones differ or the clock changes that day."""
    at = datetime.fromisoformat(instant).replace(tzinfo=UTC)

    assert say(at, zone, "fr", other_zones=others) == french
    assert say(at, zone, "en", other_zones=others) == english


@pytest.mark.parametrize(
    ("left", "french", "english"),
    [
        (timedelta(days=2), "dans 2 jours", "in 2 days"),
        (timedelta(days=6, hours=23), "dans 6 jours", "in 6 days"),
        (timedelta(days=90), "dans 3 mois", "in 3 months"),
        (timedelta(hours=3), "dans 3 heures", "in 3 hours"),
        (timedelta(hours=47, minutes=59), "dans 47 heures", "in 47 hours"),
        (timedelta(minutes=90), "dans 90 minutes", "in 90 minutes"),
        (timedelta(seconds=20), "dans 1 minute", "in 1 minute"),
        (timedelta(days=-2), "il y a 2 jours", "2 days ago"),
    ],
)
def test_the_time_left_is_said(left: timedelta, french: str, english: str) -> None:
    """The time left is rounded down, so that nobody counts on time that is not there."""
    assert say_remaining(left, "fr") == french
    assert say_remaining(left, "en") == english


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("", "fr", ["03 18:00", "06 18:00", "09 18:00", "09 09:00", "16 18:00"]),
        ("mardi", "fr", ["03 23:59", "03 18:00", "03 09:00", "03 14:00", "03 12:00"]),
        ("dem", "fr", ["03 18:00", "03 23:59", "03 09:00"]),
        ("tom", "en", ["03 18:00", "03 23:59", "03 09:00"]),
        ("mardi 14", "fr", ["03 14:00", "14 23:59"]),
        ("03/04", "en", ["03 23:59", "04 23:59", "03 18:00", "04 18:00", "03 09:00"]),
        ("2027-03-28 02:30", "en", ["28 03:30"]),
        ("xyz", "en", []),
    ],
)
def test_suggestions_go_on_from_what_was_typed(
    words: str, language: str, expected: list[str]
) -> None:
    """While a date is typed, up to five dates that it may become are offered."""
    found = candidates(words, now=NOW, zone=PARIS, language=language)

    assert [f"{each.wall:%d %H:%M}" for each in found][: len(expected)] == expected
    assert bool(found) is bool(expected)


VOCABULARY = sorted({part for phrase in {**FRENCH, **ENGLISH} for part in phrase.split()})
phrases = st.lists(st.sampled_from(VOCABULARY), max_size=6).map(" ".join)
languages = st.sampled_from(("fr", "en"))
zones = st.sampled_from((PARIS, "America/New_York", "Africa/Cairo", "Pacific/Apia", "UTC"))
nows = st.integers(0, 4 * 366 * 86400).map(
    lambda seconds: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


@given(st.text() | phrases, languages, nows, zones)
@example("\ud800", "fr", NOW, PARIS)
@example("+9999 ans", "fr", NOW, PARIS)
@example("0001-01-01T00:00+14:00", "fr", NOW, PARIS)
@example("9999-12-31T23:59-14:00", "fr", NOW, "Pacific/Apia")
@example("31/12/9998 24h", "fr", NOW, PARIS)
def test_no_text_breaks_the_reading(words: str, language: str, now: datetime, zone: str) -> None:
    """Any text is understood or refused; what is understood lies ahead, in the zone it names."""
    found = understand(words, now=now, zone=zone, language=language)

    if isinstance(found, Understood):
        assert now < found.instant <= now + timedelta(days=732)
        assert resolve(found.wall, found.zone).instant == found.instant
    elif found.proposal is not None:
        again = understand(found.proposal.isoformat(), now=now, zone=found.zone)
        assert isinstance(again, Understood)
        assert again.wall == found.proposal


@given(st.text(max_size=20) | phrases, languages, nows, zones)
def test_the_first_suggestion_is_what_would_be_understood(
    words: str, language: str, now: datetime, zone: str
) -> None:
    """Suggestions never break, never repeat, and begin with what the words mean by themselves."""
    found = candidates(words, now=now, zone=zone, language=language)
    understood = understand(words, now=now, zone=zone, language=language)

    assert len(found) == len(set(found)) <= 5
    if isinstance(understood, Understood):
        assert found[0] == understood


@given(st.text() | phrases)
def test_no_text_breaks_the_reading_of_a_duration(words: str) -> None:
    """Any text is a positive duration or none."""
    found = understand_duration(words)

    assert found is None or found > timedelta()


@given(st.integers(1, 730 * 1440), zones, languages)
def test_an_iso_date_comes_back(minutes: int, zone: str, language: str) -> None:
    """A date written as ISO is understood as itself, in both languages."""
    later = local(NOW + timedelta(minutes=minutes), zone)
    found = understand(later.isoformat(), now=NOW, zone=zone, language=language)

    assert isinstance(found, Understood)
    assert (found.wall, found.date_only) == (later, False)


@given(st.integers(1, 730 * 1440), zones, languages, languages)
def test_our_own_sentence_is_understood(
    minutes: int, zone: str, language: str, typed_by: str
) -> None:
    """A date copied from a card is understood, save on the days when the clock changes."""
    instant = NOW + timedelta(minutes=minutes)
    if offset_differs_that_day(local(instant, zone), zone):
        return
    words = say(instant, zone, language)
    found = understand(words, now=NOW, zone=zone, language=typed_by)

    assert isinstance(found, Understood), words
    assert found.instant == instant
