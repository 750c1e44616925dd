"""Meetings in calendar files: read back by two parsers, and checked byte by byte."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import ics
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars import Entry, calendar_file, uid_of
from scheduling.calendar import local

CHANGED = datetime(2026, 9, 14, 7, 30, tzinfo=UTC)

MEETING = Entry(
    uid="7d7f2c1e-0000-5000-8000-000000000001",
    sequence=2,
    title="Échange de pratiques ; l’évaluation, pour de vrai",
    wall=datetime(2026, 11, 3, 14),
    zone="Europe/Paris",
    minutes=90,
    place="Salle B, 2e étage",
    description="Ordre du jour :\n1. Tour de table\n2. Les besoins",
    address="https://meet.example.org/cercle",
    changed_at=CHANGED,
)

words = st.text(max_size=200)
walls = st.datetimes(datetime(2024, 1, 1), datetime(2033, 12, 31)).map(
    lambda wall: wall.replace(microsecond=0, second=0)
)
entries = st.builds(
    Entry,
    uid=st.uuids().map(str),
    sequence=st.integers(0, 1000),
    title=words,
    wall=walls,
    zone=st.sampled_from(["Europe/Paris", "America/Montreal", "Asia/Kathmandu", "UTC"]),
    minutes=st.integers(15, 600),
    place=words,
    description=words,
    address=st.sampled_from(["", "https://meet.example.org/cercle"]) | words,
    changed_at=st.just(CHANGED),
    cancelled=st.booleans(),
)


def unfolded(file: bytes) -> list[str]:
    """The file's lines as a strict reader takes them: each at most 75 octets, whole characters."""
    assert file.endswith(b"\r\n")
    lines = file[:-2].split(b"\r\n")
    whole: list[str] = []
    for line in lines:
        assert b"\r" not in line and b"\n" not in line
        assert len(line) <= 75
        said = line.decode()  # a character cut in two would not decode
        if said.startswith(" "):
            whole[-1] += said[1:]
        else:
            whole.append(said)
    return whole


def read(file: bytes) -> list[Any]:
    """Its events, as vobject reads them: by the zones of this file, not of one read before."""
    for zone in re.findall(r"\nTZID:(.*?)\r", file.decode()):
        vobject.icalendar.registerTzid(zone, None)
    return list(vobject.readOne(file.decode()).contents.get("vevent", []))


def one(file: bytes) -> Any:
    """Its only event, as ics reads it."""
    (event,) = ics.Calendar(file.decode()).events
    return event


def plain(said: str) -> str:
    """What is left of people's words: no control characters, one kind of new line."""
    lines = said.replace("\t", " ").splitlines()
    return "\n".join("".join(c for c in line if c >= " " and c != "\x7f") for line in lines).strip()


# ── what a file says ────────────────────────────────────────────────────────────────────────────


def test_a_meeting_is_written_like_this() -> None:
    """The whole file, byte by byte: what calendars get to read."""
    file = calendar_file([replace(MEETING, zone="Asia/Tokyo")], method=None, name="")

    assert file.decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ronde//Ronde//EN",
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Tokyo",
        "BEGIN:STANDARD",
        "DTSTART:20250101T090000",
        "TZNAME:JST",
        "TZOFFSETFROM:+0900",
        "TZOFFSETTO:+0900",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "SUMMARY:Échange de pratiques \\; l’évaluation\\, pour de vrai",
        "DTSTART;TZID=Asia/Tokyo:20261103T140000",
        "DTEND;TZID=Asia/Tokyo:20261103T153000",
        "DTSTAMP:20260914T073000Z",
        "UID:7d7f2c1e-0000-5000-8000-000000000001",
        "SEQUENCE:2",
        "DESCRIPTION:Ordre du jour :\\n1. Tour de table\\n2. Les besoins\\n\\nhttps://m",
        " eet.example.org/cercle",
        "LAST-MODIFIED:20260914T073000Z",
        "LOCATION:Salle B\\, 2e étage",
        "STATUS:CONFIRMED",
        "URL:https://meet.example.org/cercle",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_two_parsers_read_the_same_meeting() -> None:
    """Two libraries that know nothing of each other find what was written."""
    file = calendar_file([MEETING], method=None, name="")
    (first,), second = read(file), one(file)

    assert first.uid.value == second.uid == MEETING.uid
    assert first.summary.value == second.name == MEETING.title
    assert first.location.value == second.location == MEETING.place
    assert first.description.value == f"{MEETING.description}\n\n{MEETING.address}"
    assert second.description == first.description.value
    assert first.url.value == second.url == MEETING.address
    assert first.sequence.value == "2"
    assert first.status.value == second.status == "CONFIRMED"
    assert first.dtstamp.value == first.last_modified.value == CHANGED
    assert first.dtstart.value.isoformat() == "2026-11-03T14:00:00+01:00"
    assert first.dtend.value.isoformat() == "2026-11-03T15:30:00+01:00"
    assert second.begin == MEETING.starts_at and second.end == MEETING.ends_at


@settings(max_examples=25)
@given(st.lists(entries, max_size=4, unique_by=lambda entry: entry.uid), words)
def test_any_words_come_back_as_they_were(given_: list[Entry], name: str) -> None:
    """Whatever people typed is read back, breaks no line, and begins no property of its own."""
    file = calendar_file(given_, method=None, name=name)

    lines = unfolded(file)
    assert {re.split("[:;]", line)[0] for line in lines} <= {
        *("BEGIN", "END", "VERSION", "PRODID", "X-WR-CALNAME"),
        *("REFRESH-INTERVAL", "X-PUBLISHED-TTL"),
        *("TZID", "DTSTART", "RRULE", "RDATE", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO"),
        *("SUMMARY", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "DESCRIPTION", "LAST-MODIFIED"),
        *("LOCATION", "STATUS", "URL"),
    }
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(given_)
    found = {event.uid.value: event for event in read(file)}
    for entry in given_:
        event = found[entry.uid]
        assert event.summary.value == " ".join(plain(entry.title).split("\n")).strip()
        assert event.dtstart.value == entry.starts_at
        assert event.dtend.value == entry.ends_at
        if described := plain(entry.description):
            assert event.description.value.startswith(described)


@settings(max_examples=25)
@given(entries.filter(lambda entry: "\\" not in entry.title + entry.description + entry.place))
def test_the_other_parser_agrees(entry: Entry) -> None:
    """The library ics reads the same words and instants (backslashes apart: it garbles them)."""
    file = calendar_file([entry], method=None, name="")
    (first,), second = read(file), one(file)

    assert second.name == first.summary.value
    assert second.begin == first.dtstart.value
    assert second.end == first.dtend.value
    assert second.status == ("CANCELLED" if entry.cancelled else "CONFIRMED")


@pytest.mark.parametrize("path", [r"\\server\Notes", r"C:\new\,plan", r"\n\N\;"])
def test_a_backslash_stays_a_backslash(path: str) -> None:
    """The path of a shared folder is no new line (icalendar alone would make one of it)."""
    (event,) = read(calendar_file([replace(MEETING, title=path, place=path)], method=None, name=""))

    assert event.summary.value == event.location.value == path


def test_nobody_can_slip_a_line_in() -> None:
    """A new line in a title, a place or an address stays in it, or the address is left out."""
    sly = "Lunch\r\nATTENDEE:mailto:ann@example.org\nEND:VCALENDAR"
    file = calendar_file(
        [replace(MEETING, title=sly, place=sly, address=f"https://x.example\r\n{sly}")],
        method=None,
        name=f"Trainers\r\n{sly}\x00",
    )

    lines = unfolded(file)
    assert not [line for line in lines if line.startswith(("ATTENDEE", "ORGANIZER", "URL"))]
    assert lines.count("END:VCALENDAR") == 1
    assert lines[3].startswith("X-WR-CALNAME:Trainers Lunch ATTENDEE")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://x.example/a b", "room 4"])
def test_only_an_address_is_written_as_one(address: str) -> None:
    """What is no link of the web is not offered as one."""
    file = calendar_file([replace(MEETING, address=address)], method=None, name="")

    assert b"URL:" not in file


def test_a_link_stands_where_people_look() -> None:
    """Without a room, the link is the place; several calendars show no other."""
    (event,) = read(calendar_file([replace(MEETING, place="")], method=None, name=""))

    assert event.location.value == MEETING.address


# ── methods, feeds, names ───────────────────────────────────────────────────────────────────────


def test_a_cancelled_meeting_is_taken_out() -> None:
    """CANCEL, the same UID, a higher SEQUENCE; the organizer that it demands has no address."""
    cancelled = replace(MEETING, cancelled=True, sequence=3)
    file = calendar_file([cancelled], method="CANCEL", name="")
    lines = unfolded(file)

    assert "METHOD:CANCEL" in lines
    assert {"STATUS:CANCELLED", "SEQUENCE:3", f"UID:{MEETING.uid}"} <= set(lines)
    assert [line for line in lines if "ORGANIZER" in line] == ["ORGANIZER:invalid:nomail"]
    assert not re.search(r"mailto|@|ATTENDEE", file.decode())


def test_a_feed_has_a_name_and_no_method() -> None:
    """It says what it is called and how often to ask; nobody organizes and nobody attends."""
    file = calendar_file([MEETING], method=None, name="Formation ; Lyon")
    lines = unfolded(file)

    assert "X-WR-CALNAME:Formation \\; Lyon" in lines
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in lines
    assert not re.search(r"METHOD|ORGANIZER|ATTENDEE|mailto", file.decode())


def test_a_file_for_one_meeting_has_no_name() -> None:
    """With one, Outlook would open it as a calendar of its own, beside the person's."""
    assert b"X-WR-CALNAME" not in calendar_file([MEETING], method=None, name="")


def test_an_empty_feed_is_a_calendar_too() -> None:
    """Whoever said yes to nothing yet subscribes all the same; a calendar holds one part at least."""
    file = calendar_file([], method=None, name="Trainers")

    assert read(file) == []
    assert ics.Calendar(file.decode()).events == set()
    assert "BEGIN:VTIMEZONE" in unfolded(file)


def test_equal_entries_make_equal_bytes() -> None:
    """Whatever their order and whenever they are asked for: a calendar need not fetch them again."""
    second = replace(MEETING, uid="another")

    assert calendar_file([MEETING, second], method=None, name="x") == calendar_file(
        [second, MEETING], method=None, name="x"
    )


def test_a_change_shows() -> None:
    """A higher SEQUENCE alone makes another file."""
    moved = replace(MEETING, sequence=3)

    assert calendar_file([MEETING], method=None, name="") != calendar_file(
        [moved], method=None, name=""
    )


def test_entries_are_known_by_a_name_that_betrays_nothing() -> None:
    """The same for ever, another in each installation and for each thing, and no host in it."""
    here, there = "0f3c7f0a-5f0e-4a38-9d8c-6f6f7c1f0d11", "5a1d8a5e-6c1b-4f57-8a59-0c4b1f7f2a22"

    assert uid_of("meeting", 7, here) == "b798c88c-c998-5661-b635-c58cfeca8cbb"
    others = {uid_of("meeting", 8, here), uid_of("term", 7, here), uid_of("meeting", 7, there)}
    assert len(others | {uid_of("meeting", 7, here)}) == 4
    assert str(UUID(uid_of("meeting", 7, here))) == uid_of("meeting", 7, here)
    assert here not in uid_of("meeting", 7, here)


# ── times ───────────────────────────────────────────────────────────────────────────────────────


def test_ninety_minutes_are_ninety_minutes_on_the_autumn_night() -> None:
    """From the first 02:00 of the night that shows it twice, until 90 real minutes later."""
    night = replace(MEETING, wall=datetime(2026, 10, 25, 2), minutes=90)
    file = calendar_file([night], method=None, name="")
    (first,), second = read(file), one(file)

    assert first.dtstart.value.astimezone(UTC) == datetime(2026, 10, 25, 0, tzinfo=UTC)
    for began, ended in ((first.dtstart.value, first.dtend.value), (second.begin, second.end)):
        assert ended - began == timedelta(minutes=90)
    # 02:30 would be read as the first of the two: the end is written as an instant.
    assert "DTEND:20261025T013000Z" in unfolded(file)


def test_a_time_that_does_not_exist_becomes_the_first_that_does() -> None:
    """A series may fall into the gap of a spring night: 02:30 becomes 03:00 there."""
    file = calendar_file(
        [replace(MEETING, wall=datetime(2027, 3, 28, 2, 30))], method=None, name=""
    )

    assert "DTSTART;TZID=Europe/Paris:20270328T030000" in unfolded(file)
    assert "DTEND;TZID=Europe/Paris:20270328T043000" in unfolded(file)


def test_two_in_the_afternoon_stays_two_in_the_afternoon() -> None:
    """On both sides of the change of clock, in both parsers, for years to come."""
    weekly = [
        replace(MEETING, uid=str(week), wall=MEETING.wall + timedelta(weeks=week))
        for week in range(-20, 160)
    ]
    file = calendar_file(weekly, method=None, name="x")

    for event in read(file):
        assert event.dtstart.value.strftime("%H:%M") == "14:00"
    for event in ics.Calendar(file.decode()).events:
        assert local(event.begin.datetime.astimezone(UTC), "Europe/Paris").hour == 14


def test_universal_time_needs_no_zone() -> None:
    """Times in UTC carry a Z, and no zone is described."""
    file = calendar_file([replace(MEETING, zone="UTC")], method=None, name="")

    assert "DTSTART:20261103T140000Z" in unfolded(file)
    assert b"VTIMEZONE" not in file
