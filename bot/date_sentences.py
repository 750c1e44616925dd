"""A date said back to people: the sentence that repeats it, the time left, the zone by its city."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_interval, format_timedelta, get_timezone_location

from bot.date_words import bare, french_or_english
from scheduling.calendar import local, offset_at, offset_differs_that_day

_NO_BREAK = "\u00a0"
_MINUS = "\u2212"
_OUR_HOUR = re.compile(r"\b([0-9])[ \u00a0]h[ \u00a0](?=[0-9])")


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


@lru_cache(maxsize=1024)
def say_day(day: date, language: str) -> str:
    """Say a day alone: "Tuesday 3 November 2026"."""
    shape = "EEEE d MMMM y" if language == "en" or day.day > 1 else "EEEE d'er' MMMM y"
    return format_date(day, shape, locale=language)


@lru_cache(maxsize=1024)
def say_span(first: date, last: date, language: str) -> str:
    """Say days from one to another, both included, briefly: "10 Dec 2026 – 9 Jan 2027"."""
    locale = "en_GB" if language == "en" else language
    return format_interval(first, last, "yMMMd", locale=locale)


def of_24_hours(sentence: str) -> str:
    """Take our own sentence, write "2 h 30" as "02 h 30": nobody is asked whether that is 14:30."""
    return _OUR_HOUR.sub(r"0\1 h ", sentence)


@lru_cache(maxsize=512)
def places(zone: str) -> tuple[str, ...]:
    """Give what our sentences end with in `zone`, without capitals and accents."""
    return tuple(bare(f"({_place(zone, tongue) or 'UTC+0'})") for tongue in ("en", "fr"))


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
    vowel = bare(city)[:1] in tuple("aeiouy") and not city.startswith("Y")
    return f"heure d\u2019{city}" if vowel else f"heure de {city}"


def _say_offset(offset: timedelta) -> str:
    sign = _MINUS if offset < timedelta() else "+"
    hours, minutes = divmod(round(abs(offset).total_seconds() / 60), 60)
    return f"UTC{sign}{hours}" + (f":{minutes:02d}" if minutes else "")
