"""Meetings as calendar files: what people put into the calendar that they live by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from bot.calendar_zones import AHEAD, time_zone
from scheduling.calendar import WallKind, local, resolve

if TYPE_CHECKING:
    from icalendar import vUnknown

PRODUCT = "-//Ronde//Ronde//EN"

AFRESH = timedelta(hours=1)
"""How often a calendar is asked to look at its feed again."""

DRAWN = 2048
"""Entries that are kept as drawn; some kilobytes each."""

LONGEST_LINK = 512
"""Characters of an address behind a button: Discord's limit, the lowest of all."""

LONGEST_TITLE = 200
"""Of these, what the title may take."""

_WALL = "%Y%m%dT%H%M%S"
_INSTANT = f"{_WALL}Z"
_CONTROL = dict.fromkeys([*range(32), 127])


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting as a calendar holds it: the local time is what was agreed, whatever the rules."""

    uid: str
    sequence: int
    title: str
    wall: datetime  # naive, in `zone`
    zone: str
    minutes: int
    place: str
    description: str
    address: str  # a link, or nothing
    changed_at: datetime
    cancelled: bool = False

    @property
    def starts_at(self) -> datetime:
        """The instant at which it starts, by the rules of today."""
        return resolve(self.wall, self.zone).instant

    @property
    def ends_at(self) -> datetime:
        """So many real minutes later: the night when clocks change is no shorter and no longer."""
        return self.starts_at + timedelta(minutes=self.minutes)


def uid_of(kind: str, number: int, installation: str) -> str:
    """What calendars know an entry by: the same for ever, and nowhere else the same.

    `installation` is the random name of this one (`storage.installation`), which it does not betray.
    """
    return str(uuid5(UUID(installation), f"{kind}:{number}"))


@dataclass(frozen=True, slots=True)
class Calendar:
    """What one person's calendar is to hold, from every community they belong to."""

    person: int
    name: str
    entries: tuple[Entry, ...]


# ── files ───────────────────────────────────────────────────────────────────────────────────────


def calendar_file(entries: Iterable[Entry], *, method: str | None, name: str) -> bytes:
    """Entries as an iCalendar file (RFC 5545); equal entries make equal bytes.

    A feed has a `name` and no method: PUBLISH would demand an organizer, whose address nobody needs.
    With CANCEL, calendars take the meeting out. Nobody's address is ever written.
    """
    from icalendar import Calendar as File
    from icalendar import vDuration

    head = File()
    head.add("PRODID", PRODUCT)
    head.add("VERSION", "2.0")
    if method is not None:
        head.add("METHOD", method)
    if name:
        head.add("X-WR-CALNAME", _text(_line(name)))
        head.add("REFRESH-INTERVAL", vDuration(AFRESH), parameters={"VALUE": "DURATION"})
        head.add("X-PUBLISHED-TTL", vDuration(AFRESH))
    opening, *end = head.to_ical().rpartition(b"END:VCALENDAR")
    ordered = sorted(entries, key=lambda entry: (entry.wall, entry.uid))
    # Each part is drawn once and kept: the same meeting is in the feeds of many.
    zones = [time_zone(*span) for span in _spans(ordered)]
    events = [_event(entry, method) for entry in ordered]
    return b"".join((opening, *zones, *events, *end))


@lru_cache(maxsize=DRAWN)
def _event(entry: Entry, method: str | None) -> bytes:
    from icalendar import Event, vUnknown

    address = _address(entry.address)
    made = Event()
    made["UID"] = _text(entry.uid)
    made["SEQUENCE"] = vUnknown(str(entry.sequence))
    # Without a method, DTSTAMP says when the entry was last revised: a file is the same tomorrow.
    made["DTSTAMP"] = made["LAST-MODIFIED"] = vUnknown(f"{entry.changed_at:{_INSTANT}}")
    made["STATUS"] = vUnknown("CANCELLED" if entry.cancelled else "CONFIRMED")
    made["SUMMARY"] = _text(_line(entry.title))
    made["DTSTART"], made["DTEND"] = (_time(at, entry.zone) for at in _ends(entry))
    if place := _line(entry.place) or address:
        made["LOCATION"] = _text(place)
    if described := _prose(_joined(entry.description, address)):
        made["DESCRIPTION"] = _text(described)
    if address:
        made["URL"] = vUnknown(address)
    if method is not None:
        # A method demands one (RFC 5546); so Outlook writes an organizer who has no address.
        made["ORGANIZER"] = vUnknown("invalid:nomail")
    drawn: bytes = made.to_ical()
    return drawn


def _time(at: datetime, zone: str) -> vUnknown:
    """The local time of an instant; of two that the clock shows alike, the second as an instant."""
    from icalendar import vUnknown

    shown = at.astimezone(ZoneInfo(zone))
    if zone == "UTC" or shown.fold:
        return vUnknown(f"{at:{_INSTANT}}")
    made = vUnknown(f"{shown:{_WALL}}")
    made.params["TZID"] = zone
    return made


def _spans(entries: Sequence[Entry]) -> list[tuple[str, int, int]]:
    """The zones used, each with the years for which its changes of clock are to be known.

    A file without entries gets one all the same: a calendar may not be empty (RFC 5545, 3.4).
    """
    years: dict[str, list[int]] = {}
    for entry in entries:
        if entry.zone != "UTC":  # its times carry a Z
            years.setdefault(entry.zone, []).append(entry.wall.year)
    if not entries:
        return [("UTC", 2020, 2020 + AHEAD)]
    return [
        (zone, min(seen) - 1, max(*seen, min(seen) + AHEAD) + 1)
        for zone, seen in sorted(years.items())
    ]


def _text(words: str) -> vUnknown:
    """Words as a TEXT (RFC 5545, 3.3.11); icalendar would make a new line of a typed backslash N."""
    from icalendar import vUnknown

    for sign, spelt in (("\\", r"\\"), (";", r"\;"), (",", r"\,"), ("\n", r"\n")):
        words = words.replace(sign, spelt)
    return vUnknown(words)


def _line(words: str) -> str:
    """People's words on one line, without what could begin another."""
    return words.strip() if words.isprintable() else " ".join(_prose(words).split("\n"))


def _prose(words: str) -> str:
    """People's words without control characters; every kind of new line becomes the plain one."""
    lines = words.expandtabs(1).splitlines()
    kept = (line if line.isprintable() else line.translate(_CONTROL) for line in lines)
    return "\n".join(kept).strip()


def _address(said: str) -> str:
    """An address as it is, if it is one: a property that is not text has no way of escaping."""
    plain = said.isprintable() and " " not in said
    return said if plain and said.startswith(("https://", "http://")) else ""


def _joined(description: str, address: str) -> str:
    """The description, then the address: several calendars show no other field that links."""
    return "\n\n".join(part for part in (description, address) if part)


# ── links ───────────────────────────────────────────────────────────────────────────────────────


def google_link(entry: Entry) -> str:
    """An address that opens Google's calendar with this entry filled in."""
    kinds = {resolve(local(at, entry.zone), entry.zone).kind for at in _ends(entry)}
    if kinds == {WallKind.plain}:  # local times: they stand when the rules of the zone change
        times = "/".join(f"{local(at, entry.zone):{_WALL}}" for at in _ends(entry))
    else:
        times = "/".join(f"{at:{_INSTANT}}" for at in _ends(entry))
    return _link(
        "https://calendar.google.com/calendar/render",
        {"action": "TEMPLATE", "dates": times, "ctz": entry.zone},
        entry,
        ("text", "location", "details"),
    )


def outlook_link(entry: Entry) -> str:
    """An address that opens Outlook on the web, at work or school, with this entry filled in."""
    start, end = _ends(entry)
    fixed = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "startdt": f"{start:%Y-%m-%dT%H:%M:%SZ}",
        "enddt": f"{end:%Y-%m-%dT%H:%M:%SZ}",
    }
    return _link(
        "https://outlook.office.com/calendar/deeplink/compose",
        fixed,
        entry,
        ("subject", "location", "body"),
        lambda words: escape(words, quote=False).replace("\n", "<br>"),  # it is read as HTML
    )


def _ends(entry: Entry) -> tuple[datetime, datetime]:
    starts_at = entry.starts_at
    return starts_at, starts_at + timedelta(minutes=entry.minutes)


def _link(
    base: str,
    fixed: dict[str, str],
    entry: Entry,
    names: tuple[str, str, str],
    spelt: Callable[[str], str] = str,
) -> str:
    """As much as fits behind a button: times and title, then where, then what there is to say."""
    title, where, details = names
    address, described = _address(entry.address), _prose(entry.description)
    link = f"{base}?" + "&".join(f"{name}={quote(said)}" for name, said in fixed.items())
    words = _line(entry.title)
    while len(_quoted(words)) > LONGEST_TITLE:
        words = words[:-2] + "…"
    link += f"&{title}={_quoted(words)}"
    for name, sayings in (
        (where, (_line(entry.place) or address,)),
        (details, (spelt(_joined(described, address)), spelt(address))),
    ):
        parts = [f"&{name}={_quoted(said)}" for said in sayings if said]
        link += next((part for part in parts if len(link) + len(part) <= LONGEST_LINK), "")
    return link


def _quoted(words: str) -> str:
    return quote(words, safe="")
