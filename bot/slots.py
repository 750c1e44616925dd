"""A slot for a meeting as people type it: a day and an hour, and how long it lasts if they say so.

"mardi 14h-15h30", "tue 2-3.30pm", "jeu 5 nov de 10h à 11h30", "mardi 14h (90 min)". As with dates,
what may be two things is refused with a proposal; a day without an hour is no slot.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.date_reader import Meaning, NotUnderstood, Reader, Understood, distinct
from bot.date_readings import lengths_said, like_a_clock
from bot.date_typing import MEETING_HOURS, continued
from bot.date_words import Misread
from bot.slot_readings import stretches
from scheduling.calendar import WallKind, resolve

SUGGESTIONS = 5
LONGEST_CHOICE = 100  # what Discord takes as the value of a suggestion
MOST_MINUTES = 24 * 60
# When people meet who only said the day.
_USUAL = (time(14), time(18))
_BETWEEN = re.compile(r"[;\n]")
_FOR = re.compile(r"(?P<slot>.+) (?:for|pour|pendant|pdt|duree|lasting)(?: de)? (?P<length>.+)")


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot as understood: its start, and how many real minutes it lasts, if that was said."""

    start: Understood
    minutes: int | None


def understand_slot(
    words: str, *, now: datetime, zone: str, language: str = "en"
) -> Slot | NotUnderstood:
    """Take a slot as typed, the instant at which and its author's zone; give it, or why not.

    The rules of `bot.dates.understand`, and: a day needs an hour; an end before the start is
    refused, one after midnight is taken from an evening to its night ("22h-0h30").
    """
    reader = _SlotReader(words, now, zone, language)
    found = reader.slots()
    if len(found) > 1:
        walls = [each.start.wall for each in found if isinstance(each, Slot)]
        walls += [
            each.proposal for each in found if isinstance(each, NotUnderstood) and each.proposal
        ]
        return reader.refused(Misread.ambiguous, walls[0] if walls else None)
    return found[0] if found else reader.refused(Misread.unknown)


def end_of(slot: Slot) -> datetime | None:
    """Give the instant at which a slot ends: so many real minutes later, whatever the clocks do."""
    if slot.minutes is None:
        return None
    return slot.start.instant + timedelta(minutes=slot.minutes)


def split_slots(raw: str) -> tuple[str, ...]:
    """Take several slots typed as one text, give each: semicolons and new lines separate them."""
    return tuple(slot for part in _BETWEEN.split(raw) if (slot := part.strip(" \t\r,")))


def complete_slots(
    typing: str, *, now: datetime, zone: str, language: str = "en"
) -> list[tuple[str, list[Understood]]]:
    """Take slots of which the last is being typed; give texts to go on with, and their starts.

    Those before the last are kept, written in full ("2026-11-03 14:00"); where one of them is not
    understood, or all do not fit into a suggestion, there is none.
    """
    *before, last = _BETWEEN.split(typing)
    kept = [
        understand_slot(words, now=now, zone=zone, language=language)
        for words in split_slots("\n".join(before))
    ]
    slots = [each for each in kept if isinstance(each, Slot)]
    if len(slots) < len(kept):
        return []
    found: list[tuple[str, list[Understood]]] = []
    for slot in _candidates(last.strip(), now, zone, language):
        several = [*slots, slot]
        value = "; ".join(write(each, zone) for each in several)
        if slot not in slots and len(value) <= LONGEST_CHOICE:
            found.append((value, [each.start for each in several]))
    return found


def write(slot: Slot, zone: str) -> str:
    """Write a slot so that it is understood as itself by whoever is in `zone`, on any day."""
    length = f" ({slot.minutes} min)" if slot.minutes else ""
    elsewhere = "" if slot.start.zone == zone else f" {slot.start.zone}"
    return f"{slot.start.wall:%Y-%m-%d %H:%M}{length}{elsewhere}"


def _candidates(words: str, now: datetime, zone: str, language: str) -> list[Slot]:
    """Give up to five slots that the words may become, likeliest first."""
    found: dict[Slot, None] = {}
    for phrase in continued(words, language, MEETING_HOURS):
        reader = _SlotReader(phrase, now, zone, language)
        found |= dict.fromkeys(each for each in reader.slots() if isinstance(each, Slot))
        if len(found) >= SUGGESTIONS:
            break
    refused = understand_slot(words, now=now, zone=zone, language=language)
    if not found and isinstance(refused, NotUnderstood) and refused.proposal:
        written = refused.proposal.isoformat()
        proposed = understand_slot(written, now=now, zone=refused.zone, language=language)
        return [proposed] if isinstance(proposed, Slot) else []
    return list(found)[:SUGGESTIONS]


class _SlotReader(Reader):
    """A reading that looks for stretches of time and lengths as well."""

    def __init__(self, words: str, now: datetime, zone: str, language: str) -> None:
        """Read hours as stretches."""
        super().__init__(words, now, zone, language, stretches)

    def slots(self) -> list[Slot | NotUnderstood]:
        """Give every distinct outcome, in the order of the meanings found."""
        return distinct(self._all_meanings(), self.tongue, self._slot)

    def _all_meanings(self) -> Iterator[Meaning]:
        yield from self.meanings(self.text)
        # "jeudi 12 - 14h" may be Thursday 12 at 14:00 as well as from 12:00 to 14:00.
        if " - " in self.text:
            apart = self.meanings(self.text.replace(" - ", " "))
            yield from (each for each in apart if each.why is None and not each.hourless)
        for words, minutes in _cut_lengths(self.text):
            for each in self.meanings(words):
                if not (each.hourless or each.part or each.ends):
                    yield replace(each, minutes=minutes)

    def _slot(self, meaning: Meaning) -> Slot | NotUnderstood:
        if meaning.wall is not None and (meaning.hourless or meaning.part):
            return self._without_hour(meaning, meaning.wall)
        start = self.judged(meaning)
        if isinstance(start, NotUnderstood):
            return start
        minutes = meaning.minutes
        if meaning.ends is not None:
            end = resolve(meaning.ends, self.zone)
            if end.kind is WallKind.gap:
                return self.refused(Misread.gap)
            minutes = int((end.instant - start.instant).total_seconds() // 60)
        if minutes is not None and minutes <= 0:
            return self.refused(Misread.ends_early)
        return Slot(start, minutes)

    def _without_hour(self, meaning: Meaning, day: datetime) -> NotUnderstood:
        """Ask for the hour: propose that of the part of the day, or a usual one."""
        hours = [day.time()] if meaning.part else _USUAL
        outcomes = [
            self.judged(replace(meaning, wall=datetime.combine(day, hour), date_only=False))
            for hour in hours
        ]
        for outcome in outcomes:
            if isinstance(outcome, Understood):
                return self.refused(Misread.no_hour, outcome.wall)
        first = outcomes[0]
        assert isinstance(first, NotUnderstood), "the others were returned"
        gone = first.why is Misread.past and day.date() == self.today and meaning.hourless
        return self.refused(Misread.no_hour) if gone else first


def _cut_lengths(text: str) -> Iterator[tuple[str, int]]:
    """Give the words before a length at the end, and its minutes: "for 90 min", "1 hour"."""
    if found := _FOR.fullmatch(text):
        yield from ((found["slot"], minutes) for minutes in _minutes(found["length"]))
    tokens = text.split(" ")
    for cut in range(1, len(tokens)):
        length = " ".join(tokens[cut:])
        if not like_a_clock(length):
            yield from ((" ".join(tokens[:cut]), minutes) for minutes in _minutes(length))


def _minutes(length: str) -> Iterator[int]:
    for span in lengths_said(length):
        if not (span.months or span.days) and 0 < span.minutes <= MOST_MINUTES:
            yield span.minutes
