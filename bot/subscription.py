"""One person's calendar: what every feature has for it, in every community they belong to."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.calendars import Calendar, Entry
from bot.context import Context, Desk, reader_of
from storage import feeds, people
from storage.people import Person

NAME = "Ronde"
"""What a calendar is called while nobody's community names it."""


def behind(db: Session, now: datetime, desk: Desk, secret: str) -> Calendar | None:
    """The calendar that a secret opens; None if it was never one, or is one no more."""
    person = feeds.person_of(db, secret)
    return None if person is None else calendar_of(db, now, desk, person)


def calendar_of(db: Session, now: datetime, desk: Desk, person: int) -> Calendar:
    """The person's calendar, in their own language. Where they left, nothing is theirs any more."""
    who = db.get(Person, person)
    account = next(iter(people.accounts_of(db, person)), None)
    locale, zone = (account.locale, account.zone) if account else ("", "")
    mine = people.communities_of(db, person)
    entries: list[Entry] = []
    for community in mine:
        assert community.id is not None
        member = people.member(db, community.id, person)
        reader = reader_of(who, locale, zone, community, "")
        ctx = Context(db, now, reader, desk, None, who, None, community, member)
        for feature in desk.features:
            entries += feature.calendar(ctx, person)
    return Calendar(person, " · ".join(one.name for one in mine) or NAME, tuple(entries))


def address(desk: Desk, secret: str) -> str:
    """Where calendars read it; whoever has this address can."""
    return f"{desk.feed_address.rstrip('/')}/calendar/{secret}.ics"
