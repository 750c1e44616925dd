"""Queries about a community, its channels and its members (their tables are `storage.people`)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, exists, func, not_, or_, select

from bot.command import Rank
from bot.words import fold
from storage import journal, people, terms
from storage.acts import WEIGHTS, Act
from storage.people import Account, Community, Member, Place
from storage.terms import Term


def found(
    db: Session, now: datetime, place: Place, person: int, community: Community, rank: int
) -> Community:
    """Keep a new community that lives in `place`; its founder is in, with `rank`."""
    db.add(community)
    db.flush()
    assert community.id is not None
    place.community_id = community.id
    db.add(place)
    join(db, now, community.id, person, rank=rank)
    return community


def join(db: Session, now: datetime, community: int, person: int, rank: int = 1) -> bool:
    """Somebody is in. False if they were already; who comes back is in again."""
    earlier = db.exec(
        select(Member).where(Member.community_id == community, Member.person_id == person)
    ).first()
    if earlier is None:
        db.add(Member(community_id=community, person_id=person, rank=rank, joined_at=now))
        db.flush()
        return True
    if earlier.left_at is None:
        return False
    earlier.left_at, earlier.rank, earlier.joined_at = None, rank, now
    db.add(earlier)
    db.flush()
    return True


def leave(db: Session, now: datetime, member: Member) -> None:
    """Somebody is out; the roles they hold become vacant."""
    member.left_at = now
    db.add(member)
    for term in db.exec(
        select(Term)
        .where(Term.community_id == member.community_id, Term.person_id == member.person_id)
        .where(or_(col(Term.ends_at).is_(None), col(Term.ends_at) > now))
    ):
        term.ends_at = now
        db.add(term)
    db.flush()


def admins(db: Session, community: int, least: int) -> list[int]:
    """The persons of at least this rank."""
    return [person for person, _ in ranks(db, community, least)]


def ranks(db: Session, community: int, least: int) -> list[tuple[int, int]]:
    """The persons of at least this rank with their rank, longest-serving first."""
    found = db.exec(
        select(Member.person_id, Member.rank)
        .where(Member.community_id == community, col(Member.left_at).is_(None))
        .where(Member.rank >= least)
        .order_by(col(Member.id))
    )
    return [(person, rank) for person, rank in found]


def joined_besides(db: Session, community: int) -> int:
    """How many are in besides the founder."""
    return max(0, people.member_count(db, community) - 1)


def joined_since(db: Session, community: Community, since: datetime, now: datetime) -> list[int]:
    """The members who joined after an instant, in order; but for whoever founded the community."""
    founder = (Member.joined_at == community.founded_at) & (Member.rank >= Rank.ADMIN)
    return list(
        db.exec(
            select(Member.person_id)
            .where(Member.community_id == community.id, col(Member.left_at).is_(None))
            .where(Member.joined_at > since, Member.joined_at <= now, not_(founder))
            .order_by(col(Member.joined_at), col(Member.id))
        )
    )


def set_rank(db: Session, community: int, person: int, rank: int) -> int:
    """A member's rank from now on; returns the one before."""
    member = people.member(db, community, person)
    assert member is not None, "only members have a rank"
    before, member.rank = member.rank, rank
    db.add(member)
    db.flush()
    return before


def memberships(db: Session, person: int) -> list[Member]:
    """Where somebody is in."""
    return list(
        db.exec(
            select(Member)
            .where(Member.person_id == person, col(Member.left_at).is_(None))
            .order_by(col(Member.id))
        )
    )


def reachable(db: Session, community: int, person: int) -> bool:
    """Whether somebody still has an account, on a platform of the community, that messages reach."""
    platforms = {place.platform for place in people.places_of(db, community)}
    return any(
        account.unreachable_at is None and not account.bot and account.platform in platforms
        for account in people.accounts_of(db, person)
    )


def met(db: Session, platform: str, workspace: str, name: str) -> list[Account]:
    """The accounts of a workspace, met before, that go by this name or id; bots never.

    Discord's accounts belong to no workspace: a name there might mean somebody of another server,
    so only the id counts.
    """
    folded = fold(name.strip("<@!> ").partition("|")[0])
    found = db.exec(
        select(Account).where(
            Account.platform == platform,
            Account.workspace == workspace,
            col(Account.bot).is_(False),
        )
    )
    return [
        account
        for account in found
        if folded and (folded == fold(account.ref) or (workspace and folded == fold(account.name)))
    ]


def is_bot(db: Session, platform: str, workspace: str, ref: str) -> bool:
    """Whether this account is known to be another bot's."""
    known = select(Account.id).where(Account.platform == platform, Account.ref == ref)
    known = known.where(Account.workspace == workspace, col(Account.bot).is_(True))
    return db.exec(known).first() is not None


def previewed(db: Session, community: int) -> bool:
    """Whether somebody looked at the community as a member will."""
    return any(e.act == "community.previewed" for e in journal.entries(db, community))


def facilitator(db: Session, community: int, now: datetime) -> int | None:
    """Who facilitates now."""
    holding = terms.holders(db, community, terms.FACILITATION, now)
    return holding[0] if holding else None


def mine_to_extend(db: Session, person: int, least: int) -> list[Community]:
    """The communities to which this person may add a channel."""
    return [
        c
        for c in people.communities_of(db, person)
        if (m := people.member(db, c.id or 0, person)) is not None and m.rank >= least
    ]


def countries(db: Session) -> list[str]:
    """The countries whose public holidays some community keeps."""
    return list(db.exec(select(Community.country).where(Community.country != "").distinct()))


def was_member(db: Session, community: int, person: int) -> bool:
    """Whether somebody was in before, and left."""
    found = db.exec(
        select(Member).where(Member.community_id == community, Member.person_id == person)
    ).first()
    return found is not None and found.left_at is not None


# ── how the community fares: counts, never names ────────────────────────────────────────────────

CONTRIBUTION = 6
"""From this weight on, an act brings something to the others: a resource, notes, an answer."""


def silent(db: Session, community: int, since: datetime) -> int:
    """How many were in before an instant, and have done nothing since that is noted."""
    acted = exists().where(
        col(Act.community_id) == community,
        col(Act.person_id) == col(Member.person_id),
        col(Act.at) > since,
    )
    return db.exec(
        select(func.count())
        .select_from(Member)
        .where(Member.community_id == community, col(Member.left_at).is_(None))
        .where(Member.joined_at <= since, ~acted)
    ).one()


def contributions(db: Session, community: int, since: datetime) -> list[int]:
    """How many contributions each contributor has brought since an instant, most first."""
    kinds = [kind for kind, weight in WEIGHTS.items() if weight >= CONTRIBUTION]
    count = func.count()
    return list(
        db.exec(
            select(count)
            .where(Act.community_id == community, col(Act.kind).in_(kinds), Act.at > since)
            .group_by(col(Act.person_id))
            .order_by(count.desc())
        )
    )
