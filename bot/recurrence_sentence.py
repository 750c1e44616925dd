"""The sentence that repeats a rule: "the second Tuesday of each month at 14:00 (Paris time), …".

It can be typed as it stands, and then means the same again.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from babel.dates import format_date, get_day_names, get_month_names

from bot.date_words import french_or_english
from bot.dates import say, say_day
from scheduling.calendar import resolve
from scheduling.public_holidays import say_country
from scheduling.recurrence import LAST, DayOfMonth, NthWeekday, Rule, Weekly

_SAID = {
    "en": {
        "week": "every {days}",
        "weeks": "every {every} weeks on {days}",
        "workdays": "every weekday",
        "daily": "every day",
        "month": "the {day} of each month",
        "months": "every {every} months on the {day}",
        "last day": "last day",
        "or last": " (or its last day)",
        "except": "except {what}",
        "in months": "in {months}",
        "on holidays": "on public holidays ({country})",
        "from": "from {day}",
        "until": "until {day}",
        "times": "{count} times",
        "and": " and ",
    },
    "fr": {
        "week": "tous les {days}",
        "weeks": "toutes les {every} semaines, {days}",
        "workdays": "du lundi au vendredi",
        "daily": "tous les jours",
        "month": "le {day} de chaque mois",
        "months": "tous les {every} mois, le {day}",
        "last day": "dernier jour",
        "or last": " (ou son dernier jour)",
        "except": "sauf {what}",
        "in months": "en {months}",
        "on holidays": "les jours fériés ({country})",
        "from": "à partir du {day}",
        "until": "jusqu\u2019au {day}",
        "times": "{count} fois",
        "and": " et ",
    },
}
_ORDINALS = {
    "en": {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"},
    "fr": {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", LAST: "dernier"},
}
_WORKDAYS, _EVERY_DAY = frozenset(range(5)), frozenset(range(7))


def say_rule(rule: Rule, at: time, zone: str, language: str, *, start: date | None = None) -> str:
    """Take a rule and its time on the wall of `zone`, give the sentence that repeats it.

    "the second Tuesday of each month at 14:00 (Paris time), except in August, until 30 June 2027".
    With `start`, it says from which day on, too.
    """
    tongue = french_or_english(language)
    said = _SAID[tongue]
    left_out = []
    if rule.not_in:
        names = get_month_names("wide", locale=tongue)
        months = _listed([names[month] for month in sorted(rule.not_in)], tongue)
        left_out.append(said["in months"].format(months=months))
    if rule.not_holidays_of:
        name = say_country(rule.not_holidays_of, tongue).replace(" (", ", ").replace(")", "")
        left_out.append(said["on holidays"].format(country=name))
    parts = [_rhythm(rule.rhythm, tongue) + say_hour(at, zone, tongue)]
    if left_out:
        parts.append(said["except"].format(what=said["and"].join(left_out)))
    if start is not None:
        parts.append(said["from"].format(day=_date(start, tongue)))
    if rule.until is not None:
        parts.append(said["until"].format(day=_date(rule.until, tongue)))
    if rule.count is not None:
        parts.append(said["times"].format(count=rule.count))
    return ", ".join(parts)


def say_hour(at: time, zone: str, language: str) -> str:
    """Say a time and its zone as `bot.dates.say` does, without a day: " at 14:00 (Paris time)"."""
    # In the middle of January no clock changes, so that no distance from UTC is said.
    day = date(2026, 1, 15)
    whole = say(resolve(datetime.combine(day, at), zone).instant, zone, language)
    return whole.removeprefix(say_day(day, french_or_english(language)))


def asides(zone: str) -> tuple[str, ...]:
    """Give what a sentence says in brackets and nobody needs to type, in either language."""
    hours = [say_hour(time(), zone, tongue) for tongue in _SAID]
    return (*(hour[hour.rindex("(") :] for hour in hours), *(s["or last"] for s in _SAID.values()))


def _rhythm(rhythm: Weekly | NthWeekday | DayOfMonth, tongue: str) -> str:
    said, every = _SAID[tongue], rhythm.every
    if isinstance(rhythm, Weekly):
        if every > 1:
            days = _weekdays(rhythm.weekdays, tongue, before="le " if tongue == "fr" else "")
            return said["weeks"].format(every=every, days=days)
        if rhythm.weekdays in (_WORKDAYS, _EVERY_DAY):
            return said["workdays" if rhythm.weekdays == _WORKDAYS else "daily"]
        return said["week"].format(
            days=_weekdays(rhythm.weekdays, tongue, after="s" if tongue == "fr" else "")
        )
    shorter = ""
    if isinstance(rhythm, NthWeekday):
        nth = [_ORDINALS[tongue][each] for each in sorted(rhythm.nth, key=lambda each: each % 5)]
        joined = _listed(nth, tongue).replace(" et ", " et le ")
        day = f"{joined} {_weekdays({rhythm.weekday}, tongue)}"
    elif rhythm.day == 31:
        day = said["last day"]
    else:
        day = _numbered(rhythm.day, tongue)
        shorter = said["or last"] if rhythm.day > 28 else ""
    return said["month" if every == 1 else "months"].format(every=every, day=day) + shorter


def _weekdays(weekdays: Iterable[int], tongue: str, *, before: str = "", after: str = "") -> str:
    names = get_day_names("wide", locale=tongue)
    return _listed([before + names[each] + after for each in sorted(weekdays)], tongue)


def _numbered(day: int, tongue: str) -> str:
    if tongue == "fr":
        return "1er" if day == 1 else str(day)
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _date(day: date, tongue: str) -> str:
    shape = "d'er' MMMM y" if tongue == "fr" and day.day == 1 else "d MMMM y"
    return format_date(day, shape, locale=tongue)


def _listed(words: Sequence[str], tongue: str) -> str:
    first, last = ", ".join(words[:-1]), words[-1]
    return f"{first}{_SAID[tongue]['and']}{last}" if first else last
