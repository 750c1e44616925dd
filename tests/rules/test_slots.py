"""Slots as people type them: a start, an end or a length, several at once, and nights that change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as st

from bot.dates import Misread, NotUnderstood
from bot.language import Reader, plain
from bot.reading import misread
from bot.slots import (
    LONGEST_CHOICE,
    Slot,
    complete_slots,
    end_of,
    split_slots,
    understand_slot,
    write,
)
from scheduling.calendar import WallKind, resolve
from tests.rules.date_phrases import NB
from tests.rules.date_tables import PHRASES
from tests.rules.test_dates import NOW, PARIS, languages, nows, phrases, wall, zones

OCTOBER = datetime(2026, 10, 20, tzinfo=UTC)


def read(words: str, now: datetime = NOW, zone: str = PARIS, language: str = "fr") -> Slot:
    """Read a slot that must be understood."""
    found = understand_slot(words, now=now, zone=zone, language=language)
    assert isinstance(found, Slot), (words, found)
    return found


def refuse(words: str, now: datetime = NOW, language: str = "fr") -> NotUnderstood:
    """Read a slot that must be refused."""
    found = understand_slot(words, now=now, zone=PARIS, language=language)
    assert isinstance(found, NotUnderstood), (words, found)
    return found


# Nights on which the clock changes (rule R1)


def test_a_start_in_the_spring_gap_is_refused_with_the_time_beyond_it() -> None:
    """02:30 does not exist on the spring night: it is refused, and 03:30 proposed."""
    found = refuse("28/03/2027 02:30-04:00")

    assert (found.why, found.proposal) == (Misread.gap, wall("2027-03-28 03:30"))


def test_an_end_in_the_spring_gap_is_refused() -> None:
    """A meeting cannot end at an hour that the clocks skip."""
    found = refuse("28/03/2027 01:30-02:30")

    assert (found.why, found.proposal) == (Misread.gap, None)


def test_a_doubled_start_is_the_first_and_says_so() -> None:
    """02:30 of the autumn night is the one in summer time, and is known to exist twice."""
    found = read("2026-10-25 02:30 (60 min)", OCTOBER)

    assert found.start.kind is WallKind.twice
    assert found.start.instant == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_ninety_minutes_in_the_autumn_night_are_ninety_real_minutes() -> None:
    """From the first 02:00 a slot of 90 minutes ends at 01:30 UTC, on the wall at 02:30 again."""
    found = read("2026-10-25 02:00 (90 min)", OCTOBER)

    assert found.start.instant == datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
    assert end_of(found) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("2026-10-25 01:30-03:30", 180),
        ("2026-10-25 02:00-02:30", 30),
        ("2026-10-24 22:00-04:00", 420),
        ("2027-03-28 01:30-03:30", 60),
    ],
)
def test_a_stretch_lasts_as_long_as_it_really_does(words: str, minutes: int) -> None:
    """From one hour on the wall to another there may be an hour more, or less."""
    assert read(words, OCTOBER).minutes == minutes


# Ends and lengths


def test_a_slot_without_a_length_has_no_end() -> None:
    """How long it lasts is then for the proposal to say."""
    found = read("mardi 14h")

    assert (found.minutes, end_of(found)) == (None, None)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("vendredi 22h-0h30", 150),
        ("friday 11pm-1am", 120),
        ("vendredi 20h-minuit", 240),
        ("vendredi 18h-24h", 360),
        ("ce soir 21h-1h", 240),
        ("mardi 14h (45')", 45),
        ("mardi 14h pendant trois quarts d\u2019heure", 45),
        ("tue 2pm, 1 hr 30", 90),
        ("2pm tuesday for 2 hours", 120),
        ("mardi 14h, durée : 1h30", 90),
    ],
)
def test_an_end_after_midnight_and_a_length_are_read(words: str, minutes: int) -> None:
    """A night may end the day after; a length may be said in many ways."""
    assert read(words).minutes == minutes


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("mardi 15h-14h", Misread.ends_early),
        ("mardi 14h-14h", Misread.ends_early),
        ("tue 2pm-1pm", Misread.ends_early),
        ("mardi 14h-2h", Misread.ends_early),
        ("mardi 9h-1h", Misread.ambiguous),
        ("vendredi 20h-9h", Misread.ends_early),
        ("mardi minuit-2h", Misread.unknown),
        ("tue 12am-2am", Misread.unknown),
        ("mardi 14h (25h)", Misread.unknown),
        ("mardi 14h-15h-16h", Misread.unknown),
        ("tuesday ten to three pm", Misread.unknown),
        ("jeudi 12 - 14h", Misread.ambiguous),
        ("mardi 3 - 14h", Misread.ambiguous),
        ("tue 2 - 3", Misread.ambiguous),
        ("jeudi 10-12", Misread.ambiguous),
        ("mardi 14h 30 min", Misread.ambiguous),
        ("dans 3 jours", Misread.no_hour),
        ("fin de mois", Misread.no_hour),
    ],
)
def test_an_end_that_is_not_sure_is_refused(words: str, why: Misread) -> None:
    """Backwards, over night from an afternoon, or two things at once: a question, not a guess."""
    assert refuse(words).why is why


def test_what_was_proposed_for_a_day_alone_is_understood() -> None:
    """A day is refused for want of an hour; typing the hour proposed makes it a slot."""
    found = refuse("jeudi 12 novembre")
    assert found.proposal == wall("2026-11-12 14:00")
    assert read(f"{found.proposal:%Y-%m-%d %H:%M}").start.wall == found.proposal


def test_today_without_an_hour_proposes_one_that_is_to_come() -> None:
    """In the afternoon the evening is proposed; late in the evening, nothing."""
    noon, late = datetime(2026, 11, 2, 14, tzinfo=UTC), datetime(2026, 11, 2, 21, tzinfo=UTC)

    assert refuse("aujourd'hui", noon) == NotUnderstood(
        Misread.no_hour, "aujourd'hui", wall("2026-11-02 18:00"), PARIS
    )
    assert refuse("aujourd'hui", late) == NotUnderstood(Misread.no_hour, "aujourd'hui", None, PARIS)


def test_a_slot_may_be_in_another_zone() -> None:
    """A zone at its end is the slot's, with an end as well as with a length."""
    found = read("mardi 14h-15h Europe/London")
    again = read("tue 2pm for 1h London time")

    assert found == again
    assert found.start.zone == "Europe/London"
    assert end_of(found) == datetime(2026, 11, 3, 15, tzinfo=UTC)


def test_a_refusal_says_what_to_type() -> None:
    """The sentence names what is missing, in both languages."""
    english, french = Reader("en", PARIS), Reader("fr", PARIS)

    assert plain(misread(refuse("mardi"), english), english) == (
        "Did you mean 2026-11-03 14:00? “mardi” names no hour."
    )
    assert plain(misread(refuse("mardi 15h-14h"), french), french) == (
        f"«{NB}mardi 15h-14h{NB}» se termine avant de commencer. "
        f"Écrivez le début puis la fin, par exemple «{NB}vendredi 14h-15h30{NB}»."
    )


# Several slots


@pytest.mark.parametrize(
    ("raw", "slots"),
    [
        ("mardi 3 nov, 14h; jeu 5 nov 10h", ("mardi 3 nov, 14h", "jeu 5 nov 10h")),
        ("mardi 14h\njeudi 10h;\n\n vendredi 9h ;", ("mardi 14h", "jeudi 10h", "vendredi 9h")),
        ("mardi 14h", ("mardi 14h",)),
        (" ; \n", ()),
        ("", ()),
    ],
)
def test_semicolons_and_new_lines_separate_slots(raw: str, slots: tuple[str, ...]) -> None:
    """A comma belongs to a date."""
    assert split_slots(raw) == slots


@pytest.mark.parametrize(
    ("typing", "first"),
    [
        ("", "2026-11-03 14:00"),
        ("mardi 14h", "2026-11-03 14:00"),
        ("mardi", "2026-11-03 14:00"),
        ("jeudi 5 nov 10h-11h30", "2026-11-05 10:00 (90 min)"),
        ("mardi 14h; jeu", "2026-11-03 14:00; 2026-11-05 14:00"),
        ("mardi 14h (1h)\njeudi 9", "2026-11-03 14:00 (60 min); 2026-11-05 09:00"),
        ("mardi 14h; ", "2026-11-03 14:00; 2026-11-06 14:00"),
        ("2027-03-28 02:30", "2027-03-28 03:30"),
        ("tue 2pm London time; wed 9am", "2026-11-03 14:00 Europe/London; 2026-11-04 09:00"),
        ("mardi 14h ou 15h; jeu", None),
        ("xyz", None),
    ],
)
def test_the_last_slot_is_completed_and_those_before_are_kept(
    typing: str, first: str | None
) -> None:
    """Each suggestion is the whole line, written so that it means the same on any day."""
    found = complete_slots(typing, now=NOW, zone=PARIS, language="fr")

    assert (found[0][0] if found else None) == first
    for value, starts in found:
        slots = [read(each) for each in split_slots(value)]
        assert [slot.start for slot in slots] == starts


def test_a_line_that_would_not_fit_is_not_suggested() -> None:
    """Discord sends back no more than 100 characters: five slots fit, a sixth does not."""
    five = "; ".join(f"2026-11-{day:02d} 14:00" for day in range(3, 8))
    four = five.rpartition("; ")[0]

    found = complete_slots(f"{four}; 9 nov", now=NOW, zone=PARIS, language="fr")
    assert found and max(len(value) for value, _ in found) <= LONGEST_CHOICE
    assert complete_slots(f"{five}; 9 nov", now=NOW, zone=PARIS, language="fr") == []


# Properties

typed = st.sampled_from([each.words for each in PHRASES])
pieces = st.sampled_from(sorted({part for each in PHRASES for part in each.words.split()}))
slots = typed | phrases | st.lists(pieces, max_size=6).map(" ".join) | st.text()


@given(slots, languages, nows, zones)
@example("\ud800", "fr", NOW, PARIS)
@example("31/12/9998 22h-2h", "fr", NOW, PARIS)
@example("2028-11-01 22:00-02:00", "fr", NOW, PARIS)
def test_no_text_breaks_the_reading_of_a_slot(
    words: str, language: str, now: datetime, zone: str
) -> None:
    """Any text is a slot to come of at most a day, or refused with a proposal that would do."""
    found = understand_slot(words, now=now, zone=zone, language=language)

    if isinstance(found, Slot):
        assert now < found.start.instant
        assert resolve(found.start.wall, found.start.zone).instant == found.start.instant
        assert not found.start.date_only
        assert found.minutes is None or 0 < found.minutes <= 25 * 60
    elif found.proposal is not None:
        again = understand_slot(found.proposal.isoformat(), now=now, zone=found.zone)
        assert isinstance(again, Slot)
        assert again.start.wall == found.proposal


@given(st.integers(1, 700 * 1440), st.none() | st.integers(1, 1440), zones, zones, languages)
def test_a_slot_written_in_full_comes_back(
    minutes: int, length: int | None, zone: str, home: str, language: str
) -> None:
    """What a suggestion writes is understood as itself, wherever it was typed."""
    instant = NOW + timedelta(minutes=minutes)
    first = understand_slot(f"{instant:%Y-%m-%d %H:%M} {zone}", now=NOW, zone=home)
    if isinstance(first, NotUnderstood):
        assert first.why in {Misread.gap, Misread.past}
        return
    slot = Slot(first.start, length)

    assert understand_slot(write(slot, home), now=NOW, zone=home, language=language) == slot


@given(slots, languages)
def test_suggestions_of_slots_never_break_nor_repeat(words: str, language: str) -> None:
    """At most five, each with its date and short enough to be sent."""
    found = complete_slots(words, now=NOW, zone=PARIS, language=language)

    assert len({value for value, _ in found}) == len(found) <= 5
    assert all(len(value) <= LONGEST_CHOICE and starts for value, starts in found)


WAYS = (
    "{fr_day} {d} {fr_month} {Y} de {H}h{M} à {eH}h{eM}",
    "le {d} {fr_month} {Y} {H}h{M}-{eH}h{eM}",
    "{fr_day} {d}/{m}/{Y}, {H}:{M} - {eH}:{eM}",
    "{H}h{M}–{eH}h{eM} {fr_day} {d} {fr_short} {Y}",
    "{fr_day} {d}.{m}.{Y} {H}h{M} ({length} min)",
    "{en_day}, {en_month} {d}, {Y}, {twelve} to {e_twelve}",
    "{d} {en_month} {Y} from {twelve} until {e_twelve}",
    "{twelve}-{e_twelve} on {en_day} {d} {en_short} {Y}",
    "{en_short} {d} {Y} at {twelve} for {length} minutes",
    "{Y}-{m:02d}-{d:02d} {H}:{M}-{eH}:{eM}",
)


@given(st.integers(1, 700 * 96), st.integers(1, 4 * 8), st.sampled_from(WAYS), languages)
@example(1, 4, WAYS[0], "fr")
def test_a_slot_written_in_a_usual_way_is_itself_or_refused(
    quarters: int, lasts: int, way: str, language: str
) -> None:
    """Whatever the day and the hours: never another day, another hour or another length."""
    start = wall("2026-11-02 10:00") + timedelta(minutes=15 * quarters)
    end = start + timedelta(minutes=15 * lasts)
    parts: dict[str, str | int] = {
        "d": start.day, "m": start.month, "Y": start.year, "H": start.hour, "eH": end.hour,
        "M": f"{start:%M}", "eM": f"{end:%M}", "length": 15 * lasts,
        "twelve": f"{start:%I:%M%p}".lstrip("0").lower(),
        "e_twelve": f"{end:%I:%M%p}".lstrip("0").lower(),
    }  # fmt: skip
    for tongue in ("fr", "en"):
        for name, shape in (("day", "EEEE"), ("month", "MMMM"), ("short", "MMM")):
            parts[f"{tongue}_{name}"] = format_date(start, shape, locale=tongue)
    words = way.format(**parts)
    found = understand_slot(words, now=NOW, zone=PARIS, language=language)

    if isinstance(found, Slot):
        assert found.start.wall == start, words
        assert found.minutes is not None
        real = resolve(end, PARIS).instant - found.start.instant
        assert timedelta(minutes=found.minutes) in {real, timedelta(minutes=15 * lasts)}, words
    elif 8 <= start.hour < end.hour and start.date() == end.date():
        raise AssertionError(f"{words}: {found.why}")
