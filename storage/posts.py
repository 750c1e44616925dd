"""What should be visible where: posts (wanted and shown), and notices waiting for their moment.

Handlers only say what they want seen, in the transaction of the change; delivery makes the chat
match these tables.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint, bindparam, text, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Field, Session, col, func, select

from storage.types import STRICT, Instant, Record

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)

PENDING = "wanted > shown AND failed IS NULL"

TROUBLES = ("full", "forbidden", "missing", "paid", "nobody", "outside")
"""Why a calendar did not take an event, or a group its people; a later change has it tried again."""


class Post(Record, table=True):
    """A card that should be visible in a place. `view` is a packed route, drawn when delivered."""

    __tablename__ = "posts"
    __table_args__: Any = (
        Index("ix_posts_pending", "due_at", sqlite_where=text(PENDING)),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int | None = Field(default=None, foreign_key="communities.id", ondelete="CASCADE")
    place_id: int = Field(foreign_key="places.id", ondelete="CASCADE", index=True)
    view: str = Field(index=True)
    author_id: int | None = Field(default=None, foreign_key="persons.id", ondelete="SET NULL")
    once: str | None = Field(default=None, unique=True)
    reply_to: int | None = Field(default=None, foreign_key="posts.id", ondelete="SET NULL")
    language: str | None = None
    not_after: datetime | None = Field(default=None, sa_type=Instant)
    nudge: bool = False  # its repeat would disturb: never sent twice, even if the result is unknown
    message: str | None = None  # the platform's reference, once it is known
    wanted: int = 1
    shown: int = 0
    due_at: datetime = Field(default=AT_ONCE, sa_type=Instant)  # on the machine's clock
    attempts: int = 0
    claimed_at: datetime | None = Field(default=None, sa_type=Instant)
    failed: str | None = None  # message, place, person, unknown, late, empty, or one of TROUBLES


class Notice(Record, table=True):
    """Something to tell a person when their window opens, within the budget."""

    __tablename__ = "notices"
    __table_args__: Any = (
        UniqueConstraint("person_id", "once"),
        Index("ix_notices_waiting", "due_at", sqlite_where=text("state = 'waiting'")),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="communities.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="persons.id", ondelete="CASCADE", index=True)
    view: str = Field(index=True)
    kind: str  # what "stop" stops
    severity: int
    once: str
    due_at: datetime = Field(sa_type=Instant)
    not_after: datetime | None = Field(default=None, sa_type=Instant)
    made_at: datetime = Field(sa_type=Instant)
    state: str = "waiting"  # waiting, sent, dropped, failed, unsent (whether it arrived is unknown)
    sent_at: datetime | None = Field(default=None, sa_type=Instant)
    post_id: int | None = Field(default=None, foreign_key="posts.id", ondelete="SET NULL")


QUESTION = "question"
"""The kind of notice that awaits this person's own answer: a role, a swap."""

STARTED, MEETING, ROLE, VOTE, NEED, OTHER = 0, 1, 2, 3, 4, 5
"""Severities: what this person created or said yes to comes first, and outside the budget."""


_REFRESH = text("""
    UPDATE posts SET wanted = wanted + 1,
                     failed = CASE WHEN failed IN :troubles THEN NULL ELSE failed END
    WHERE view = :view
""").bindparams(bindparam("troubles", TROUBLES, expanding=True))


@dataclass(slots=True)
class Posts:
    """What a handler says should be seen. `shown_in` remembers the places it posted to."""

    db: Session
    now: datetime
    community: int | None
    author: int | None
    shown_in: list[int]

    def show(
        self,
        place: int,
        view: str,
        *,
        once: str | None = None,
        reply_to: int | None = None,
        not_after: datetime | None = None,
        nudge: bool = False,
        language: str | None = None,
    ) -> int | None:
        """A card at `view` should be visible in `place`. Returns the post's id, or None.

        None means that a post with this once-key exists already.
        """
        self.shown_in.append(place)
        found = self.db.execute(
            insert(Post)
            .values(
                community_id=self.community,
                place_id=place,
                view=view,
                author_id=self.author,
                once=once,
                reply_to=reply_to,
                not_after=not_after,
                nudge=nudge,
                language=language,
                wanted=1,
                shown=0,
                attempts=0,
                due_at=AT_ONCE,
            )
            .on_conflict_do_nothing()
            .returning(col(Post.id))
        ).scalar()
        return int(found) if found is not None else None

    def refresh(self, view: str) -> None:
        """Every visible copy of `view` is to be redrawn."""
        self.db.execute(_REFRESH, {"view": view})

    def refresh_place(self, place: int) -> None:
        """Every card that stands in a place is to be redrawn."""
        self.db.execute(
            update(Post)
            .where(col(Post.place_id) == place, col(Post.message).is_not(None))
            .values(wanted=Post.wanted + 1)
        )

    def refresh_notices(self, view: str, person: int | None = None) -> None:
        """Every direct message in which `view` stands (to one person, or to all) is redrawn."""
        told = select(Notice.post_id).where(Notice.view == view, col(Notice.post_id).is_not(None))
        if person is not None:
            told = told.where(Notice.person_id == person)
        self.db.execute(update(Post).where(col(Post.id).in_(told)).values(wanted=Post.wanted + 1))

    def again(self, place: int, view: str) -> None:
        """A card that may have been taken away from `place` should be visible there."""
        standing = select(Post.id).where(
            Post.view == view, Post.place_id == place, col(Post.failed).is_(None)
        )
        if self.db.exec(standing).first() is None:
            self.show(place, view)
        self.refresh(view)

    def remove(self, view: str) -> None:
        """`view` no longer exists: its cards are drawn empty (delivery deletes what it can)."""
        self.refresh(view)

    def first(self, view: str) -> Post | None:
        """The first post of a view, the one that replies hang from."""
        return self.db.exec(select(Post).where(Post.view == view).order_by(col(Post.id))).first()


def standing(db: Session, view: str) -> list[Post]:
    """The messages in which a view stands, oldest first."""
    return list(
        db.exec(
            select(Post)
            .where(Post.view == view, col(Post.message).is_not(None), col(Post.failed).is_(None))
            .order_by(col(Post.id))
        )
    )


def started_by(db: Session, place: int, person: int) -> bool:
    """Whether a card stands in a place because of something that this person did there."""
    cards = select(Post.id).where(Post.place_id == place, Post.author_id == person)
    return db.exec(cards.limit(1)).first() is not None


def tell(
    db: Session,
    now: datetime,
    *,
    community: int,
    person: int,
    view: str,
    kind: str,
    severity: int,
    once: str,
    not_after: datetime | None = None,
    due_at: datetime | None = None,
) -> bool:
    """A notice for a person. False if they have had one with this once-key."""
    made = db.execute(
        insert(Notice)
        .values(
            community_id=community,
            person_id=person,
            view=view,
            kind=kind,
            severity=severity,
            once=once,
            due_at=due_at or now,
            not_after=not_after,
            made_at=now,
            state="waiting",
        )
        .on_conflict_do_nothing()
        .returning(col(Notice.id))
    ).scalar()
    return made is not None


def trouble(db: Session, view: str) -> str | None:
    """Why the event or roster at `view` does not stand in the calendar or group as it should.

    "full": it takes no more; "forbidden": the bot may not change it; None: no such trouble. Of a
    group: it is "missing", or needs a "paid" plan; it has "nobody" to hold it, so that it stays as
    it was; or one of them is "outside" (a guest, not in the server), and the others may be in it.
    """
    return db.exec(
        select(Post.failed).where(Post.view == view, col(Post.failed).in_(TROUBLES))
    ).first()


def back(db: Session, place: int) -> None:
    """The bot can reach a place again: the cards that stand there are redrawn."""
    db.execute(
        update(Post)
        .where(col(Post.place_id) == place, col(Post.failed) == "place")
        .where(col(Post.message).is_not(None))
        .values(failed=None, due_at=AT_ONCE)
    )


def untell(db: Session, view: str) -> None:
    """Nobody is to hear of `view` any more: notices still waiting are dropped."""
    db.execute(
        update(Notice)
        .where(col(Notice.view) == view, col(Notice.state) == "waiting")
        .values(state="dropped")
    )


def unreached(db: Session, view: str) -> list[int]:
    """Who could not be reached with `view`."""
    return _whom(db, view, "failed")


def told(db: Session, view: str) -> list[int]:
    """Who was told of `view`, or is still to be."""
    return _whom(db, view, "waiting", "sent", "unsent")


def _whom(db: Session, view: str, *states: str) -> list[int]:
    found = select(Notice.person_id).where(Notice.view == view, col(Notice.state).in_(states))
    return list(db.exec(found.distinct().order_by(col(Notice.person_id))))


def failed_notice(db: Session, person: int, views: str, since: datetime) -> str | None:
    """The view, beginning with `views`, of a notice since then that did not reach this person."""
    return db.exec(
        select(Notice.view).where(
            Notice.person_id == person,
            Notice.state == "failed",
            Notice.made_at >= since,
            col(Notice.view).startswith(views, autoescape=True),
        )
    ).first()


_SHOWN = (
    select(Notice.id)
    .join(Post, col(Post.id) == Notice.post_id)
    .where(Notice.person_id == bindparam("person"), Notice.view == bindparam("view"))
    .where(col(Post.message).is_not(None))
)


def shown_notice(db: Session, person: int, view: str) -> bool:
    """Whether a notice at `view` stands in a message that this person can see."""
    return db.exec(_SHOWN, params={"person": person, "view": view}).first() is not None


def newest(db: Session) -> int:
    """The id of the newest post; 0 where there is none."""
    return db.exec(select(func.max(Post.id))).one() or 0


def ask_anew(db: Session, now: datetime) -> None:
    """Every direct message with a question that may still await its answer is redrawn."""
    told = select(Notice.post_id).where(
        Notice.kind == QUESTION, Notice.state == "sent", col(Notice.not_after) > now
    )
    db.execute(update(Post).where(col(Post.id).in_(told)).values(wanted=Post.wanted + 1))


def told_after(db: Session, community: int, post: int) -> list[Notice]:
    """What reached anybody of a community by direct messages newer than a post."""
    return list(
        db.exec(
            select(Notice)
            .join(Post, col(Post.id) == Notice.post_id)
            .where(Notice.community_id == community, Notice.state == "sent")
            .where(col(Post.id) > post, col(Post.message).is_not(None))
            .order_by(col(Notice.id))
        )
    )


def refresh_fast(cursor: sqlite3.Cursor, view: str, notice: str = "", person: int = 0) -> None:
    """`Posts.refresh` of `view` and `refresh_notices` of a person's `notice`, on the press path.

    The plus sign keeps SQLite to the person's few notices, away from everybody's about this view.
    """
    cursor.execute(
        "UPDATE posts SET wanted = wanted + 1 WHERE view = ? OR id IN "
        "(SELECT post_id FROM notices WHERE person_id = ? AND +view = ? AND post_id IS NOT NULL)",
        (view, person, notice),
    )


# ── when notices go out ─────────────────────────────────────────────────────────────────────────


def waiting_notices(db: Session, now: datetime, most: int = 500) -> list[Notice]:
    """Notices whose time has come and that have not been sent, by person, gravest first."""
    return list(
        db.exec(
            select(Notice)
            .where(Notice.state == "waiting", Notice.due_at <= now)
            .order_by(col(Notice.person_id), col(Notice.severity), col(Notice.id))
            .limit(most)
        )
    )


_WAITING = select(func.min(Notice.due_at)).where(Notice.state == "waiting")


def next_notice(db: Session) -> datetime | None:
    """When the next waiting notice is to be judged."""
    return db.exec(_WAITING).one()


_MESSAGES = (
    select(func.max(Notice.sent_at))
    .where(Notice.person_id == bindparam("person"), Notice.severity != STARTED)
    .where(
        col(Notice.state).in_(("sent", "failed", "unsent")),
        col(Notice.sent_at) > bindparam("since"),
    )
    .group_by(col(Notice.post_id))
)


def messages_since(db: Session, person: int, since: datetime) -> list[datetime]:
    """When this person was sent unsolicited direct messages, since an instant: one a message.

    One whose result is unknown counts: it may have reached them.
    """
    rows = db.exec(_MESSAGES, params={"person": person, "since": since})
    return [at for at in rows if at is not None]
