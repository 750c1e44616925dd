"""What comes again in words: what people type, in French and in English, and the sentence back."""

import re
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.language import Reader, plain
from bot.recurrence_words import (
    NotRecurring,
    Recurring,
    Unread,
    refusal,
    say_rule,
    understand_recurrence,
)
from scheduling.recurrence import LAST, DayOfMonth, NthWeekday, Rule, Weekly, occurrences
from tests.rules.recurrence_phrases import ENGLISH, FRENCH

PARIS = "Europe/Paris"
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)  # Monday 2 November 2026, 10:00 in Paris
NB = "\u00a0"
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def short(rhythm: Weekly | NthWeekday | DayOfMonth) -> str:
    """A rhythm as the table of phrases has it: "TU/2", "2TU,4TU", "15"."""
    match rhythm:
        case Weekly(weekdays, every):
            said = ",".join(NAMES[day] for day in sorted(weekdays))
        case NthWeekday(nth, weekday, every):
            said = ",".join(f"{each}{NAMES[weekday]}" for each in sorted(nth))
        case DayOfMonth(day, every):
            said = str(day)
    return said + (f"/{every}" if every > 1 else "")


def read(words: str, language: str) -> str:
    """Say in short what was understood, or why it was not."""
    found = understand_recurrence(words, now=NOW, zone=PARIS, language=language)
    if isinstance(found, NotRecurring):
        return f"no: {found.why.replace('-', '_')}"
    rule = found.rule
    said = [short(rule.rhythm), f"{found.at:%H:%M}"]
    if rule.not_in:
        said.append("not " + ",".join(map(str, sorted(rule.not_in))))
    if rule.not_holidays_of:
        said.append(f"holidays {rule.not_holidays_of}")
    if rule.until:
        said.append(f"until {rule.until}")
    if rule.count:
        said.append(f"x{rule.count}")
    if found.zone != PARIS:
        said.append(f"in {found.zone}")
    if found.start != soonest(found):
        said.append(f"from {found.start}")
    if found.alternative is not None:
        other = understand_recurrence(found.alternative, now=NOW, zone=PARIS, language=language)
        assert isinstance(other, Recurring), found.alternative
        assert replace(other.rule, rhythm=rule.rhythm) == rule
        said.append(f"or {short(other.rule.rhythm)}")
    return " ".join(said)


def soonest(found: Recurring) -> object:
    """The first day to come on which the series could begin."""
    rule = replace(found.rule, rhythm=replace(found.rule.rhythm, every=1))
    today = NOW.date()
    coming = occurrences(rule, today, found.at, found.zone, count=2)
    return next(one.day for one in coming if one.resolved.instant > NOW)


def half(phrases: Mapping[str, str], which: int) -> dict[str, str]:
    """One of the two halves of a table: the rules were made with half 0, half 1 measures them."""
    return {
        words: means for words, means in phrases.items() if zlib.crc32(words.encode()) % 2 == which
    }


@pytest.mark.parametrize(("language", "phrases"), [("en", ENGLISH), ("fr", FRENCH)])
@pytest.mark.parametrize("which", [0, 1])
def test_phrases_are_read(language: str, phrases: Mapping[str, str], which: int) -> None:
    """Nearly all that people type is read as they mean it, and nothing is read as something else."""
    mine = half(phrases, which)
    found = {words: read(words, language) for words in mine}
    wrong = {words: said for words, said in found.items() if said != mine[words]}
    silent = {words: said for words, said in wrong.items() if not said.startswith("no: ")}
    score = 1 - len(wrong) / len(mine)
    print(f"{language}, half {which}: {score:.0%} of {len(mine)}; missed: {wrong}")

    assert silent == {}
    assert score >= 0.95


@pytest.mark.parametrize("phrases", [ENGLISH, FRENCH])
def test_both_languages_are_read_by_everyone(phrases: Mapping[str, str]) -> None:
    """The language of the reader changes nothing in what these phrases mean."""
    assert {words: read(words, "fr") for words in phrases} == {
        words: read(words, "en") for words in phrases
    }


def test_there_are_many_examples_of_both_languages() -> None:
    """Each language has at least sixty examples, and neither half is small."""
    for phrases in (ENGLISH, FRENCH):
        assert len(phrases) >= 60
        assert min(len(half(phrases, 0)), len(half(phrases, 1))) >= 40


# When it begins, and whose holidays it knows


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("every monday at 10:01", "2026-11-02"),
        ("every monday at 10:00", "2026-11-09"),
        ("every tuesday 14:00", "2026-11-03"),
        ("every other monday at 9am", "2026-11-09"),  # from the next one on, not in two weeks
        ("first monday of every 3 months 9am", "2026-12-07"),
        ("every tuesday 14:00, not in November", "2026-12-01"),
        ("le 11 de chaque mois à 14h, hors jours fériés", "2026-12-11"),
        ("every 2 weeks from 3 December at 14:00", "2026-12-03"),
        ("every tuesday 14:00 from 2 December", "2026-12-08"),
        ("tous les mardis du 5 janvier au 30 juin 2027 à 14h", "2027-01-05"),
    ],
)
def test_a_series_begins_with_the_first_time_to_come(words: str, start: str) -> None:
    """From now on or from the day named: the first day that the rule gives."""
    found = understand_recurrence(words, now=NOW, zone=PARIS)

    assert isinstance(found, Recurring)
    assert str(found.start) == start


def test_holidays_are_those_of_the_community() -> None:
    """Of the country named, else of the community's, else of the zone's; of none, it is asked."""

    def whose(words: str, zone: str = PARIS, country: str = "") -> str:
        found = understand_recurrence(words, now=NOW, zone=zone, country=country)
        return found.rule.not_holidays_of if isinstance(found, Recurring) else found.why

    assert whose("every tuesday 14:00 except public holidays in Senegal", country="BE") == "SN"
    assert whose("every tuesday 14:00 except public holidays", country="BE") == "BE"
    assert whose("every tuesday 14:00 except public holidays") == "FR"
    assert whose("every tuesday 14:00 except public holidays America/Montreal") == "CA-QC"
    assert whose("every tuesday 14:00 except public holidays", zone="UTC") == "no-country"


def test_a_zone_may_be_typed() -> None:
    """With its zone, the hour is that zone's: five o'clock is over in Paris, not in Montreal."""
    found = understand_recurrence("every Monday 5am America/Montreal", now=NOW, zone=PARIS)

    assert isinstance(found, Recurring)
    assert (found.zone, str(found.start)) == ("America/Montreal", "2026-11-02")


# The sentence

SECOND = Rule(NthWeekday(frozenset({2}), 1), not_in=frozenset({8}))


@pytest.mark.parametrize(
    ("rule", "english", "french"),
    [
        (
            SECOND,
            "the second Tuesday of each month at 14:00 (Paris time), except in August",
            f"le deuxième mardi de chaque mois à 14{NB}h{NB}00 (heure de Paris), sauf en août",
        ),
        (
            Rule(Weekly(frozenset({0, 3})), not_holidays_of="FR", until=date(2027, 6, 1)),
            (
                "every Monday and Thursday at 14:00 (Paris time), "
                "except on public holidays (France), until 1 June 2027"
            ),
            (
                f"tous les lundis et jeudis à 14{NB}h{NB}00 (heure de Paris), "
                "sauf les jours fériés (France), jusqu\u2019au 1er juin 2027"
            ),
        ),
        (
            Rule(Weekly(frozenset({1}), 2), frozenset({7, 8}), "CA-QC", count=6),
            (
                "every 2 weeks on Tuesday at 14:00 (Paris time), except in July and August and on "
                "public holidays (Canada, QC), 6 times"
            ),
            (
                f"toutes les 2 semaines, le mardi à 14{NB}h{NB}00 (heure de Paris), sauf en juillet "
                "et août et les jours fériés (Canada, QC), 6 fois"
            ),
        ),
        (
            Rule(NthWeekday(frozenset({1, LAST}), 4, 2)),
            "every 2 months on the first and last Friday at 14:00 (Paris time)",
            f"tous les 2 mois, le premier et le dernier vendredi à 14{NB}h{NB}00 (heure de Paris)",
        ),
        (
            Rule(DayOfMonth(22)),
            "the 22nd of each month at 14:00 (Paris time)",
            f"le 22 de chaque mois à 14{NB}h{NB}00 (heure de Paris)",
        ),
        (
            Rule(DayOfMonth(30)),
            "the 30th of each month (or its last day) at 14:00 (Paris time)",
            f"le 30 de chaque mois (ou son dernier jour) à 14{NB}h{NB}00 (heure de Paris)",
        ),
        (
            Rule(DayOfMonth(31, 3)),
            "every 3 months on the last day at 14:00 (Paris time)",
            f"tous les 3 mois, le dernier jour à 14{NB}h{NB}00 (heure de Paris)",
        ),
        (
            Rule(Weekly(frozenset(range(5)))),
            "every weekday at 14:00 (Paris time)",
            f"du lundi au vendredi à 14{NB}h{NB}00 (heure de Paris)",
        ),
    ],
)
def test_the_sentence_says_the_rule(rule: Rule, english: str, french: str) -> None:
    """Rhythm, hour, zone, what is left out, and the end: all of it, in either language."""
    assert say_rule(rule, time(14), PARIS, "en") == english
    assert say_rule(rule, time(14), PARIS, "fr-CA") == french


def test_the_other_reading_is_offered() -> None:
    """ "Every 2nd Tuesday" is the second of each month; every two weeks can be taken instead."""
    found = understand_recurrence(
        "every 2nd Tuesday 14:00 from 1 December, not in August", now=NOW, zone=PARIS
    )

    assert isinstance(found, Recurring)
    assert found.alternative == (
        "every 2 weeks on Tuesday at 14:00 (Paris time), except in August, from 1 December 2026"
    )


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("why", list(Unread))
def test_every_refusal_says_what_to_write_instead(why: Unread, language: str) -> None:
    """Each reason has its sentence, and the examples in it are understood."""
    said = plain(refusal(NotRecurring(why, "every moon")), Reader(language))
    examples = re.findall(f"[“«]{NB}?([^”»]*?){NB}?[”»]", said)
    whole = [each for each in examples if re.search("[0-9](?:h|pm|:)", each)]

    assert len(said) > 30
    assert f"recurrence-{why}" not in said
    for each in whole:
        assert isinstance(understand_recurrence(each, now=NOW, zone=PARIS), Recurring), each


rhythms = st.one_of(
    st.builds(Weekly, st.frozensets(st.integers(0, 6), min_size=1), st.integers(1, 52)),
    st.builds(
        NthWeekday,
        st.frozensets(st.sampled_from((1, 2, 3, 4, LAST)), min_size=1),
        st.integers(0, 6),
        st.integers(1, 12),
    ),
    st.builds(DayOfMonth, st.integers(1, 31), st.integers(1, 12)),
)
ends = st.one_of(
    st.just({}),
    st.builds(lambda day: {"until": day}, st.dates(date(2028, 1, 1), date(2030, 12, 31))),
    st.builds(lambda count: {"count": count}, st.integers(1, 99)),
)
rules = st.builds(
    lambda rhythm, not_in, country, end: Rule(rhythm, not_in, country, **end),
    rhythms,
    st.frozensets(st.integers(1, 12), max_size=4),
    st.sampled_from(("", "FR", "CA-QC", "CI", "US", "GB-SCT")),
    ends,
)
languages = st.sampled_from(("fr", "en"))
zones = st.sampled_from(
    (PARIS, "America/Montreal", "Africa/Dakar", "Indian/Reunion", "Africa/Cairo", "UTC")
)


@given(rules, st.builds(time, st.integers(0, 23), st.integers(0, 59)), zones, languages, languages)
def test_our_own_sentence_is_understood(
    rule: Rule, at: time, zone: str, language: str, typed_by: str
) -> None:
    """A rule copied from a card means the same again, whoever types it."""
    at = at.replace(hour=at.hour if language == "fr" and at.hour else max(at.hour, 8))
    words = say_rule(rule, at, zone, language)
    found = understand_recurrence(words, now=NOW, zone=zone, language=typed_by)

    assert isinstance(found, Recurring), (words, found)
    assert (found.rule, found.at, found.zone) == (rule, at, zone)
    assert found.alternative is None


VOCABULARY = sorted({part for phrase in {**FRENCH, **ENGLISH} for part in phrase.split()})


@given(
    st.text() | st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join), zones, languages
)
@example("every 99 weeks on tuesday 14:00", PARIS, "en")
@example("tous les mardis à 14h jusqu'en 9999", PARIS, "fr")
@example("tous les mardis à 14h jusqu'à fin 0000", PARIS, "fr")
@example("every 0 months on the 0th at 14:00", PARIS, "en")
@example("0 times every tuesday 14:00", PARIS, "en")
@example("every tuesday 14:00 until 31/12/9999", PARIS, "fr")
@example("\ud800", PARIS, "fr")
def test_no_text_breaks_the_reading(words: str, zone: str, language: str) -> None:
    """Any text is refused, or understood: then it begins in time, and its sentence means the same."""
    found = understand_recurrence(words, now=NOW, zone=zone, language=language)
    if isinstance(found, NotRecurring):
        return

    first = occurrences(found.rule, found.start, found.at, found.zone, count=1)[0]
    assert first.day == found.start
    assert first.resolved.instant > NOW
    again = understand_recurrence(
        say_rule(found.rule, found.at, found.zone, "fr", start=found.start),
        now=NOW,
        zone=found.zone,
        language="fr",
    )
    assert isinstance(again, Recurring)
    assert replace(again, alternative=None) == replace(found, alternative=None)
