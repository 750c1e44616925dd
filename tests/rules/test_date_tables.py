"""How well dates, slots and lengths in words are read: two tables, half to build with, half unseen.

The score of the measured half is printed and held; its failures are counted and not shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

import pytest

from bot.dates import Misread, NotUnderstood, Understood, understand, understand_duration
from bot.slots import understand_slot
from scheduling.calendar import resolve
from tests.rules.date_tables import PHRASES, Phrase

HALVES = [(language, measured) for language in ("fr", "en") for measured in (False, True)]
# Read in the order of the reader's language.
NUMBERS = re.compile(r"\b[0-9]{1,2}/[0-9]{1,2}\b")


class Verdict(StrEnum):
    """What became of a phrase."""

    right = "right"
    missed = "refused though meant"
    otherwise = "refused for another reason"
    wrong = "silently wrong"


def read(phrase: Phrase, language: str) -> str:
    """Say what was understood, or why it was not and what is proposed, as the tables do."""
    typed, zone = phrase.typed[:16], phrase.typed[17:]
    now = datetime.fromisoformat(typed).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    if phrase.field == "length":
        length = understand_duration(phrase.words)
        return "refused" if length is None else f"+{length.total_seconds() / 60:g}"
    if phrase.field == "slot":
        slot = understand_slot(phrase.words, now=now, zone=zone, language=language)
        if isinstance(slot, NotUnderstood):
            return refusal(slot)
        return written(slot.start, zone) + (f" +{slot.minutes}" if slot.minutes else "")
    date = understand(phrase.words, now=now, zone=zone, language=language)
    return refusal(date) if isinstance(date, NotUnderstood) else written(date, zone)


def refusal(found: NotUnderstood) -> str:
    """Write a refusal: its reason, and what is proposed."""
    if found.proposal is None:
        return str(found.why)
    last = f"{found.proposal:%H:%M:%S}" == "23:59:59"
    return f"{found.why} {found.proposal:%Y-%m-%d}" + ("" if last else f"{found.proposal: %H:%M}")


def written(found: Understood, zone: str) -> str:
    """Write a date: its wall time, and its zone if one was typed."""
    assert resolve(found.wall, found.zone).instant == found.instant
    hour = "" if found.date_only else f"{found.wall: %H:%M}"
    elsewhere = "" if found.zone == zone else " UTC" if found.zone == "GMT" else f" {found.zone}"
    return f"{found.wall:%Y-%m-%d}{hour}{elsewhere}"


def refused(said: str) -> bool:
    """Whether a line of a table, or of an answer, is a refusal."""
    return said.partition(" ")[0] in {"refused", *Misread}


def judge(phrase: Phrase, language: str) -> Verdict:
    """Compare what was read with what should be: a reason alone leaves the proposal open."""
    found, expected = read(phrase, language), phrase.expected
    if refused(expected) and not refused(found):
        return Verdict.wrong
    if refused(found) and not refused(expected):
        return Verdict.missed
    if expected in {found, found.partition(" ")[0]} or (expected == "refused"):
        return Verdict.right
    return Verdict.otherwise if refused(found) else Verdict.wrong


@pytest.mark.parametrize(("language", "measured"), HALVES)
def test_what_people_type_is_read_rightly_or_refused(
    language: str, measured: bool, record_property: Callable[[str, object], None]
) -> None:
    """At least 97 % of each half of each table are read rightly, and none silently wrong."""
    phrases = [each for each in PHRASES if each.language == language and each.measured is measured]
    verdicts = {each: judge(each, language) for each in phrases}
    counts = Counter(verdicts.values())
    half = "measured" if measured else "build"
    score = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict)
    share = counts[Verdict.right] / len(phrases)
    said = f"dates in words, {language}, {half}: {score} of {len(phrases)} ({share:.1%})"
    record_property("score", said)

    assert len(phrases) >= 100
    assert counts[Verdict.wrong] == 0
    assert share >= 0.97
    if not measured:
        failed = [each.words for each, verdict in verdicts.items() if verdict != Verdict.right]
        assert failed == []


@pytest.mark.parametrize(("language", "measured"), HALVES)
def test_the_readers_language_changes_no_words(language: str, measured: bool) -> None:
    """French typed by somebody whose chat is in English means the same; only "03/04" does not."""
    other = "en" if language == "fr" else "fr"
    verdicts = Counter(
        judge(each, other)
        for each in PHRASES
        if each.language == language
        and each.measured is measured
        and not NUMBERS.search(each.words)
    )

    assert verdicts[Verdict.wrong] == 0
    assert verdicts[Verdict.right] / verdicts.total() >= 0.97


def test_each_language_has_more_than_two_hundred_phrases() -> None:
    """Each once in its field, a good part of them dates, slots and lengths each."""
    for language in ("fr", "en"):
        fields = Counter(each.field for each in PHRASES if each.language == language)
        assert fields["date"] >= 200
        assert fields["slot"] >= 70
        assert fields["length"] >= 35
    assert len({(each.words, each.field, each.typed) for each in PHRASES}) == len(PHRASES)
