"""Two communities beside each other: what happens in one leaves the other's rows as they were."""

from __future__ import annotations

import itertools
from dataclasses import fields
from typing import Any, get_type_hints

import pytest
from sqlalchemy import text as sql
from sqlmodel import SQLModel

from bot.card import Form, Reply
from bot.fields import FormSent
from bot.language import plain
from bot.request import AccountRef, PlaceRef, Request
from bot.route import Route
from tests.kit.chat import Channel, Chat, Someone

Rows = dict[str, list[Any]]


async def rows_of(chat: Chat, community: int) -> Rows:
    """Every row that belongs to a community, by table."""
    query: dict[str, str] = {}
    for name, table in SQLModel.metadata.tables.items():
        columns = set(table.columns.keys())
        if "community_id" in columns:
            query[name] = f"SELECT * FROM {name} WHERE community_id = {community}"
        elif "resource_id" in columns:
            query[name] = (
                f"SELECT * FROM {name} WHERE resource_id IN "
                f"(SELECT id FROM resources WHERE community_id = {community})"
            )
        elif "poll_id" in columns:
            query[name] = (
                f"SELECT * FROM {name} WHERE poll_id IN "
                f"(SELECT id FROM polls WHERE community_id = {community})"
            )
        elif "meeting_id" in columns:
            query[name] = (
                f"SELECT * FROM {name} WHERE meeting_id IN "
                f"(SELECT id FROM meetings WHERE community_id = {community})"
            )
        elif "decision_id" in columns:
            query[name] = (
                f"SELECT * FROM {name} WHERE decision_id IN "
                f"(SELECT id FROM decisions WHERE community_id = {community})"
            )
        elif "round_id" in columns:
            query[name] = (
                f"SELECT * FROM {name} WHERE round_id IN "
                "(SELECT id FROM decision_rounds WHERE decision_id IN "
                f"(SELECT id FROM decisions WHERE community_id = {community}))"
            )
    query["communities"] = f"SELECT * FROM communities WHERE id = {community}"
    return await chat.app.database.read(
        lambda db: {
            name: sorted(map(repr, db.connection().execute(sql(said)).all()))
            for name, said in query.items()
        }
    )


async def beside(chat: Chat) -> Channel:
    """Community 1 lives in the channel with a poll and a meeting; Ben has founded another in "second"."""
    await chat.founded(chat.ben, chat.cleo)
    await chat.ann.types('/share https://example.org/guide "A guide" #adults "Theirs."')
    await chat.ann.types('/meet settle "Kick-off" "2026-11-09 14:00 Europe/Paris"')
    await chat.ann.fills()
    await chat.ann.presses("Publish")
    await chat.cleo.presses("I’ll be there", on=chat.channel.newest)
    await chat.cleo.types('/meet agenda 1 "Lunch?"')
    await chat.ann.types('/decide new "Cook together"')
    await chat.ann.presses("Open the consent round", on=chat.channel.newest)
    await chat.ann.fills()
    await chat.cleo.presses("Consent", on=chat.channel.newest)
    await chat.ann.types('/poll "Lunch?" "Soup" "Pie"')
    await chat.cleo.presses("Soup")
    await chat.ben.types("/ronde", "second")
    await chat.ben.presses("Found a community here", on=chat.ben.told)
    await chat.ben.fills(name="Designers")
    second = Channel(chat.wire, "second")
    await chat.dan.presses("I'm in", on=second.newest)
    await chat.ben.types('/poll "Lunch?" "Soup" "Pie"', "second")
    await chat.dan.presses("Soup", on=second.newest)
    await chat.ben.types('/meet settle "Start" "2026-11-09 14:00 Europe/Paris"', "second")
    await chat.ben.fills()
    await chat.ben.presses("Publish")
    return second


async def everything(chat: Chat, who: Someone, second: Channel) -> None:
    """All that one can type in the second channel, on a poll that has the same number."""
    for line in (
        "/ronde",
        "/ronde help",
        "/ronde data",
        "/ronde settings hours:9h-17h language:french polls:coordinators facilitator:@Dan",
        "/poll list",
        "/poll show 1",
        "/poll extend 1 until:+3d",
        "/poll missing 1",
        "/poll close 1",
        "/poll export 1",
        '/poll "Dinner?" "Rice" "Fish"',
        '/share https://example.org/guide "The other guide" #adults "Ours."',
        '/share https://example.org/guide "Once more"',
        "/find guide",
        "/find nothing of the kind",
        "/share list",
        "/share list bin",
        '/meet agenda 1 "Ours"',
        "/meet notes 1",
        "/meet show 1",
        '/decide new "Cook together"',
        "/decide list cook",
        "/decide show 1",
        "/decide review 1",
    ):
        await who.types(line, "second")
    for way in (
        ("Invite people", "Post the card here again"),
        ("My messages", "Only what I started"),
        ("Go on", "See as a member"),
    ):
        await who.types("/ronde", "second")
        for label in way:
            await who.presses(label, on=who.told)
    await who.types("/ronde", "second")
    await who.presses("Who coordinates", on=who.told)
    await who.fills(admins="@Ben\n@Dan")
    await who.types("/ronde", "second")
    await who.presses("Settings", on=who.told)
    await who.picks("Never fetched", on=who.told)
    await who.presses("Change", on=who.told)
    await who.fills()
    assert any("Dinner?" in message for message in second.messages)
    await who.presses("Je ne peux pas", on=second.find("1. Ours"))


async def test_every_command_in_one_leaves_the_other_alone(chat: Chat) -> None:
    """Numbers are the same in both: only the place says which is meant."""
    second = await beside(chat)
    before = await rows_of(chat, 1)
    await everything(chat, chat.ben, second)

    assert await rows_of(chat, 1) == before
    assert "Soup · 1 vote" in chat.channel.newest
    assert "Lunch?" in chat.channel.newest


async def test_joining_and_leaving_one_leaves_the_other_alone(chat: Chat) -> None:
    """Somebody in both leaves one, and stays in the other with the same rank."""
    second = await beside(chat)
    before = await rows_of(chat, 1)
    await chat.cleo.presses("I'm in", on=second.messages[0])
    await chat.cleo.types("/ronde data", "second")
    await chat.cleo.presses("Leave the community", on=chat.cleo.told)

    assert await rows_of(chat, 1) == before


async def test_the_clock_of_one_leaves_the_other_alone(chat: Chat) -> None:
    """A deadline in one closes nothing in the other."""
    await beside(chat)
    await chat.ben.types("/poll close 1", "second")
    await chat.passes(hours=1)

    assert "Soup" in chat.channel.newest.buttons


# ── the same ids in another workspace ───────────────────────────────────────────────────────────

ELSEWHERE = "W-elsewhere"


class Stranger:
    """Somebody of another workspace whose ids are the same, and who forges what they press."""

    def __init__(self, chat: Chat, ref: str) -> None:
        """Same account id, same channel id, another workspace."""
        self._chat = chat
        self._ref = ref
        self._numbers = itertools.count()

    async def sends(self, route: str, **values: str) -> str:
        """Send any request; what the answer says."""
        account = AccountRef("engine", ELSEWHERE, self._ref, "Ann", "en-GB", "Europe/London")
        place = PlaceRef("engine", ELSEWHERE, "general", "general")
        request = Request(f"{self._ref}-{next(self._numbers)}", route, account, place, values)
        answer = await self._chat.app.engine.handle(request)
        match answer.outcome:
            case Reply(card):
                lines = [getattr(block, "line", None) for block in card.blocks]
                return "\n".join(plain(line, answer.reader) for line in lines if line is not None)
            case Form(title=title):
                return plain(title, answer.reader)
            case _:
                return ""


def forged(route: type[Route]) -> str:
    """The route with every number 1 (the other's ids) and every word "poll"."""
    kinds = get_type_hints(route)
    given: dict[str, object] = {
        part.name: {int: 1, bool: True, str: "poll"}[kinds[part.name]]
        for part in fields(route)  # type: ignore[arg-type]  # routes are dataclasses
    }
    return route(**given).pack()


async def test_the_same_ids_elsewhere_reach_nothing(chat: Chat) -> None:
    """Every press there is, forged from another workspace with the same ids, changes nothing."""
    if chat.wire.platform != "engine":
        pytest.skip("platforms let nobody forge a press")
    await beside(chat)
    await chat.passes(days=8)
    await chat.ann.types("/meet notes 1")
    await chat.ann.fills(summary="Lunch?", actions="Lunch?", links="https://example.org/guide")
    await chat.ann.presses("Publish")
    before = await rows_of(chat, 1)
    for ref in ("ann", "mallory"):
        stranger = Stranger(chat, ref)
        await stranger.sends("form.sent:ronde.found:0", name="Elsewhere", purpose="x")
        for press in chat.app.engine.presses.values():
            said = await stranger.sends(forged(press.route), chosen="1")
            assert "Lunch?" not in said, press.route.address
            assert "went wrong" not in said, press.route.address

    assert await rows_of(chat, 1) == before


async def test_a_form_cannot_name_another_community(chat: Chat) -> None:
    """The community that a form is about is checked when it is sent."""
    if chat.wire.platform != "engine":
        pytest.skip("platforms let nobody forge a press")
    await beside(chat)
    before = await rows_of(chat, 1)
    stranger = Stranger(chat, "ann")
    await stranger.sends("form.sent:ronde.found:0", name="Elsewhere", purpose="x")
    for command, values in {
        "ronde.add": {"people": "@Ann"},
        "ronde.coordinators": {"coordinators": "@Ann", "admins": "@Ann"},
        "poll.correct": {"poll": "1", "question": "Mine?"},
        "poll.option": {"poll": "1", "option": "Mine"},
        "meet.add-point": {"meeting": "1", "point": "Mine"},
        "meet.edit-point": {"number": "1", "point": "Mine"},
        "meet.guests": {"meeting": "1", "guests": "Mine"},
        "meet.write": {"meeting": "1", "summary": "Mine"},
    }.items():
        if command in chat.app.engine.commands:
            said = await stranger.sends(FormSent(command, 0).pack(), **{"community": "1", **values})
            assert "This no longer exists" in said, command

    assert await rows_of(chat, 1) == before
