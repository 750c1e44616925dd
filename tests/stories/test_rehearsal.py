"""`/ronde rehearse`: who will serve and what will go out; nothing is written, nothing is sent."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime

import pytest

from scheduling.calendar import local
from tests.kit.chat import Chat, Someone
from tests.kit.clock import StillClock
from tests.kit.meetings import announced
from tests.kit.wire import Shown

YES = ("Yes, I’ll do it", "Oui, je m’en charge")
WEEKLY = "/role new notes term:1-week"


async def founded(chat: Chat) -> list[Someone]:
    """A community of four, all past their days of grace."""
    people = [chat.cleo, chat.moussa, chat.eve]
    await chat.founded(*people)
    await chat.passes(days=40)
    return [chat.ann, *people]


async def turning(chat: Chat, line: str = WEEKLY) -> list[Someone]:
    """A community of four in which a role turns from in a fortnight on."""
    people = await founded(chat)
    await chat.ann.types(line)
    await chat.ann.presses("Publish")
    return people


def part(card: Shown, head: str) -> list[str]:
    """What stands under a head of the card."""
    lines = card.text.splitlines()
    found = []
    for line in lines[lines.index(head) + 1 :]:
        if not line.startswith(("• ", "+ ")):
            break
        found.append(line.removeprefix("• "))
    return found


def rows(chat: Chat) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for the requests that were handled."""
    with closing(sqlite3.connect(chat.path)) as raw:
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(raw.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for (name,) in names
            if name != "requests"
        }


def seen(chat: Chat, people: Sequence[Someone]) -> list[Shown]:
    """All that stands in the channel and in everybody's direct messages."""
    return [*chat.channel.messages, *(shown for one in people for shown in one.inbox)]


async def lives(chat: Chat, people: Sequence[Someone], days: int) -> None:
    """Time passes; whoever is asked for a turn says yes at once."""
    end = StillClock(chat.clock.now())
    end.move(days=days)
    while (at := await chat.app.clockwork.next_at()) is not None and at <= end.now():
        chat.clock.move(to=max(at, chat.clock.now()))
        await chat.tick()
        for one in people:
            for shown in one.inbox:
                for label in set(YES) & set(shown.buttons):
                    await one.presses(label, on=shown)
    chat.clock.move(to=end.now())
    await chat.tick()


@pytest.mark.season
async def test_who_serves_when_is_told_before_anybody_is_asked(chat: Chat) -> None:
    """Ninety days of a weekly role: everybody's turns, no gap, and what each will hear (26)."""
    await turning(chat)
    await chat.ann.types("/ronde rehearse 90d")
    told = chat.ann.told

    assert "12 December 2026 to 12 March 2027" in told
    served = [line.rpartition(" · ")[2] for line in part(told, "Note-taking")]
    assert len(served) == 11
    assert set(served[:4]) == {"Ann", "Cleo", "Moussa", "Eve"}
    assert served[:4] == served[4:8]  # the round begins anew
    assert part(told, "Turns that nobody has") == ["None."]
    heard = [line.partition(" · ")[0] for line in part(told, "Direct messages")]
    assert set(heard) == {"Ann", "Cleo", "Moussa", "Eve"}
    assert "Nobody gets more than 3 a week unasked for." in told
    assert "Nothing was written or sent" in told


@pytest.mark.season
async def test_nothing_is_written_and_nothing_sent(chat: Chat) -> None:
    """Every row and every message is the same after it as before, and no copy is left (26)."""
    people = await turning(chat)
    before, messages = rows(chat), seen(chat, people)
    files = sorted(file.name for file in chat.path.parent.iterdir())
    await chat.ann.types("/ronde rehearse 90d")

    assert "Note-taking" in chat.ann.told
    assert rows(chat) == before
    assert seen(chat, people) == messages
    assert sorted(file.name for file in chat.path.parent.iterdir()) == files


@pytest.mark.season
async def test_replayed_for_real_the_same_happens(chat: Chat) -> None:
    """Who serves when, and how many messages each one gets, come as they were rehearsed (26)."""
    people = await turning(chat)
    await chat.ann.types("/role new facilitation term:1-month excludes:notes")
    await chat.ann.presses("Publish")
    await chat.cleo.types('/role away "from 4 to 8 January 2027"')
    await chat.moussa.types('/role away "for 60 days"')
    await chat.ann.types('/poll "How are you?" "Well" "So so" every:"1st monday 9am"')
    await chat.ann.presses("Publish")
    await announced(chat, "Practice", "2027-01-12 14:00 Europe/Paris")
    # In a minute Slack lets us say no more than a month brings; elsewhere a season goes by.
    days = 30 if chat.wire.platform == "slack" else 90
    await chat.ann.types(f"/ronde rehearse {days}d")
    told = chat.ann.told
    before = {one.persona.name: len(one.inbox) for one in people}
    cards = len(chat.channel.messages)

    await lives(chat, people, days)

    got = {one.persona.name: len(one.inbox) - before[one.persona.name] for one in people}
    foretold = re.findall(r"^• (\w+) · (\d+)", "\n".join(part_of(told)), re.MULTILINE)
    assert {name: int(count) for name, count in foretold} == {one: n for one, n in got.items() if n}
    assert f"In channels: {len(chat.channel.messages) - cards} new message" in told
    for role, head in (("notes", "Note-taking"), ("facilitation", "Facilitation")):
        foreseen = [re.sub(" to .* · ", " · ", line) for line in part(told, head)]
        assert served(chat, role) == foreseen


def part_of(card: Shown) -> list[str]:
    """The card's lines on direct messages."""
    return [f"• {line}" for line in part(card, "Direct messages")]


def served(chat: Chat, role: str) -> list[str]:
    """From which day on each one has had the role: "26 December 2026 · Cleo"."""
    with closing(sqlite3.connect(chat.path)) as raw:
        found = raw.execute(
            "SELECT t.starts_at, p.name FROM terms t JOIN persons p ON p.id = t.person_id "
            "WHERE t.role = ? AND t.turn_id IS NOT NULL ORDER BY t.starts_at",
            (role,),
        ).fetchall()
    begun = [(local(datetime.fromisoformat(at), "Europe/Paris"), name) for at, name in found]
    now = local(chat.clock.now(), "Europe/Paris")
    return [f"{at.day} {at:%B %Y} · {name}" for at, name in begun if at < now]


async def test_a_question_that_is_out_already_is_answered_in_the_rehearsal(chat: Chat) -> None:
    """Whoever was asked before it begins says yes in it, and has answered nothing in truth (26)."""
    people = await turning(chat)
    await chat.passes(days=3)
    asked = next(one for one in people if one.inbox and set(YES) & set(one.inbox[-1].buttons))
    await chat.ann.types("/ronde rehearse 30d")

    assert part(chat.ann.told, "Note-taking")[0].endswith(asked.persona.name)
    assert set(YES) & set(asked.inbox[-1].buttons)


async def test_gaps_and_who_is_unavailable_are_told(chat: Chat) -> None:
    """A turn that nobody can take is a gap; a few days away in one's turn clash, without a reason (26)."""
    await founded(chat)
    await chat.eve.types('/role away "from 1 to 8 February 2027"')
    await chat.cleo.types('/role away "from 4 to 6 January 2027"')
    await chat.ann.types("/role new welcome term:1-month start:2027-01-04 pool:@Cleo")
    await chat.ann.presses("Publish")
    await chat.ann.types("/role new library term:1-week start:2027-01-29 pool:@Eve")
    await chat.ann.presses("Publish")
    await chat.ann.types("/ronde rehearse 60d")
    told = chat.ann.told

    gaps = part(told, "Turns that nobody has")
    assert "Library · 29 January 2027 to 4 February 2027" in gaps
    assert part(told, "Welcome") == ["4 January 2027 to 3 February 2027 · Cleo"]
    assert part(told, "What clashes") == [
        "Cleo is unavailable in their turn (Welcome): 4 January 2027 to 6 January 2027"
    ]


@pytest.mark.season
async def test_holidays_clash(chat: Chat) -> None:
    """A turn that begins and a meeting that is held on a public holiday are told (26)."""
    await founded(chat)
    await chat.ann.types("/role new notes term:1-month start:2026-12-25")
    await chat.ann.presses("Publish")
    await announced(chat, "Practice", "2027-01-01 14:00 Europe/Paris")
    await chat.ann.types("/ronde rehearse 30d")
    clashes = part(chat.ann.told, "What clashes")

    assert len(clashes) == 2
    assert clashes[0].startswith("Note-taking changes hands on Friday 25 December 2026, a public")
    assert clashes[1].startswith("Practice is on Friday 1 January 2027, a public holiday")


async def test_a_reminder_of_an_anonymous_poll_tells_on_nobody(chat: Chat) -> None:
    """Who has not voted in secret would be told by the count: those messages are left out (26, R10)."""
    await founded(chat)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie" anonymous until:+3d')
    await chat.ann.types("/ronde rehearse 5d")
    secret = part(chat.ann.told, "Direct messages")
    await chat.ann.types('/poll "Dinner?" "Soup" "Pie" until:+3d')
    await chat.ann.types("/ronde rehearse 5d")

    assert not [line for line in secret if line.startswith(("Cleo", "Eve", "Moussa"))]
    assert [line for line in part(chat.ann.told, "Direct messages") if line.startswith("Cleo")]


async def test_no_role_and_a_community_of_one(chat: Chat) -> None:
    """Without roles the card says how they begin; who is alone is told what they alone hear (26)."""
    await chat.founded()
    await chat.passes(days=40)
    await chat.ann.types("/ronde rehearse")
    told = chat.ann.told

    assert "No role turns here yet: /role new begins." in told
    assert "12 December 2026 to 12 March 2027" in told
    (mine,) = part(told, "Direct messages")
    assert mine.startswith("Ann · ")
    assert part(told, "What clashes") == ["None."]


async def test_only_those_who_steer_may_rehearse(chat: Chat) -> None:
    """How much each one hears is for facilitators and coordinators (26, R7)."""
    await founded(chat)
    await chat.cleo.types("/ronde rehearse 90d")

    assert "Direct messages" not in chat.cleo.told
    assert "facilitator" in chat.cleo.told


async def test_a_length_that_is_none_is_asked_again(chat: Chat) -> None:
    """What cannot be rehearsed comes back as a form that says what to type (26, R6)."""
    await founded(chat)
    for typed in ("soup", "2 years", "0d", "3 hours"):
        await chat.ann.types(f"/ronde rehearse {typed}")
        assert chat.ann.form is not None, typed
        assert "Type 90d, 6 weeks or 3 months" in chat.ann.form.errors["length"]
        assert chat.ann.form.values["length"] == typed
    await chat.ann.fills(length="6 weeks")
    assert "12 December 2026 to 23 January 2027" in chat.ann.told


async def test_in_french(chat: Chat) -> None:
    """`/ronde répétition 3 mois` answers in French, to the day three months later (26, R12)."""
    await chat.founded(chat.cleo, by=chat.zoe)
    await chat.passes(days=40)
    await chat.zoe.types("/ronde répétition 3 mois")

    assert "du 12 décembre 2026 au 12 mars 2027" in chat.zoe.told
    assert "Rien n’a été écrit ni envoyé" in chat.zoe.told
