"""What should be visible where: claims, leases, and nudges whose result nobody knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, select

from storage import posts, showing
from storage.database import connect
from storage.people import Community, Person, Place
from storage.posts import OTHER, STARTED, VOTE, Notice, Post, Posts, tell
from storage.showing import LEASE, Claimed

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)

Showing = Callable[..., int]


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The driver's connection, as delivery uses it."""
    with closing(connect(path)) as made:
        yield made


@pytest.fixture
def db(raw: sqlite3.Connection) -> Iterator[Session]:
    """A session over the same connection, in a community with two places and a person."""
    engine = create_engine(
        "sqlite://", creator=lambda: raw, poolclass=StaticPool, pool_reset_on_return=None
    )
    with Session(engine, expire_on_commit=True) as made:
        made.add(Community(name="Trainers", founded_at=NOW))
        made.add(Person(name="Ann", seen_at=NOW))
        made.add(Place(platform="test", workspace="W", ref="general", community_id=1))
        made.add(Place(platform="test", workspace="W", ref="ann", direct=True))
        made.commit()
        yield made


@pytest.fixture
def show(db: Session) -> Showing:
    """Say that a card should be seen; the post's id."""

    def run(view: str = "sign:1", place: int = 1, **said: object) -> int:
        made = Posts(db, NOW, 1, 1, []).show(place, view, **said)  # type: ignore[arg-type]
        db.commit()
        assert made is not None
        return made

    return run


def state(db: Session, post: int) -> Post:
    """A post as it stands now."""
    db.expire_all()
    return db.exec(select(Post).where(Post.id == post)).one()


def claimed(raw: sqlite3.Connection, at: datetime = NOW) -> list[int]:
    """The ids that a claim at `at` takes."""
    return [one.id for one in showing.claim(raw.cursor(), at)]


def test_a_new_post_is_claimed_once(raw: sqlite3.Connection, show: Showing) -> None:
    """Two that claim one after the other: the first takes it all, the second nothing."""
    first, second = show(), show("sign:2")

    assert showing.claim(raw.cursor(), NOW) == [Claimed(first, 1, True), Claimed(second, 1, True)]
    assert claimed(raw, NOW + SECOND) == []


def test_a_claim_ends_with_its_lease(raw: sqlite3.Connection, show: Showing) -> None:
    """Whoever claimed and vanished is taken for dead after the lease; then another may."""
    post = show()
    claimed(raw)

    assert claimed(raw, NOW + LEASE) == []
    assert claimed(raw, NOW + LEASE + SECOND) == [post]


def test_what_was_shown_is_claimed_no_more(raw: sqlite3.Connection, show: Showing) -> None:
    """Noted as shown, a post rests until somebody wants it redrawn."""
    post = show()
    claimed(raw)
    showing.note_shown(raw.cursor(), post, "m1", 1, NOW)

    assert claimed(raw, NOW + LEASE * 2) == []


def test_however_many_votes_one_redrawing(
    raw: sqlite3.Connection, db: Session, show: Showing
) -> None:
    """Three changes while a card is being shown lead to one more showing, not to three."""
    post = show("poll:7")
    claimed(raw)
    for _ in range(3):
        posts.refresh_fast(raw.cursor(), "poll:7")
    showing.note_shown(raw.cursor(), post, "m1", 1, NOW)

    assert showing.claim(raw.cursor(), NOW) == [Claimed(post, 4, False)]
    showing.note_shown(raw.cursor(), post, "m1", 4, NOW)
    assert claimed(raw) == []
    assert state(db, post).shown == 4


def test_a_refresh_reaches_every_copy(raw: sqlite3.Connection, db: Session, show: Showing) -> None:
    """All copies of a view, in whatever place, and nothing else."""
    here, there, other = show("poll:7"), show("poll:7", 2), show("poll:8")
    for post in (here, there, other):
        showing.note_shown(raw.cursor(), post, f"m{post}", 1, NOW)

    Posts(db, NOW, 1, 1, []).refresh("poll:7")
    db.commit()

    assert claimed(raw) == [here, there]


def test_the_pace_of_a_message_is_kept(raw: sqlite3.Connection, show: Showing) -> None:
    """A message just drawn is not redrawn before its next instant."""
    post = show("poll:7")
    showing.note_shown(raw.cursor(), post, "m1", 1, NOW + 2 * SECOND)
    posts.refresh_fast(raw.cursor(), "poll:7")

    assert claimed(raw, NOW + SECOND) == []
    assert claimed(raw, NOW + 2 * SECOND) == [post]


def test_a_once_key_is_used_once(db: Session, show: Showing) -> None:
    """The second post with the same key is not made, and the caller hears so."""
    show(once="poll-1")

    assert Posts(db, NOW, 1, 1, []).show(1, "sign:1", once="poll-1") is None
    assert len(db.exec(select(Post)).all()) == 1


def test_a_reply_waits_for_its_parent(raw: sqlite3.Connection, show: Showing) -> None:
    """Until the parent stands or is given up, its reply is not claimed."""
    parent = show()
    reply = show("sign:2", reply_to=parent)
    assert claimed(raw) == [parent]

    showing.note_shown(raw.cursor(), parent, "m1", 1, NOW)

    assert claimed(raw) == [reply]


def test_a_reply_outlives_its_parent(raw: sqlite3.Connection, show: Showing) -> None:
    """The parent is given up: its reply goes out all the same."""
    parent = show()
    reply = show("sign:2", reply_to=parent)
    claimed(raw)
    showing.note_failed(raw.cursor(), parent, "place")

    assert claimed(raw) == [reply]


def test_what_was_put_off_comes_back_at_its_instant(
    raw: sqlite3.Connection, db: Session, show: Showing
) -> None:
    """Not now: it is claimed again at the instant said, and the attempt is counted."""
    post = show()
    claimed(raw)
    showing.note_later(raw.cursor(), post, NOW + 10 * SECOND)

    assert claimed(raw, NOW + 9 * SECOND) == []
    assert claimed(raw, NOW + 10 * SECOND) == [post]
    assert state(db, post).attempts == 1


def test_what_was_not_begun_is_free_at_once(raw: sqlite3.Connection, show: Showing) -> None:
    """Claimed by a process that stops before it shows: the next start need not wait."""
    post = show(nudge=True)
    claimed(raw)
    showing.unclaim(raw.cursor(), post)

    assert claimed(raw) == [post]


def a_bundle(db: Session, show: Showing) -> int:
    """A direct message of one reminder, about to be sent."""
    post = show("notice.bundle:1", 2, nudge=True)
    assert tell(
        db, NOW, community=1, person=1, view="poll:7", kind="poll", severity=VOTE, once="reminder"
    )
    notice = db.exec(select(Notice)).one()
    notice.state, notice.sent_at, notice.post_id = "sent", NOW, post
    db.add(notice)
    db.commit()
    return post


def test_a_nudge_whose_sender_died_is_never_sent_again(
    raw: sqlite3.Connection, db: Session, show: Showing
) -> None:
    """Claimed, and nothing noted: it may have arrived, so it is given up, and its notice says so."""
    post = a_bundle(db, show)
    claimed(raw)

    assert claimed(raw, NOW + LEASE + SECOND) == []
    assert state(db, post).failed == "unknown"
    assert db.exec(select(Notice.state)).one() == "unsent"


def test_a_nudge_that_stands_is_redrawn_like_any_card(
    raw: sqlite3.Connection, db: Session, show: Showing
) -> None:
    """Once its message is known, a repeat only edits it: a lost redrawing is done again."""
    post = a_bundle(db, show)
    showing.note_shown(raw.cursor(), post, "d1", 1, NOW)
    posts.refresh_fast(raw.cursor(), "other", "poll:7", 1)
    assert claimed(raw) == [post]

    assert claimed(raw, NOW + LEASE + SECOND) == [post]


def test_a_message_that_may_have_arrived_counts(
    raw: sqlite3.Connection, db: Session, show: Showing
) -> None:
    """In the budget, an unknown result is a message sent: two a day would be one too many."""
    a_bundle(db, show)
    claimed(raw)
    claimed(raw, NOW + LEASE + SECOND)
    db.expire_all()

    assert posts.messages_since(db, 1, NOW - SECOND) == [NOW]


def test_what_a_person_started_is_outside_the_budget(db: Session, show: Showing) -> None:
    """Messages about what this person created or said yes to are not counted."""
    post = show("notice.bundle:1", 2, nudge=True)
    for number, severity in enumerate((STARTED, STARTED)):
        tell(
            db,
            NOW,
            community=1,
            person=1,
            view=f"poll:{number}",
            kind="poll",
            severity=severity,
            once=str(number),
        )
    for notice in db.exec(select(Notice)):
        notice.state, notice.sent_at, notice.post_id = "sent", NOW, post
    db.commit()

    assert posts.messages_since(db, 1, NOW - SECOND) == []


def test_a_person_hears_of_a_thing_once(db: Session) -> None:
    """The same once-key twice is one notice; the second caller hears so."""
    told = [
        tell(db, NOW, community=1, person=1, view="x:1", kind="poll", severity=OTHER, once="k")
        for _ in range(2)
    ]

    assert told == [True, False]


def test_what_still_waits_can_be_untold(db: Session) -> None:
    """The thing is over: notices that wait are dropped, those already sent stay as they are."""
    for once in ("a", "b"):
        tell(db, NOW, community=1, person=1, view="x:1", kind="poll", severity=OTHER, once=once)
    db.exec(select(Notice).where(Notice.once == "a")).one().state = "sent"

    posts.untell(db, "x:1")

    assert sorted(db.exec(select(Notice.state))) == ["dropped", "sent"]
    assert posts.next_notice(db) is None


def test_cards_in_a_place_that_is_back_are_redrawn(
    raw: sqlite3.Connection, db: Session, show: Showing
) -> None:
    """The bot is let in again: visible cards that were given up catch up, others stay given up."""
    seen, unseen = show("poll:7"), show("poll:8")
    showing.note_shown(raw.cursor(), seen, "m1", 1, NOW + timedelta(hours=1))
    posts.refresh_fast(raw.cursor(), "poll:7")
    for post in (seen, unseen):
        showing.note_failed(raw.cursor(), post, "place")
    assert claimed(raw) == []

    posts.back(db, 1)
    db.commit()

    assert claimed(raw) == [seen]


def test_what_is_pending_is_found_by_its_index(path: Path) -> None:
    """However many cards stand in the channels, delivery reads those that changed."""
    with closing(connect(path)) as raw:
        plan = raw.execute(
            f"EXPLAIN QUERY PLAN SELECT id FROM posts WHERE {posts.PENDING} AND due_at <= '2026' "
            "ORDER BY due_at, id LIMIT 50"
        ).fetchall()

    assert [step[3] for step in plan] == ["SEARCH posts USING INDEX ix_posts_pending (due_at<?)"]
