"""A zone typed after a date: by its name ("Europe/Paris"), or by its city as people say it."""

import re

from bot.date_words import bare
from bot.text import Text, Words, text
from scheduling.calendar import zone_named, zones_near

_BY_NAME = re.compile(r"(.*\S)\s+([A-Za-z]+/[A-Za-z0-9_+/-]+|(?i:utc|gmt))", re.DOTALL)
_LIKE_A_NAME = re.compile(r".*\s\(?([A-Za-z]{3,}/[A-Za-z_/+-]{3,})\)?", re.DOTALL)
_IN_BRACKETS = re.compile(r" ?\(([^()]*)\)$")
_FRENCH = re.compile(r"(.*\S),? heure (?:de |du |d')(.+)")
_LONGEST_CITY = 3
# Cities that the zone database keeps under an English name, or under another's.
_CITIES = {
    "londres": "Europe/London", "bruxelles": "Europe/Brussels", "geneve": "Europe/Zurich",
    "lisbonne": "Europe/Lisbon", "alger": "Africa/Algiers", "caire": "Africa/Cairo",
    "quebec": "America/Toronto",
}  # fmt: skip


def zone_typed(words: str) -> tuple[str, str]:
    """Take a date as typed, give it without the zone at its end, and that zone's name, or ""."""
    named = _BY_NAME.fullmatch(words.strip())
    if named and (zone := zone_named(named[2])):
        return named[1], zone
    text = _IN_BRACKETS.sub(r" \1", bare(words))
    if found := _FRENCH.fullmatch(text):
        return (found[1], zone) if (zone := _zone_of(found[2])) else (words, "")
    *before, last = text.split(" ")
    for count in range(min(_LONGEST_CITY, len(before) - 1), 0, -1) if last == "time" else ():
        if zone := _zone_of(" ".join(before[-count:])):
            return " ".join(before[:-count]), zone
    return words, ""


def no_such_zone(words: str) -> Text:
    """The sentence about a zone that nobody knows, with those whose names are nearest."""
    given, near = Words(words[:60]), zones_near(bare(words[:60]))
    if near:
        return text("unknown-zone-near", given=given, near=Words(", ".join(near)))
    return text("unknown-zone", given=given)


def unknown_zone(words: str) -> str:
    """Take a date as typed, give what stands at its end like a zone's name but is none, or ""."""
    named = _LIKE_A_NAME.fullmatch(words.strip())
    return named[1] if named and not zone_named(named[1]) else ""


def _zone_of(city: str) -> str:
    return _CITIES.get(city) or zone_named(city)
