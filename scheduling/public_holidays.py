"""Public holidays: on which days a country does not work, under which name, and whose they are.

A country is an ISO code ("FR"), a part of one with its own holidays code and part ("CA-QC"); nothing
is the empty string. The dates are those of the library `holidays`, which takes a second to load: it is
loaded when first asked, or before (`load`), and a year of a country is worked out once.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from scheduling.calendar import working_day_on_or_after

_DAY = timedelta(days=1)
_LONGEST_BREAK = 30  # days; more holidays in a row would be a mistake of the library

# A zone that one part of a country has to itself; elsewhere a zone tells the country alone.
_PARTS = {"America/Montreal": "CA-QC"}

# What people call countries besides, folded.
_ALSO = {
    "america": "US", "czech republic": "CZ", "emirats": "AE", "etats unis d amerique": "US",
    "grande bretagne": "GB", "great britain": "GB", "hollande": "NL", "holland": "NL",
    "hong kong": "HK", "ivory coast": "CI", "macao": "MO", "macau": "MO", "rdc": "CD",
    "republique tcheque": "CZ", "reunion": "RE", "turkey": "TR", "u k": "GB", "u s": "US",
    "uk": "GB", "usa": "US",
}  # fmt: skip


def load() -> None:
    """Load the library now, so that nobody who types has to wait for it."""
    from holidays import country_holidays

    country_holidays("FR")


def holiday_name(day: date, country: str, language: str) -> str | None:
    """Name the public holiday that `day` is in `country`, in `language` where it has a name there.

    None on any other day, and where the country is not known.
    """
    return _year(country, day.year, language[:2].lower()).get(day)


def is_holiday(day: date, country: str) -> bool:
    """Say whether `day` is a public holiday in `country`."""
    return bool(country) and holiday_name(day, country, "en") is not None


def working_day_in(country: str, day: date) -> date:
    """Give `day` if people work then in `country`, else the next day on which they do.

    Rule: from Monday to Friday, and no public holiday; without a country, no day is one.
    """
    found = working_day_on_or_after(day)
    for _ in range(_LONGEST_BREAK):
        if not is_holiday(found, country):
            break
        found = working_day_on_or_after(found + _DAY)
    return found


@lru_cache(maxsize=1)
def countries() -> Mapping[str, Mapping[str, str]]:
    """Every country whose holidays are known: its code, and its name by language (en, fr)."""
    from babel import Locale
    from holidays import list_supported_countries

    names = {language: Locale(language).territories for language in ("en", "fr")}
    return {
        code: {language: known[code] for language, known in names.items()}
        for code in list_supported_countries(include_aliases=False)
        if all(code in known for known in names.values())
    }


def say_country(country: str, language: str) -> str:
    """Name a country, in the language of who reads: "Sénégal", "Canada (QC)"."""
    code, _, part = country.partition("-")
    name = countries().get(code, {}).get("fr" if language[:2].lower() == "fr" else "en", code)
    return f"{name} ({part})" if part else name


def country_named(words: str) -> str:
    """Take a country as people type it ("France", "fr", "Québec", "Canada (QC)"); give it, or "".

    Rule: a part of a country that goes by its name alone is known where no other part, nor a
    country, has that name.
    """
    typed = _fold(words)
    if not typed:
        return ""
    whole = _names().get(typed, "")
    return whole or _parts().get(typed, "")


@lru_cache(maxsize=1024)
def likely_country(zone: str) -> str:
    """Take a time zone, give the country that it lies in; "" for one that lies in none ("UTC")."""
    from babel.core import get_global

    if zone in _PARTS:
        return _PARTS[zone]
    name = get_global("zone_aliases").get(zone, zone)
    found = str(get_global("zone_territories").get(name, ""))
    return found if len(found) == 2 and found.isalpha() and found != "ZZ" else ""


@lru_cache(maxsize=512)
def _year(country: str, year: int, language: str) -> Mapping[date, str]:
    """The public holidays of one year, by day; none for a country that is not known."""
    if not country:
        return {}
    from holidays import country_holidays

    code, _, part = country.partition("-")
    try:
        known = country_holidays(code, subdiv=part or None)
    except NotImplementedError:
        return {}
    tongue = _tongue(known.supported_languages, known.default_language, language)
    found = country_holidays(code, subdiv=part or None, years=year, language=tongue)
    return {day: _printed(name) for day, name in found.items()}


def _tongue(known: tuple[str, ...], usual: str | None, language: str) -> str | None:
    """The language of the library's names nearest to the reader's; English where there is none."""
    for wanted in (language, "en"):
        mine = [each for each in known if each[:2] == wanted]
        if mine:
            return usual if usual in mine else mine[0]
    return usual


def _printed(name: str) -> str:
    """The library's name as it is printed: two of one day with a comma, a real apostrophe."""
    return name.replace("; ", ", ").replace("'", "\u2019")


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Every country by its folded names and its code."""
    found = dict(_ALSO)
    for code, names in countries().items():
        found |= {_fold(name): code for name in (*names.values(), code)}
    return found


@lru_cache(maxsize=1)
def _parts() -> Mapping[str, str]:
    """Every part of a country by its folded name, with and without the country's."""
    from holidays import country_holidays

    found: dict[str, str] = {}
    for code, names in countries().items():
        known = country_holidays(code)
        own = {part: part for part in known.subdivisions if re.fullmatch("[A-Z0-9]{1,3}", part)}
        called = {**getattr(known, "subdivisions_aliases", {}), **own}
        for name, part in called.items():
            if part not in own:
                continue
            folded, country = _fold(name), f"{code}-{part}"
            whole = [_fold(one) for one in (*names.values(), code)]
            found |= {f"{one} {folded}": country for one in whole}
            found |= {f"{folded} {one}": country for one in whole if name not in own}
            if len(name) > 3:
                taken = found.get(folded, country) != country
                found[folded] = "" if taken else country
    return found


def _fold(words: str) -> str:
    """Words without accents, case, signs or needless spaces: "CA-QC" and "Ca (Qc)" are "ca qc"."""
    letters = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(each for each in letters if not unicodedata.combining(each))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare).split())
