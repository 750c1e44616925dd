"""Who asks, and where: a request's account and place become a person, a place and a community."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from bot.context import Context, Desk, reader_of
from bot.language import Reader, best_language
from bot.request import AccountRef, PlaceRef, Request
from storage import people, posts
from storage.people import Account, Community, Person, Place


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the person, what they chose for themselves, and what their platform says."""

    person: int
    language: str | None = None
    zone: str | None = None
    locale: str = ""
    platform_zone: str = ""
    platform: str = ""

    @property
    def reader(self) -> Reader:
        """The reader as far as the account alone tells."""
        return Reader(
            best_language(self.language, self.locale),
            self.zone or self.platform_zone or "UTC",
            self.platform,
        )

    @property
    def guessed(self) -> bool:
        """Whether neither the person nor the platform has said a language."""
        return not self.locale and self.language is None


def identify(cursor: sqlite3.Cursor, now: datetime, account: AccountRef) -> Caller:
    """Find the person behind an account, or make them; take over what the platform now says."""
    found = people.find_account(cursor, account.platform, account.workspace, account.ref)
    if found is None:
        people.make_account(
            cursor,
            now,
            account.platform,
            account.workspace,
            account.ref,
            name=account.name or account.handle,
            locale=account.locale,
            zone=account.zone,
            bot=account.bot,
        )
        found = people.find_account(cursor, account.platform, account.workspace, account.ref)
        assert found is not None, "it was made just now"
    number, person, language, zone, locale, platform_zone, name, *_, unreachable = found
    if (
        unreachable is not None  # who speaks to us can be written to again
        or (account.name and account.name != name)
        or (account.locale and account.locale != locale)
        or (account.zone and account.zone != platform_zone)
    ):
        people.update_account(
            cursor, number, person, name=account.name, locale=account.locale, zone=account.zone
        )
        locale, platform_zone = account.locale or locale, account.zone or platform_zone
    return Caller(person, language, zone, locale, platform_zone, account.platform)


def known(db: Session, account: AccountRef) -> Caller:
    """Who asks, without writing anything: person 0 if nobody has met them yet."""
    person = db.exec(
        select(Account.person_id).where(
            Account.platform == account.platform,
            Account.workspace == account.workspace,
            Account.ref == account.ref,
        )
    ).first()
    return Caller(
        person or 0,
        locale=account.locale,
        platform_zone=account.zone,
        platform=account.platform,
    )


def surroundings(
    db: Session,
    now: datetime,
    desk: Desk,
    request: Request,
    caller: Caller,
    *,
    keeping: bool = True,
) -> Context:
    """The context of a request. A channel's community is meant; in direct messages, the person's.

    With `keeping`, a place that is new is kept.
    """
    who = db.get(Person, caller.person)
    place = find_place(db, request.place, keeping=keeping)
    community: Community | None = None
    if place is not None and place.community_id is not None:
        community = db.get(Community, place.community_id)
    elif who is not None and place is not None and place.direct:
        mine = people.communities_of(db, caller.person)
        chosen = [c for c in mine if c.id == who.current_id]
        community = chosen[0] if chosen else (mine[0] if len(mine) == 1 else None)
    member = None
    if community is not None and community.id is not None:
        member = people.member(db, community.id, caller.person)
    reader = reader_of(who, caller.locale, caller.platform_zone, community, caller.platform)
    return Context(db, now, reader, desk, request, who, place, community, member)


def find_place(db: Session, where: PlaceRef | None, *, keeping: bool) -> Place | None:
    """The place of a request; if `keeping`, made where it is new and no longer taken for gone."""
    if where is None:
        return None
    found = people.place(db, where.platform, where.workspace, where.ref, direct=where.direct)
    if found is None:
        found = Place(
            platform=where.platform,
            workspace=where.workspace,
            ref=where.ref,
            name=where.name,
            direct=where.direct,
            private=where.private,
        )
        if keeping:
            db.add(found)
            db.flush()
    elif keeping:
        if where.name and where.name != found.name:
            found.name = where.name
        found.private = found.private or where.private  # once closed, never taken for open again
        if found.gone_at is not None and not where.missing:
            found.gone_at = None
            posts.back(db, found.id or 0)
    return found
