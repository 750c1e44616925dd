"""Who may see, write, adopt and sign a charter."""

from __future__ import annotations

from datetime import datetime

from bot import access
from bot.command import Rank, Setting
from bot.context import Context
from bot.features.charter import answers, records
from bot.features.charter.answers import Group, Round
from bot.features.charter.records import Suggestion, Version
from bot.features.charter.rules import SECTIONS
from scheduling.calendar import start_of_day
from storage.people import Community

DRAFTING = Setting("charter.drafting", ("members", "facilitators"))
"""Who writes the draft; anybody else suggests."""


def community(ctx: Context, number: int) -> Community:
    """The community, for one of its members. Raises a Refusal otherwise."""
    found = ctx.enter(number)
    access.require(ctx, Rank.MEMBER)
    return found


def version(ctx: Context, number: int) -> Version:
    """A version, for a member of its community. Raises a Refusal otherwise, without saying which."""
    found = access.there(records.version(ctx.db, number))
    community(ctx, found.community_id)
    return found


def suggestion(ctx: Context, number: int) -> Suggestion:
    """A suggestion, likewise."""
    found = access.there(records.suggestion(ctx.db, number))
    community(ctx, found.community_id)
    return found


def round_of(ctx: Context, number: int) -> Round:
    """A co-definition round, likewise."""
    found = access.there(answers.get(ctx.db, number))
    community(ctx, found.community_id)
    return found


def group(ctx: Context, number: int) -> tuple[Round, Group]:
    """A group of answers and its round, for whoever facilitates."""
    found = access.there(answers.group(ctx.db, number))
    whole = round_of(ctx, found.round_id)
    access.require(ctx, Rank.FACILITATOR)
    return whole, found


def key(said: str) -> str:
    """The key of a section. Raises a Refusal for a forged one."""
    if said not in SECTIONS:
        raise access.unknown_thing()
    return said


def edits(ctx: Context) -> bool:
    """Whether this person writes the draft: any member, or whoever facilitates."""
    everybody = ctx.setting(DRAFTING) == "members"
    return ctx.rank >= (Rank.MEMBER if everybody else Rank.FACILITATOR)


def require_edits(ctx: Context) -> None:
    """Refuse, saying who could, where this person only suggests."""
    if not edits(ctx):
        access.require(ctx, Rank.FACILITATOR)


def review_at(ctx: Context, of: Version) -> datetime | None:
    """The instant at which the day of its review is over, for the community."""
    day = of.review
    return None if day is None else start_of_day(day, ctx.here.zone)
