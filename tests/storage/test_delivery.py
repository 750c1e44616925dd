"""Delivery: what people see is made to match the records, whatever the platform answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from adapters.base import Busy, Gone
from scheduling.delivery import LONGEST_WAIT, Delivery
from storage.database import Database
from storage.people import Account, Place
from storage.posts import STARTED, Notice, Post, Posts
from tests.kit.clock import MONDAY
from tests.storage.signs import CHANNEL, DIRECT, Bench, Sign


@pytest.fixture
async def bench(database: Database) -> Bench:
    """A community with a channel, and Ann with her direct messages."""
    made = Bench(database)
    await made.furnish()
    return made


# ── showing ─────────────────────────────────────────────────────────────────────────────────────


async def test_what_should_be_seen_is_shown_and_noted(bench: Bench) -> None:
    """A post becomes a message, and its reference is kept; the named points are passed in order."""
    post = await bench.show(1)

    assert await bench.step() == 1

    assert bench.platform.visible == {"m1": "sign 1"}
    assert (await bench.post(post)).message == "m1"
    assert bench.points == ["after-claim", "after-send", "before-note"]
    assert await bench.step(hours=1) == 0


async def test_changes_within_the_pace_are_one_redrawing(bench: Bench) -> None:
    """However many changes come within a message's pace, one redrawing shows the last."""
    bench.platform.edit_every = 1.5
    await bench.show(1)
    await bench.step()
    for number in range(5):
        await bench.rewrite(1, f"changed {number}")

    assert await bench.step(seconds=1) == 0
    assert await bench.step(seconds=1) == 1

    assert bench.platform.shown == [("sign 1", None), ("changed 4", None)]


async def test_a_change_during_the_showing_is_shown_next(bench: Bench) -> None:
    """What changes between drawing and noting is not lost: the card is drawn once more."""
    await bench.show(1)

    async def meanwhile() -> None:
        await bench.rewrite(1, "newer")

    bench.platform.answers.append(meanwhile)
    await bench.step()
    assert bench.platform.visible == {"m1": "sign 1"}

    await bench.step()

    assert bench.platform.visible == {"m1": "newer"}


async def test_a_card_with_nothing_more_to_say_is_taken_away(bench: Bench) -> None:
    """The view returns nothing: a visible message is removed, once, and does not come back."""
    post = await bench.show(1)
    await bench.step()
    del bench.board.words[1]
    await bench.rewrite(2, "unrelated")
    await bench.change(lambda db: Posts(db, MONDAY, 1, 1, []).remove(Sign(1).pack()))

    await bench.step()

    assert bench.platform.visible == {}
    assert (await bench.post(post)).failed == "empty"
    assert await bench.step(hours=1) == 0


async def test_a_card_with_nothing_to_say_is_never_sent(bench: Bench) -> None:
    """No longer worth saying before it was said: nothing is posted, its notice is dropped."""
    post = await bench.remind(1)
    del bench.board.words[1]

    await bench.step()

    assert bench.platform.shown == []
    assert (await bench.post(post)).failed == "empty"
    assert await bench.notices() == ["dropped"]


async def test_what_is_past_its_purpose_is_not_sent(bench: Bench) -> None:
    """`not_after` is judged at sending: a second before it goes out, at it it does not."""
    limit = MONDAY + timedelta(hours=1)
    in_time, late = await bench.show(1, not_after=limit), await bench.show(2, not_after=limit)
    await bench.change(lambda db: _put_off(db, late, bench.real.now() + timedelta(minutes=1)))

    bench.clock.move(to=limit - timedelta(seconds=1))
    await bench.step()
    bench.clock.move(to=limit)
    await bench.step(minutes=2)

    assert bench.platform.visible == {"m1": "sign 1"}
    assert (await bench.post(in_time)).failed is None
    assert (await bench.post(late)).failed == "late"


def _put_off(db: Session, post: int, at: datetime) -> None:
    found = db.exec(select(Post).where(Post.id == post)).one()
    found.due_at = at
    db.add(found)


async def test_a_visible_card_is_redrawn_past_its_limit(bench: Bench) -> None:
    """The limit is about sending: what already stands goes on being kept up to date."""
    await bench.show(1, not_after=MONDAY + timedelta(hours=1))
    await bench.step()
    bench.clock.move(hours=2)
    await bench.rewrite(1, "closed")

    await bench.step()

    assert bench.platform.visible == {"m1": "closed"}


async def test_a_reply_waits_for_its_parent_and_hangs_from_it(bench: Bench) -> None:
    """However busy the platform is with the parent, the reply comes after it, in its thread."""
    parent = await bench.show(1)
    await bench.show(2, reply_to=parent)
    bench.platform.answers.append(Busy(30))

    await bench.step()
    await bench.step(seconds=29)
    assert bench.platform.shown == []
    await bench.step(seconds=1)
    await bench.step()

    assert bench.platform.shown == [("sign 1", None), ("sign 2", "m1")]


async def test_a_reply_without_parent_is_a_message_of_its_own(bench: Bench) -> None:
    """The parent was deleted or given up: the reply is posted as a new message."""
    parent = await bench.show(1)
    await bench.show(2, reply_to=parent)
    bench.platform.answers.append(Gone("message"))

    await bench.step()
    await bench.step()

    assert bench.platform.shown == [("sign 2", None)]


# ── not now ─────────────────────────────────────────────────────────────────────────────────────


async def test_the_delay_that_the_platform_asks_for_is_kept(bench: Bench) -> None:
    """Rate limited for thirty seconds: not a second earlier, and shown then."""
    await bench.show(1)
    bench.platform.answers.append(Busy(30))

    await bench.step()
    assert await bench.step(seconds=29.9) == 0
    assert await bench.step(seconds=0.2) == 1

    assert bench.platform.visible == {"m1": "sign 1"}


async def test_a_busy_place_is_left_in_peace_and_in_order(bench: Bench) -> None:
    """One refusal puts off all that waits for that place, in its order; other places go on."""
    for number in (1, 2, 3):
        await bench.show(number)
    await bench.show(4, DIRECT)
    bench.platform.answers.append(Busy(10))

    await bench.step()
    assert [said for said, _ in bench.platform.shown] == ["sign 4"]
    await bench.step(seconds=10)

    assert [said for said, _ in bench.platform.shown] == ["sign 4", "sign 1", "sign 2", "sign 3"]


async def test_without_a_delay_attempts_thin_out(bench: Bench) -> None:
    """An outage: each wait is longer than the last can be, never more than five minutes."""
    post = await bench.show(1)
    waits = []
    for _ in range(14):
        bench.platform.answers.append(Busy())
        assert await bench.step(seconds=LONGEST_WAIT) == 1
        waits.append(((await bench.post(post)).due_at - bench.real.now()).total_seconds())

    for attempt, wait in enumerate(waits):
        most = min(2.0**attempt, LONGEST_WAIT)
        assert most / 2 <= wait <= most
    await bench.step(seconds=LONGEST_WAIT)
    assert bench.platform.visible == {"m1": "sign 1"}
    assert (await bench.post(post)).attempts == 0


async def test_a_platform_that_is_not_connected_is_waited_for(bench: Bench) -> None:
    """Started with another platform only: nothing is given up, also not what is to be removed."""
    first, second = await bench.show(1), await bench.show(2)
    await bench.step()
    await bench.rewrite(1, "later")
    del bench.board.words[2]
    await bench.rewrite(3, "")
    await bench.change(lambda db: Posts(db, MONDAY, 1, 1, []).remove(Sign(2).pack()))
    alone = Delivery(bench.engine, {}, real_now=bench.real.now)

    assert await alone.step() == 2

    assert (await bench.post(first)).failed is None
    assert (await bench.post(second)).failed is None
    await bench.step(seconds=LONGEST_WAIT)
    assert bench.platform.visible == {"m1": "later"}


async def test_an_unknown_result_is_tried_again(bench: Bench) -> None:
    """A connection that broke: a card is shown again, later; nobody is disturbed by that."""
    await bench.show(1)
    bench.platform.answers.append(ConnectionResetError())

    await bench.step()
    await bench.step(seconds=1)

    assert bench.platform.visible == {"m1": "sign 1"}


async def test_a_nudge_of_unknown_result_is_not_sent_again(bench: Bench) -> None:
    """It may have arrived: it stays where people look themselves, and counts in the budget."""
    post = await bench.remind(1)
    bench.platform.answers.append(ConnectionResetError())

    await bench.step()

    assert await bench.step(hours=1) == 0
    assert bench.platform.shown == []
    assert (await bench.post(post)).failed == "unknown"
    assert await bench.notices() == ["unsent"]


async def test_a_nudge_that_was_refused_for_now_is_sent_later(bench: Bench) -> None:
    """Rate limited is a known result: nothing arrived, so it goes out later."""
    await bench.remind(1)
    bench.platform.answers.append(Busy(5))

    await bench.step()
    await bench.step(seconds=5)

    assert bench.platform.visible == {"m1": "sign 1"}
    assert await bench.notices() == ["sent"]


async def test_a_card_that_cannot_be_drawn_holds_up_nobody(bench: Bench) -> None:
    """A fault in one view, or an address nobody draws: the others are shown, it is tried later."""
    broken = await bench.show(13)
    await bench.change(lambda db: Posts(db, MONDAY, 1, 1, []).show(CHANNEL, "gone.feature:1"))
    await bench.show(1)

    assert await bench.step() == 3

    assert bench.platform.visible == {"m1": "sign 1"}
    assert (await bench.post(broken)).failed is None
    assert await bench.step() == 0
    assert await bench.step(seconds=1) == 2


# ── never ───────────────────────────────────────────────────────────────────────────────────────


async def test_a_deleted_message_is_left_alone(bench: Bench) -> None:
    """Somebody deleted the card: it is not posted anew, nor ever tried again."""
    post = await bench.show(1)
    await bench.step()
    await bench.rewrite(1, "changed")
    bench.platform.answers.append(Gone("message"))

    await bench.step()
    await bench.rewrite(1, "changed again")

    assert await bench.step(hours=1) == 0
    assert (await bench.post(post)).failed == "message"


async def test_a_closed_channel_is_told_to_the_author(bench: Bench) -> None:
    """The bot was removed from the channel: its author gets a notice, once; the place is marked."""
    post = await bench.show(1)
    bench.platform.answers.append(Gone("place"))

    await bench.step()

    def look(db: Session) -> tuple[object, list[tuple[int, int]]]:
        place = db.exec(select(Place).where(Place.id == CHANNEL)).one()
        told = [(n.person_id, n.severity) for n in db.exec(select(Notice))]
        return place.gone_at, told

    assert await bench.database.read(look) == (bench.clock.now(), [(1, STARTED)])
    assert (await bench.post(post)).failed == "place"
    assert await bench.step(hours=1) == 0


async def test_somebody_who_cannot_be_reached_is_counted(bench: Bench) -> None:
    """Closed direct messages: the notice failed, and the account is known as closed."""
    post = await bench.remind(1)
    bench.platform.answers.append(Gone("place"))

    await bench.step()

    closed = await bench.database.read(lambda db: db.exec(select(Account)).one().unreachable_at)
    assert closed == bench.clock.now()
    assert (await bench.post(post)).failed == "person"
    assert await bench.notices() == ["failed"]


@pytest.mark.parametrize("what", ["message", "person"])
async def test_what_was_sent_stays_counted(bench: Bench, what: str) -> None:
    """A reminder that stood, and is gone when it is redrawn, was sent all the same."""
    await bench.remind(1)
    await bench.step()
    await bench.rewrite(1, "voted")
    bench.platform.answers.append(Gone("message" if what == "message" else "person"))

    await bench.step()

    assert await bench.notices() == ["sent"]


# ── the loop ────────────────────────────────────────────────────────────────────────────────────


async def test_the_loop_shows_what_comes_and_stops(bench: Bench) -> None:
    """In the background: woken by a change, it shows; a fault does not end it; stopped, it rests."""
    delivery = Delivery(bench.engine, {"test": bench.platform})
    delivery.start()
    for number in (1, 2):
        await bench.show(number)
        delivery.wake()
        await _until(lambda n=number: len(bench.platform.shown) == n)  # type: ignore[misc]
    await delivery.stop()

    await bench.show(3)
    delivery.wake()
    await asyncio.sleep(0.05)

    assert [said for said, _ in bench.platform.shown] == ["sign 1", "sign 2"]


async def test_stopping_finishes_what_is_being_shown(bench: Bench) -> None:
    """What is on its way is noted before the end; what is not begun is free for the next start."""
    delivery = Delivery(bench.engine, {"test": bench.platform}, real_now=bench.real.now)
    going, go = asyncio.Event(), asyncio.Event()

    async def slowly() -> None:
        going.set()
        await go.wait()

    bench.platform.answers.append(slowly)
    first, second = await bench.show(1), await bench.remind(2)
    third = await bench.show(3)
    delivery.start()
    await going.wait()
    stopping = asyncio.create_task(delivery.stop())
    await asyncio.sleep(0.02)
    go.set()
    await asyncio.wait_for(stopping, 5)

    assert (await bench.post(first)).message is not None
    assert (await bench.post(third)).claimed_at is None
    await bench.step()
    assert {said for said, _ in bench.platform.shown} == {"sign 1", "sign 2", "sign 3"}
    assert len(bench.platform.shown) == 3
    assert (await bench.post(second)).failed is None


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.005)
