"""A weekday as people tell it from others: "mardi", "next friday", "lundi en huit", "tuesday week".

Where two readers would count differently both days are given, so that nobody chooses for them.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.date_words import WEEKDAYS, any_of

_WEEKS = r"(?:[1-9] (?:weeks?|semaines?)|(?:8|15) jours)"
_LATER = r"(?:week|en (?:8|huit|15|quinze))"
_NUMBERED = r"(?:de )?(?:la )?(?:semaine|sem|s) ?[0-9]{1,2}"
_WEEKDAY = re.compile(
    rf"(?:(?P<before>this|ce|prochain|next|coming|next week|this week|{_NUMBERED}"
    rf"|{_WEEKS} (?:on|from)) )?"
    rf"(?P<weekday>{any_of(WEEKDAYS)})"
    rf"(?: (?P<after>prochain|coming|next week|this week|{_LATER}|(?:in|dans) {_WEEKS}"
    rf"|{_NUMBERED}))?"
)
_NAMED = re.compile(
    rf"(?:de )?(?:(?P<before>{_WEEKS}) (?:(?:from|on) )?)?(?P<named>today|tomorrow)"
    rf"(?: (?P<after>{_LATER}))?"
)
_WEEKEND = re.compile(r"(?:(?:this|ce) )?(?P<next>next )?weekend(?P<after> prochain)?")
_SUNDAY = 6


def weekdays(text: str, today: date) -> Iterator[tuple[date, str]]:
    """Take spelled words, give every day that they may mean, with the weekday's language.

    Rule: a weekday is never today.
    """
    if found := _WEEKDAY.fullmatch(text):
        weekday, tongue = WEEKDAYS[found["weekday"]]
        if found["before"] is None or found["after"] is None:
            nearest = found["before"] == "prochain"  # "le prochain mardi" leaves no doubt
            said = "" if nearest else found["before"] or found["after"] or ""
            yield from ((day, tongue) for day in _choices(said, weekday, today))
    elif found := _NAMED.fullmatch(text):
        if (found["before"] is None) != (found["after"] is None):
            ahead = found["named"] == "tomorrow"
            weeks = _weeks(found["before"] or found["after"])
            yield today + timedelta(ahead + 7 * weeks), ""
    elif found := _WEEKEND.fullmatch(text):
        saturday = 5 - today.weekday()
        first = 7 if found["next"] or found["after"] else 0
        for ahead in (saturday + first, saturday + 1 + first, saturday + 7 + first):
            if ahead >= 0:
                yield today + timedelta(ahead), ""


def _choices(said: str, weekday: int, today: date) -> list[date]:
    """Give the days that a weekday may be, the likeliest first."""
    now = today.weekday()
    ahead = (weekday - now - 1) % 7 + 1
    here = weekday - now  # in the week from Monday to Sunday in which we are
    match said.partition(" ")[0]:
        case "" | "coming":
            days = [ahead]
        case "this" | "ce" if said != "this week":
            days = [ahead] if ahead < 7 else [0, 7]
        case "this":
            days = [here, ahead] if now == _SUNDAY else [here]
        case "next" | "prochain" if said != "next week":
            # Half of us mean this week's while that is to come. A week starts on Sunday or on
            # Monday, and "next" is also doubtful for tomorrow and the day after.
            doubtful = ahead <= max(2, _SUNDAY - now or _SUNDAY)
            days = [ahead + 7, ahead] if doubtful else [ahead]
        case "next":
            days = [here + 7, here + 14] if now == _SUNDAY else [here + 7]
        case "in" | "dans":  # counted from this week, or from the day itself
            weeks = _weeks(said)
            days = [here + 7 * weeks, ahead % 7 + 7 * weeks]
        case _ if weeks := _weeks(said):
            days = [ahead + 7 * weeks] if ahead < 7 else [7 * weeks, 7 * weeks + 7]
        case _:
            number = re.sub("[^0-9]", "", said)
            return list(_in_week(int(number), weekday, today))
    return [today + timedelta(day) for day in dict.fromkeys(days)]


def _weeks(said: str) -> int:
    """Read how many weeks later: "en huit", "week", "2 weeks on", "dans 15 jours"."""
    if said in {"week", "en 8", "en huit"} or "8 jours" in said:
        return 1
    if said in {"en 15", "en quinze"} or "15 jours" in said:
        return 2
    counted = re.search(r"([1-9]) (?:week|semaine)", said)
    return int(counted[1]) if counted else 0


def _in_week(number: int, weekday: int, today: date) -> Iterator[date]:
    """Read « mardi semaine 46 », counted as on calendars here: this year's if it is not over."""
    year, week, _ = today.isocalendar()
    try:
        yield date.fromisocalendar(year + (number < week), number, weekday + 1)
    except ValueError:
        return
