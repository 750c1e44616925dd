"""Addresses that put a meeting into a calendar on the web: what they say, and how long they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars import Entry, google_link, outlook_link
from tests.rules.test_calendar_files import MEETING, entries

LINKS = (google_link, outlook_link)


def asked(link: str) -> dict[str, str]:
    """What the address says, by name."""
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


def test_google_is_told_the_local_time_and_the_zone() -> None:
    """When the rules of the zone change, two in the afternoon stays that."""
    link = google_link(MEETING)

    assert link.startswith("https://calendar.google.com/calendar/render?")
    assert asked(link) == {
        "action": "TEMPLATE",
        "text": MEETING.title,
        "dates": "20261103T140000/20261103T153000",
        "ctz": "Europe/Paris",
        "location": MEETING.place,
        "details": f"{MEETING.description}\n\n{MEETING.address}",
    }


def test_outlook_is_told_the_instant() -> None:
    """Its address knows no zones; its text is read as HTML."""
    link = outlook_link(replace(MEETING, description="1 < 2\n& so on"))

    assert link.startswith("https://outlook.office.com/calendar/deeplink/compose?")
    assert asked(link) == {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "startdt": "2026-11-03T13:00:00Z",
        "enddt": "2026-11-03T14:30:00Z",
        "subject": MEETING.title,
        "location": MEETING.place,
        "body": f"1 &lt; 2<br>&amp; so on<br><br>{MEETING.address}",
    }


def test_the_hour_that_comes_twice_is_told_as_an_instant() -> None:
    """A local time would be read as either of the two."""
    night = replace(MEETING, wall=datetime(2026, 10, 25, 2))

    assert asked(google_link(night))["dates"] == "20261025T000000Z/20261025T013000Z"


def test_spaces_are_no_plus_signs() -> None:
    """Outlook would show them as they are."""
    assert "+" not in outlook_link(MEETING) and "%20" in outlook_link(MEETING)


@pytest.mark.parametrize("link", LINKS)
def test_what_does_not_fit_is_left_out(link: object) -> None:
    """A long agenda gives way to the link alone; a long title is cut, the times never."""
    assert callable(link)
    long = replace(MEETING, title="É" * 300, description="Ordre du jour. " * 200)
    said = asked(link(long))

    assert said.get("text", said.get("subject", "")).endswith("É…")
    assert said["location"] == MEETING.place
    assert said.get("details", said.get("body")) == MEETING.address


@given(entries, st.sampled_from(LINKS))
def test_any_meeting_fits_behind_a_button(entry: Entry, link: object) -> None:
    """At most 512 characters, all of them plain, whatever people typed."""
    assert callable(link)
    made = link(entry)

    assert len(made) <= 512
    assert made.isascii() and made.isprintable() and " " not in made
    assert {"dates", "startdt"} & set(asked(made))
