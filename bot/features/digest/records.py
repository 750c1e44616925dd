"""Which digests there have been: they stand among the posts, and no table is needed."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import text as sql
from sqlmodel import Session, col, or_, select

from bot.features.digest.routes import Digest
from storage import journal, people, preferences
from storage.posts import Post


def once(community: int, week: str) -> str:
    """The key of a community's digest of an ISO week: there is never a second one."""
    return f"digest-{community}-{week}"


def has_had(db: Session, community: int, week: str) -> bool:
    """Whether an ISO week has had its digest."""
    return db.exec(select(Post.id).where(Post.once == once(community, week))).first() is not None


def told_until(db: Session, community: int, now: datetime) -> datetime | None:
    """Until when the last digest told what happened; None if there was none.

    One that a wrong clock dated later than now does not count.
    """
    views = db.exec(
        select(Post.view)
        .where(col(Post.view).startswith(f"{Digest.address}:{community}:"))
        .where(or_(col(Post.failed).is_(None), col(Post.message).is_not(None)))
        .order_by(col(Post.id).desc())
    )
    told = (datetime.fromtimestamp(Digest.unpack(view).until, UTC) for view in views)
    return next((at for at in told if at <= now), None)


def turned_on(db: Session, community: int, setting: str) -> datetime | None:
    """When the digest was last turned on; None if it never was."""
    found = [
        entry.at
        for entry in journal.entries(db, community)
        if entry.details.get("setting") == setting and entry.details.get("after") == "on"
    ]
    return found[-1] if found else None


def communities(db: Session, setting: str) -> list[int]:
    """The communities that have a digest, or a member who asked for theirs."""
    chosen = preferences.choosing(db, setting, "on")
    return sorted({*chosen, *people.communities_with_digests(db)})


_COUNT = sql("""
    SELECT count(*) FROM posts
    WHERE view >= :first AND view < :after AND (failed IS NULL OR message IS NOT NULL)
""")


def count(db: Session, community: int) -> int:
    """How many digests a community has had."""
    prefix = f"{Digest.address}:{community}"
    asked = {"first": f"{prefix}:", "after": f"{prefix};"}  # the sign after ":"
    return int(db.execute(_COUNT, asked).scalar_one())
