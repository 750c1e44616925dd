"""Who may: rights, and the checks that a record is only handed to those who may have it."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from sqlmodel import col, select

from bot.command import Rank
from bot.errors import Forbidden, Refusal
from bot.text import Line, Words, text
from bot.words import fold
from scheduling.calendar import local
from storage import roles, terms
from storage.people import Account, Member, Person, Place, accounts_of

if TYPE_CHECKING:
    from bot.context import Context

Found = TypeVar("Found")


def rank(ctx: Context) -> Rank:
    """The acting person's rank in the community, now: the facilitator is who holds that role."""
    if ctx.community is None or ctx.person is None or ctx.member is None:
        return Rank.ANYONE
    own = Rank(max(ctx.member.rank, Rank.MEMBER))
    if own >= Rank.FACILITATOR:
        return own
    assert ctx.community.id is not None
    holding = terms.holders(ctx.db, ctx.community.id, terms.FACILITATION, ctx.now)
    return Rank.FACILITATOR if ctx.me in holding else own


def require(ctx: Context, least: Rank) -> None:
    """Refuse, saying who could, if the acting person's rank is below `least`."""
    if least is Rank.ANYONE:
        return
    found = ctx.rank
    if found < least:
        if ctx.community is None:
            raise no_community()
        if found is Rank.ANYONE:
            raise NotMember()
        raise Forbidden(text(f"needs-{least.name.lower()}"))


def check_reach(ctx: Context) -> None:
    """Refuse a press that comes neither from a place of the community nor from a member.

    Ids in buttons can be forged: a record is never shown to another workspace.
    """
    assert ctx.community is not None
    if ctx.member is not None:
        return
    where = ctx.where
    if (
        where is not None
        and ctx.db.exec(
            select(Place.id).where(
                Place.community_id == ctx.community.id,
                Place.platform == where.platform,
                Place.workspace == where.workspace,
                col(Place.direct).is_(False),
            )
        ).first()
    ):
        return
    raise unknown_thing()


def coordinators(ctx: Context) -> list[int]:
    """The persons who answer for the community: coordinators and admins, longest-serving first."""
    return list(
        ctx.db.exec(
            select(Member.person_id)
            .where(Member.community_id == ctx.here.id, col(Member.left_at).is_(None))
            .where(Member.rank >= Rank.COORDINATOR)
            .order_by(col(Member.id))
        )
    )


COORDINATION = "coordination"
"""Whom a community's coordinators are called together; a rank, where other roles have terms."""

_ALWAYS = {
    COORDINATION: ("coordination", "coordinators", "coordinator", "coordonnateurs"),
    terms.FACILITATION: ("facilitation", "facilitator", "facilitators", "animation"),
}
"""The roles that every community has."""

_KNOWN = {
    terms.FACILITATION: _ALWAYS[terms.FACILITATION],
    terms.NOTES: ("notes", "note-taking", "note-taker", "prise de notes", "prise-de-notes"),
    terms.TIME: ("time", "time-keeping", "timekeeper", "temps", "gestion du temps"),
    "library": ("library", "librarian", "bibliotheque"),
    "welcome": ("welcome", "welcoming", "accueil"),
    "critical": ("critical friend", "critical-friend", "critical", "regard critique", "regard"),
    "harvest": ("harvest of effects", "harvest", "recolte des effets", "recolte"),
}


def role_known(name: str) -> str | None:
    """The ready-made role that a name means, in English or French; None for any other name."""
    folded = fold(name).lstrip("@")
    return next((key for key, names in _KNOWN.items() if folded in names), None)


def role_named(ctx: Context, name: str) -> str | None:
    """The community's role that a name means ("@animation", "facilitator"); None if it is none."""
    folded = fold(name).lstrip("@")
    always = next((role for role, names in _ALWAYS.items() if folded in names), None)
    if always is not None or not folded:
        return always
    known = role_known(name)
    for role in roles.roles(ctx.db, ctx.here.id or 0):
        if role.key == known or (role.name and fold(role.name) == folded):
            return role.key
    return None


def holders(ctx: Context, role: str, at: datetime) -> list[int]:
    """Who holds a role at an instant; coordination is a rank, held by today's coordinators."""
    if role == COORDINATION:
        return coordinators(ctx)
    return terms.holders(ctx.db, ctx.here.id or 0, role, at)


def away(ctx: Context, role: str | None = None) -> set[int]:
    """Who has said that they are away today: altogether, or from a role, too."""
    today = local(ctx.now, ctx.here.zone).date()
    return roles.away(ctx.db, ctx.here.id or 0, today, role)


def on_duty(ctx: Context, role: str) -> int | None:
    """Whom to tell what a role is to look after, now: who holds it, else the first coordinator.

    For who is away it is whoever has the role next, and then the coordinators; if all are away, they
    are told all the same.
    """
    now = holders(ctx, role, ctx.now)
    then = terms.next_holders(ctx.db, ctx.here.id or 0, role, ctx.now) if now else []
    line = (*now, *then, *coordinators(ctx))
    gone = away(ctx, role)
    return next((person for person in line if person not in gone), next(iter(line), None))


def heir(ctx: Context, person: int) -> int | None:
    """Who answers for what somebody who leaves had started: whoever facilitates, else coordinates."""
    facilitating = terms.holders(ctx.db, ctx.here.id or 0, terms.FACILITATION, ctx.now)
    return next((p for p in (*facilitating, *coordinators(ctx)) if p != person), None)


def person_named(ctx: Context, name: str) -> int | None:
    """The member whom a name or a platform's account id means; None if nobody, or not only one."""
    return names(ctx).get(fold(name.strip("<@!> ").partition("|")[0]))


def names(ctx: Context) -> dict[str, int | None]:
    """Every name and account id of a member, folded, and whom it means; None if not only one."""
    found: dict[str, set[int]] = defaultdict(set)
    for person, known, account, ref in ctx.db.exec(
        select(Person.id, Person.name, Account.name, Account.ref)
        .join(Member, col(Member.person_id) == Person.id)
        .join(Account, col(Account.person_id) == Person.id)
        .where(Member.community_id == ctx.here.id, col(Member.left_at).is_(None))
    ):
        for name in {fold(known), fold(account), fold(ref)} - {""}:
            found[name].add(person or 0)
    return {name: persons.pop() if len(persons) == 1 else None for name, persons in found.items()}


def known_as(ctx: Context, name: str) -> str:
    """What somebody is called whose account's id was written: who has left had a name, too."""
    ref = name.strip("<@!> ").partition("|")[0]
    found = ctx.db.exec(
        select(Person.name)
        .join(Member, col(Member.person_id) == Person.id)
        .join(Account, col(Account.person_id) == Person.id)
        .where(Member.community_id == ctx.here.id, Account.ref == ref)
    ).first()
    return found or name


def names_in(words: str) -> list[str]:
    """The names in "@ann @ben", "<@U1> <@U2>" or "Ann, Ben", one a line or not."""
    parts = re.split(r"[\n,;]|\s(?=<?@)|(?<=>)", words)
    return [part.strip() for part in parts if part.strip()]


def name_for(ctx: Context, person: int) -> str:
    """What to write in a form for a member: the name, or the account's id where names are alike."""
    found = ctx.db.get(Person, person)
    name = found.name if found else ""
    if person_named(ctx, name) == person:
        return name
    account = next(iter(accounts_of(ctx.db, person)), None)
    return f"<@{account.ref}>" if account else name


class NotMember(Forbidden):
    """The person has not joined: the refusal offers to."""

    def __init__(self) -> None:
        """Offer to join."""
        super().__init__(text("needs-member"))


class NoCommunity(Refusal):
    """There is no community here: the refusal offers to found one, or to choose."""


def no_community() -> Refusal:
    """Nobody founded a community in this channel yet."""
    return NoCommunity(text("no-community"))


def no_place() -> Refusal:
    """The community has no channel that the bot can reach."""
    return Refusal(text("no-place"))


def unknown_thing() -> Refusal:
    """What the button points to does not exist, or is not theirs to see; no hint which."""
    return Refusal(text("unknown-thing"))


def there(found: Found | None) -> Found:
    """What a number or an address led to. Raises the Refusal that does not say what, where nothing is."""
    if found is None:
        raise unknown_thing()
    return found


def sees_to(ctx: Context, person: int | None) -> bool:
    """Whether this is that person, as long as they are a member; or whoever facilitates, or ranks above."""
    mine = ctx.member is not None and person == ctx.me
    return mine or ctx.rank >= Rank.FACILITATOR


def role_name(ctx: Context, key: str) -> Line:
    """What a role is called within a sentence: as the community named it, else as it comes."""
    for role in roles.roles(ctx.db, ctx.here.id or 0):
        if role.key == key and role.name:
            return Words(role.name)
    return text(f"role-{key}")
