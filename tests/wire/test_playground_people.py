"""The playground's page for people: who sees what, what it offers, coming back."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path

import aiohttp

from adapters.playground.adapter import PlaygroundAdapter
from tests.kit.chat import PERSONAS, Chat
from tests.kit.playground import PlaygroundWire
from tests.wire.playground_desk import Sample, sit, texts

ANN = PERSONAS["ann"]


# ── who sees what ───────────────────────────────────────────────────────────────────────────────


async def test_a_private_answer_is_on_every_page_of_its_person_and_on_no_other(
    chat: Chat, wire: PlaygroundWire
) -> None:
    """Nobody else sees this: also not in what their browser receives."""
    await wire.seat(ANN)
    second = await wire.sit("ann")
    other = await wire.seat(PERSONAS["ben"])
    await chat.ann.types("/ronde help")
    await second.ask(do="ping")
    await other.ask(do="ping")

    assert len(second.private) == len((await wire.seat(ANN)).private) == 1
    assert not any(one["is"] == "private" for one in other.heard)
    await second.leave()


async def test_direct_messages_reach_their_person_only(sample: Sample) -> None:
    """Others only learn that somebody has a message waiting, never what it says."""
    async with aiohttp.ClientSession() as session:
        ben = await sit(session, sample.adapter.address, "ben", "en")
        ann = await sit(session, sample.adapter.address, "ann", "en")
        from bot.request import PlaceRef

        sample.adapter.room.show(
            PlaceRef("playground", "playground", "ben", direct=True),
            {"language": "en", "title": [{"k": "text", "s": "for Ben"}], "blocks": []},
            "ronde-99",
            None,
            None,
        )
        await ben.ask(do="ping")
        await ann.ask(do="ping")

        assert any("for Ben" in texts(m) for m in ben.messages.values())
        assert "for Ben" not in texts({"heard": ann.heard})
        assert ann.heard[-2]["waiting"] == {"ben": 1}
        assert ben.heard[-2] == {"is": "waiting", "waiting": {"ben": 1}}
        await ben.ask(do="read", place="direct")
        await ann.ask(do="ping")
        assert [one["waiting"] for one in ann.heard if one["is"] == "waiting"][-1] == {}
        await ben.leave()
        await ann.leave()


async def test_each_viewer_gets_their_own_time(sample: Sample) -> None:
    """The same French card says Paris time to Inès and Dakar time to Moussa."""
    async with aiohttp.ClientSession() as session:
        seen = {}
        for who in ("ines", "moussa"):
            seat = await sit(session, sample.adapter.address, who, "fr")
            seen[who] = texts(seat.state["messages"][3]["body"])
            await seat.leave()

    assert "à 14\u00a0h\u00a000 (heure de Paris)" in seen["ines"]
    assert "à 13\u00a0h\u00a000 (heure de Dakar" in seen["moussa"]


async def test_becoming_somebody_else_changes_everything_at_once(tmp_path: Path) -> None:
    """One page, one hello: the person, their language, their answers, their commands."""
    sample = Sample(tmp_path)
    assert await sample.start()
    async with aiohttp.ClientSession() as session:
        seat = await sit(session, sample.adapter.address, "ines", "fr")
        assert "/sondage" in [one["name"] for one in seat.state["commands"]]
        await seat.ask(do="hello", who="ann", language="fr")

        assert seat.state["me"] == "ann" and seat.state["speaks"] == "en"
        assert "/poll" in [one["name"] for one in seat.state["commands"]]
        assert ["Welcome" in texts(one["body"]) for one in seat.state["private"]] == [True]
        await seat.leave()
    await sample.stop()


# ── what it offers ──────────────────────────────────────────────────────────────────────────────


async def test_a_date_repeats_how_it_is_understood(chat: Chat, wire: PlaygroundWire) -> None:
    """Completion asks the engine and records nothing."""
    await chat.founded()
    seat = await wire.seat(ANN)

    ended = await seat.ask(
        do="complete", place="general", command="poll.new", parameter="until", typing="friday 6pm"
    )

    assert ended["is"] == "done"
    assert ["2026-11-06 18:00", "Friday 6 November 2026 at 18:00 (London time)"] in ended["choices"]
    assert ended["exact"]


async def test_a_date_that_was_not_meant_is_told_from_one_that_was(
    chat: Chat, wire: PlaygroundWire
) -> None:
    """What is past or does not exist may be proposed another date, and never passes for it."""
    await chat.founded()
    seat = await wire.seat(ANN)

    for typing in ("2020-01-01", "31 february"):
        ended = await seat.ask(
            do="complete", place="general", command="poll.new", parameter="until", typing=typing
        )
        assert not ended["exact"], typing


async def test_a_channel_is_headed_with_who_lives_there(chat: Chat, wire: PlaygroundWire) -> None:
    """No community, then its name and the language that it has there, on every open page."""
    ann, ben = await wire.seat(ANN), await wire.seat(PERSONAS["ben"])
    assert [one["community"] for one in ann.state["places"]] == ["", "", ""]
    await chat.founded()
    await ben.ask(do="ping")
    [told] = [one["places"] for one in ben.heard if one["is"] == "places"]
    assert (told[0]["community"], told[0]["speaks"]) == ("Trainers", "en")
    await chat.ann.types("/ronde settings language:french")
    await chat.stop()
    await chat.start()
    ann = await wire.seat(ANN)

    assert [one["speaks"] for one in ann.state["places"]] == ["fr", "", ""]
    assert not ann.state["sample"]


async def test_everybody_of_the_page_can_be_added(chat: Chat, wire: PlaygroundWire) -> None:
    """The bot has met nobody yet; who lives here is known by name all the same."""
    await chat.founded()
    await wire.seat(PERSONAS["ben"])
    await wire.seat(PERSONAS["zoe"])
    await chat.ann.presses("Invite people")
    await chat.ann.presses("Add people")
    await chat.ann.fills(people="@Ben\nZoe, Nobody")
    assert chat.ann.form is not None and "Nobody" in chat.ann.form.errors["people"]
    await chat.ann.fills(people="@Ben\nZoe")

    assert "Added: Ben, Zoé." in chat.ann.told
    assert "3 members" in chat.channel.newest


async def test_home_shows_what_awaits_me(chat: Chat, wire: PlaygroundWire) -> None:
    """The person's own view, drawn when asked for, which is no message."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    seat = await wire.seat(PERSONAS["ben"])
    before = len(seat.private)

    await seat.ask(do="home", place="home")

    assert seat.home is not None and "Lunch?" in texts(seat.home)
    assert len(seat.private) == before


async def test_a_private_answer_can_be_put_away(chat: Chat, wire: PlaygroundWire) -> None:
    """On every page of the person."""
    await chat.ann.types("/ronde help")
    seat = await wire.seat(ANN)

    await seat.ask(do="dismiss", message=chat.ann.told.ref)

    assert not chat.ann.answers


async def test_a_message_can_be_deleted_and_the_bot_sent_away(
    chat: Chat, wire: PlaygroundWire
) -> None:
    """A trainer can show what happens then: a draft is kept, and `/invite @Ronde` helps."""
    await chat.founded()
    seat = await wire.seat(ANN)
    await chat.ann.types("/kick @Ronde")
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    assert "/invite @Ronde" in chat.ann.told
    await chat.ann.types("/invite @Ronde")
    await chat.ann.presses("Publish")

    board = chat.channel.newest
    assert "Lunch?" in board
    await seat.ask(do="delete", message=board.ref)
    await chat.settle()
    assert board.ref not in [message.ref for message in chat.channel.messages]
    assert [one["shut"] for one in seat.state["places"]] == [False] * 3


async def test_a_file_is_downloaded_as_it_is(chat: Chat, wire: PlaygroundWire) -> None:
    """The export comes as an attachment under its name; a forged address gives nothing."""
    await chat.founded()
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.ann.types("/poll export 1")
    seat = await wire.seat(ANN)
    block = next(
        one
        for message in seat.private.values()
        for one in message["body"]["blocks"]
        if one["is"] == "file"
    )
    assert wire._session is not None
    base = wire._running.address.rstrip("/")

    async with wire._session.get(base + block["address"]) as answer:
        content = await answer.read()
        disposition = answer.headers["Content-Disposition"]
        assert answer.headers["Content-Type"].startswith("text/csv")
    async with wire._session.get(f"{base}/file/{uuid.uuid4().hex}") as missing:
        assert missing.status == 404

    assert disposition.startswith("attachment;") and block["name"].split(".")[-1] in disposition
    assert len(content) == block["size"] and b"Soup" in content


# ── coming back ─────────────────────────────────────────────────────────────────────────────────


async def test_everything_public_is_there_again_after_a_restart(
    chat: Chat, wire: PlaygroundWire
) -> None:
    """Cards stand where they stood, and go on being redrawn."""
    await chat.founded(chat.ben)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    before = [message.ref for message in chat.channel.messages]
    await chat.stop()
    await chat.start()

    assert [message.ref for message in chat.channel.messages] == before
    await chat.ben.presses("Soup")
    assert "Soup · 1 vote" in chat.channel.newest
    assert [message.ref for message in chat.channel.messages] == before


async def test_a_stop_waits_for_the_answers_under_way(chat: Chat, wire: PlaygroundWire) -> None:
    """Nobody is left without an answer by a clean stop; pages are told that it is one."""
    seat = await wire.seat(ANN)
    asked = asyncio.create_task(seat.ask(do="say", place="general", line="/ronde help"))
    await asyncio.sleep(0)
    await asyncio.sleep(0.05)
    await chat.stop()
    await asyncio.wait_for(asked, 5)

    assert len(seat.private) == 1
    await asyncio.wait_for(seat._task, 5)
    assert seat.socket.close_code == 1001
    await chat.start()


async def test_closing_twice_is_no_error(tmp_path: Path) -> None:
    """A stop during a stop."""
    adapter = PlaygroundAdapter(port=0, messages=tmp_path / "messages")
    await adapter.close()
    await adapter.close()

    assert not adapter.ready
