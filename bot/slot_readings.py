"""What words for a stretch of time may mean: "14h-15h30", "2 to 4pm", "de 10 à 12h", "evening 7-9".

Every meaning, as for an hour alone: nobody knows whether "2-3" is before noon or after.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.date_readings import Clock, clocks
from bot.date_words import PARTS, any_of

_PART = any_of(PARTS)
_IN_PART = re.compile(rf"(?:(?P<first>{_PART}) )?(?P<hours>.+?)(?: (?P<last>{_PART}))?")
_STRETCH = re.compile(
    r"(?P<opens>de |from |at |a |@ ?)?(?P<start>.+?)"
    r"(?P<joint> ?- ?| (?:a|to|till|until|jusqu'a) )(?P<end>.+)"
)
_SIDE = re.compile(
    r"(?P<hour>[0-9]{1,2})(?: ?(?P<h>h|heures?)(?: ?(?P<after>[0-9]{2}))?|(?P<sign>[:.])"
    r"(?P<minute>[0-9]{2}))?(?: ?(?P<half>[ap])m)?"
)
_FOUR = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])")
_MORNING, _HALF_DAY, _AFTERNOON, _DAY = 8 * 60, 12 * 60, 13 * 60, 24 * 60
# What may well end after midnight starts in the evening and ends in the night.
_EVENING, _NIGHT = 18 * 60, 6 * 60
# Until which hour "2h", "2:00" and "2" may be before noon or after.
_VAGUE_UNTIL = {"h": 6, ":": 7, "": 12}


@dataclass(frozen=True, slots=True)
class _Side:
    """An end of a stretch as written: minutes after midnight, and the sign that makes it an hour.

    It is `sure` with a half of the day ("pm"), as a word ("midi") or as "09:00".
    """

    at: int
    mark: str = ""
    half: bool = False
    sure: bool = False
    wrong: bool = False

    @property
    def halves(self) -> list[int]:
        """Before noon and after, where twelve hours are counted."""
        return [self.at % _HALF_DAY, self.at % _HALF_DAY + _HALF_DAY]

    def vague(self, mark: str) -> bool:
        """Whether it may be before noon or after, where hours are written with `mark`."""
        return not self.sure and 60 <= self.at < (_VAGUE_UNTIL[mark] + 1) * 60


def stretches(text: str) -> Iterator[Clock]:
    """Take the spelled words for a time of day or a stretch of it, give all that they may mean."""
    yield from clocks(text)
    inside = _IN_PART.fullmatch(text)
    if inside is None or (inside["first"] and inside["last"]):
        return
    found = _STRETCH.fullmatch(inside["hours"])
    start, end = (_side(found["start"]), _side(found["end"])) if found else (None, None)
    if found is None or start is None or end is None or start.at == _DAY:
        return  # "from midnight": the one that begins the day, or the one that ends it?
    if start.wrong or end.wrong:
        yield Clock(0, wrong=True)
    elif part := inside["first"] or inside["last"]:
        for clock in clocks(f"{part} {found['start']}"):
            ends = [end.at] if end.sure else [end.at, *end.halves]
            yield clock if clock.wrong else _until(clock.hour * 60 + clock.minute, ends)
    elif found["joint"] != " a " or start.mark or found["opens"] == "de ":  # "le 3 à 14h"
        yield from _read(start, end, lasts="-" in found["joint"])


def _read(start: _Side, end: _Side, *, lasts: bool) -> Iterator[Clock]:
    """Rule: an end without "pm" or "h" takes the other's; between two that have none, both halves.

    `lasts`: the second may be a length as well ("10h - 1h30").
    """
    counts_twelve = start.at < _AFTERNOON and not start.sure
    if counts_twelve and end.sure and (start.vague(start.mark) or (end.half and start.mark != "h")):
        before = [at for at in start.halves if at < end.at]
        yield _until(before[-1] if before else start.at, [end.at])
        return
    literal = end.sure or end.at >= _AFTERNOON
    if start.sure:
        yield _until(start.at, [end.at] if literal else end.halves)
        return
    mark = next((each for each in "h:" if each in (start.mark, end.mark)), "")
    if not mark and max(start.at, end.at) >= _AFTERNOON:
        mark = "h"
    if start.vague(mark):
        ends = [end.at] if literal else end.halves
        later = [at + _DAY for at in ends]
        for at in sorted(start.halves, reverse=not _MORNING <= start.at < _HALF_DAY):
            yield _until(at, ends + later)
        return
    vague = end.vague(mark) and start.at < _AFTERNOON
    yield _until(start.at, end.halves if vague else [end.at])
    if vague and lasts and end.mark == "h":
        yield _until(start.at, [start.at + end.at])


def _until(start: int, ends: list[int]) -> Clock:
    """Give the stretch up to the first end that comes after its start."""
    later = [end for end in sorted(ends) if end > start]
    if not later and start >= _EVENING and min(ends) <= _NIGHT:
        later = [min(ends) + _DAY]
    hour, minute = divmod(start % _DAY, 60)
    return Clock(hour, minute, until=later[0] if later else None, early=not later)


def _side(text: str) -> _Side | None:
    if text in ("noon", "midnight"):
        return _Side(_HALF_DAY if text == "noon" else _DAY, sure=True)
    if found := _FOUR.fullmatch(text):
        return _Side(int(found[1]) * 60 + int(found[2]), sure=True)
    found = _SIDE.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["after"] or found["minute"] or 0)
    mark = "h" if found["h"] else ":" if found["sign"] else ""
    wrong = minute > 59 or hour > 24 or (hour == 24 and minute > 0)
    if half := found["half"]:
        wrong = wrong or not 1 <= hour <= 12
        at = hour % 12 * 60 + minute + (_HALF_DAY if half == "p" else 0)
        return _Side(at or _DAY, mark, half=True, sure=True, wrong=wrong)
    return _Side(hour * 60 + minute, mark, sure=text.startswith("0"), wrong=wrong)
