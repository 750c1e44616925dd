"""Which posts delivery claims, and what it notes of each: shown, later, or never."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from storage.posts import PENDING, Post
from storage.types import to_text

LEASE = timedelta(seconds=30)
"""How long a claim stands; after that the claimer is taken for dead."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A post claimed for showing, with the `wanted` that this showing will satisfy."""

    id: int
    wanted: int
    first: bool  # no message yet: this showing posts anew


def claim(cursor: sqlite3.Cursor, real: datetime, most: int = 50) -> list[Claimed]:
    """Claim what is due, oldest first. `real` is the machine's clock, not the people's.

    A nudge whose earlier claimer vanished between claim and note is given up, never sent twice.
    """
    stale = to_text(real - LEASE)
    lost = cursor.execute(
        "UPDATE posts SET failed = 'unknown' WHERE nudge AND claimed_at IS NOT NULL "
        f"AND claimed_at < ? AND message IS NULL AND {PENDING} RETURNING id",
        (stale,),
    ).fetchall()
    cursor.executemany("UPDATE notices SET state = 'unsent' WHERE post_id = ?", lost)
    rows = cursor.execute(
        "UPDATE posts SET claimed_at = ? WHERE id IN ("
        f"SELECT id FROM posts WHERE {PENDING} AND due_at <= ? "
        "AND (claimed_at IS NULL OR claimed_at < ?) "
        "AND (reply_to IS NULL OR NOT EXISTS (SELECT 1 FROM posts parent "
        "WHERE parent.id = posts.reply_to AND parent.message IS NULL AND parent.failed IS NULL)) "
        "ORDER BY due_at, id LIMIT ?) RETURNING id, wanted, message",
        (to_text(real), to_text(real), stale, most),
    ).fetchall()
    # (SQLite 3.40 answers 0 to `message IS NULL` in RETURNING, even where it is NULL.)
    return [Claimed(post, wanted, message is None) for post, wanted, message in sorted(rows)]


def note_shown(
    cursor: sqlite3.Cursor, post: int, message: str | None, wanted: int, next_at: datetime
) -> None:
    """This post is now visible as `message`, as of `wanted`; not redrawn before `next_at`."""
    cursor.execute(
        "UPDATE posts SET message = ?, shown = max(shown, ?), due_at = ?, attempts = 0, "
        "claimed_at = NULL WHERE id = ?",
        (message, wanted, to_text(next_at), post),
    )


def note_meant(cursor: sqlite3.Cursor, post: int, message: str) -> None:
    """This post is about to stand as `message`: from now on it may."""
    cursor.execute("UPDATE posts SET message = ? WHERE id = ?", (message, post))


def note_later(cursor: sqlite3.Cursor, post: int, at: datetime) -> None:
    """Not now: try this post again at `at`."""
    cursor.execute(
        "UPDATE posts SET due_at = ?, attempts = attempts + 1, claimed_at = NULL WHERE id = ?",
        (to_text(at), post),
    )


def unclaim(cursor: sqlite3.Cursor, post: int) -> None:
    """Not begun after all: whoever claims next may show it."""
    cursor.execute("UPDATE posts SET claimed_at = NULL WHERE id = ?", (post,))


def note_failed(cursor: sqlite3.Cursor, post: int, why: str) -> None:
    """Never: give this post up, and say why."""
    cursor.execute("UPDATE posts SET failed = ?, claimed_at = NULL WHERE id = ?", (why, post))


def next_due(db: Session) -> datetime | None:
    """When something is to be shown next (posts that wait for their pace or a retry)."""
    return db.exec(
        select(func.min(Post.due_at)).where(Post.wanted > Post.shown, col(Post.failed).is_(None))
    ).one()
