"""The roll: who is added and told, who leaves, and who turns out to have left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot import access
from bot.card import Card, Outcome, Paragraph, Reply
from bot.command import Rank
from bot.context import Context
from bot.errors import Misfilled, Refusal
from bot.features.community import records, routes, settings
from bot.features.community.settings import entered
from bot.text import Joined, Mention, text
from storage import people, posts, terms
from storage.people import Account, Member
from storage.posts import STARTED

_ID = re.compile(r"<@!?(\w+)(?:\|[^>]*)?>|([UW][A-Z0-9]{7,}|\d{15,20})")
"""A person as a platform writes them, or the id that Slack and Discord let one copy."""


@dataclass(frozen=True, slots=True)
class Add:
    """People to add, and the community's id."""

    people: tuple[str, ...]
    community: str


# ── adding ──────────────────────────────────────────────────────────────────────────────────────


def ask_add(ctx: Context, press: routes.AskAdd) -> Outcome:
    """Open the form that adds people."""
    ctx.enter(press.community)
    access.require(ctx, Rank.COORDINATOR)
    return ctx.form("ronde.add", {"community": str(press.community)})


def check_add(ctx: Context, asked: Add) -> None:
    """Only coordinators add people, and only people who can be found. Raises Misfilled."""
    entered(ctx, asked.community)
    access.require(ctx, Rank.COORDINATOR)
    _accounts(ctx, asked)


def add(ctx: Context, asked: Add) -> Outcome:
    """Add people, and tell each of them."""
    community = entered(ctx, asked.community)
    accounts = [
        found if isinstance(found, Account) else people.meet(ctx.db, ctx.now, *found)
        for found in _accounts(ctx, asked)
    ]
    new: list[Mention] = []
    old: list[Mention] = []
    for account in {account.id: account for account in accounts}.values():
        if not records.join(ctx.db, ctx.now, community, account.person_id):
            old.append(ctx.mention(account.person_id))
            continue
        account.unreachable_at = None  # worth another try
        ctx.db.add(account)
        new.append(ctx.mention(account.person_id))
        ctx.tell(
            account.person_id,
            routes.Added(community, ctx.me),
            kind="question",
            severity=STARTED,
            once=f"added-{community}-{ctx.now:%Y%m%d%H%M%S}",
        )
        for feature in ctx.desk.features:
            feature.joins(ctx, account.person_id)
        ctx.journal("community.added", routes.Invitation(community), whom=str(account.person_id))
    ctx.posts.refresh(routes.Invitation(community).pack())
    blocks = []
    if new:
        blocks.append(Paragraph(text("added", names=Joined(tuple(new), ", "))))
    if old:
        blocks.append(Paragraph(text("added-already", names=Joined(tuple(old), ", "))))
    return Reply(Card(None, tuple(blocks)))


def _accounts(ctx: Context, asked: Add) -> list[Account | tuple[str, str, str]]:
    """The accounts that names mean in this workspace, or where to find those not met yet.

    Raises Misfilled.
    """
    assert ctx.request is not None and ctx.request.account is not None
    mine = ctx.request.account
    accounts: list[Account | tuple[str, str, str]] = []
    for name in access.names_in("\n".join(asked.people)):
        found = records.met(ctx.db, mine.platform, mine.workspace, name)
        written = _ID.fullmatch(name)
        if len(found) == 1:
            accounts.append(found[0])
        elif written is not None and not found:
            ref = written[1] or written[2]
            if records.is_bot(ctx.db, mine.platform, mine.workspace, ref):
                raise Misfilled({"people": text("add-bot", name=name[:60])})
            accounts.append((mine.platform, mine.workspace, ref))
        else:
            raise Misfilled({"people": text("add-unknown", name=name[:60])})
    return accounts


# ── leaving ─────────────────────────────────────────────────────────────────────────────────────


def leave(ctx: Context, press: routes.Leave) -> Outcome:
    """No longer be a member; the last admin stays until there is another."""
    community = ctx.enter(press.community)
    member = ctx.member
    if member is None:
        raise access.NotMember()
    for rank in (Rank.ADMIN, Rank.COORDINATOR):
        others = [p for p in records.admins(ctx.db, press.community, rank) if p != ctx.me]
        if member.rank >= rank and not others:
            raise Refusal(text(f"last-{rank.name.lower()}"))
    remove(ctx, member)
    return Reply(Card(None, (Paragraph(text("left", name=community.name)),)), replace=True)


def remove(ctx: Context, member: Member) -> None:
    """Take somebody off the roll, and let every feature see to what they leave behind."""
    heir = _heir(ctx, member)
    records.leave(ctx.db, ctx.now, member)
    if heir is not None:
        settings.promote(ctx, member.community_id, heir, Rank.ADMIN)
    if member.person_id == (ctx.person.id if ctx.person else None):
        ctx.member = None
        if ctx.person is not None and ctx.person.current_id == member.community_id:
            ctx.person.current_id = None
    ctx.posts.refresh(routes.Invitation(member.community_id).pack())
    for feature in ctx.desk.features:
        feature.leaves(ctx, member.person_id)
    ctx.journal(
        "community.left", routes.Invitation(member.community_id), whom=str(member.person_id)
    )


def _heir(ctx: Context, member: Member) -> int | None:
    """Who administers where the last person who did is gone: nobody is left without settings.

    Whoever coordinates, else facilitates, else is in for longest; None where it is not needed.
    """
    community = member.community_id
    if member.rank < Rank.ADMIN or len(records.admins(ctx.db, community, Rank.ADMIN)) > 1:
        return None
    candidates = [
        *(person for person, _ in records.ranks(ctx.db, community, Rank.COORDINATOR)),
        *terms.holders(ctx.db, community, terms.FACILITATION, ctx.now),
        *(person for person, _ in records.ranks(ctx.db, community, Rank.MEMBER)),
    ]
    return next((person for person in candidates if person != member.person_id), None)


def unreached(ctx: Context, press: routes.Unreached) -> Outcome:
    """A message to somebody failed for good: judge whether they are still in.

    Closed direct messages are no departure: whoever blocks the bot may still vote in the channel,
    so they stay on the roll and are only counted as not reached. They leave it where the platform
    says that the account is gone (closed, or no longer in the workspace or server) and no other
    account of theirs reaches the community; and where they were added and could not be told:
    nobody is a member without knowing.
    """
    account = ctx.db.get(Account, press.account)
    if account is None:
        return None
    for member in records.memberships(ctx.db, account.person_id):
        community = member.community_id
        ctx.enter(community)
        untold = posts.failed_notice(
            ctx.db,
            member.person_id,
            f"{routes.Added.address}:{community}:",
            since=member.joined_at,
        )
        if untold:
            ctx.tell(
                routes.Added.unpack(untold).by,
                routes.NotTold(community, member.person_id),
                kind="question",
                severity=STARTED,
                once=f"not-told-{community}-{member.person_id}-{ctx.now:%Y%m%d%H%M%S}",
            )
        if untold or (press.left and not records.reachable(ctx.db, community, member.person_id)):
            remove(ctx, member)
    return None
