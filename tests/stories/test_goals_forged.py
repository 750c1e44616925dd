"""Presses around objectives that no button of ours carries: forged, or another's to make."""

from __future__ import annotations

from contextlib import closing

from storage.database import connect
from tests.kit.chat import Chat
from tests.stories.test_goals import proposed as posted
from tests.stories.test_polls_forged import GONE, chat, sends

__all__ = ["chat"]


def rows(chat: Chat) -> list[tuple[object, ...]]:
    """All that is kept of objectives."""
    with closing(connect(chat.path, read_only=True)) as raw:
        tables = ("goals", "goal_objections", "goal_assessments", "goal_wordings", "goal_ties")
        return [row for table in tables for row in raw.execute(f"SELECT * FROM {table}")]


async def test_what_cannot_be_pressed(chat: Chat) -> None:
    """Ids that nobody has, what only the clock presses, what is another's to do: told so (R7, 24.A5)."""
    await posted(chat)
    await chat.cleo.presses("I object", on=chat.channel.newest)
    await chat.cleo.fills(why="Too much.")
    before = rows(chat)
    gone = ["show", "ask-assess", "ask-review", "keep", "ask-rewrite", "ask-date", "ask-retire"]
    gone += ["ask-object", "withdraw", "ask-answer", "ask-ties", "tie-all"]
    for route in [*(f"goal.{name}:99" for name in gone), "goal.settle:1", "goal.remind:1"]:
        assert GONE in await sends(chat, chat.ann, route, chosen="9"), route
    for route in (
        "goal.adopt:1:0",
        "goal.ended:1:0",
        "goal.ask-tie:poll.show%3A9",
        "goal.tie:goal.show%3A1",
    ):
        assert GONE in await sends(chat, chat.ann, route, chosen="1"), route
    owned = ["goal.ask-assess:1", "goal.keep:1", "goal.ask-rewrite:1", "goal.ask-retire:1"]
    for route in owned:
        assert "Whoever proposed this" in await sends(chat, chat.dan, route), route
    assert "Only who objected" in await sends(chat, chat.dan, "goal.withdraw:1")
    assert "facilitat" in await sends(chat, chat.ben, "goal.ask-answer:1")
    assert "in one go" in await sends(chat, chat.dan, "goal.ask-ties:1")
    for form in ("value", "rewrite", "date", "end", "object", "answer"):
        said = {"goal": "1", "sentence": "x", "why": "x", "value": "1", "date": "in 9 days"}
        await sends(chat, chat.eve, f"form.sent:goal.{form}:0", **said)
    assert rows(chat) == before
