"""Drawing a card of ten blocks, beside the same plain dicts written by hand."""

from __future__ import annotations

import itertools
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from adapters.discord import outbound as discord_outbound
from adapters.slack import outbound as slack_outbound
from bot.card import Bar, Bars, Button, Buttons, Card, Note, Paragraph, Rule
from bot.language import Reader
from bot.route import Route
from bot.text import Line, Moment, Words, joined, text
from tests.benchmarks.measure import Figure, Stopwatch, compare, under

Json = dict[str, Any]

CARDS = 500
CHOICES = ("Soup", "Pie", "Salad", "Curry", "Nothing at all")
MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Pressed(Route):
    """A button of the card."""

    address: ClassVar[str] = "bench.pressed"
    number: int


def card(lines: Callable[[str], Line], value: Callable[[int], Line]) -> Card:
    """A poll's card: ten blocks on Slack."""
    rows = tuple(
        Bar(lines(choice), value(count), count / 10, Button(lines("Vote"), Pressed(count)))
        for count, choice in enumerate(CHOICES)
    )
    below = Buttons((Button(lines("See more"), Pressed(90)), Button(lines("Add"), Pressed(91))))
    return Card(
        lines("Where do we eat?"),
        (
            Paragraph(lines("One choice each, until Thursday.")),
            Bars(rows),
            Rule(),
            Note(lines("7 people have voted.")),
            below,
        ),
    )


def by_hand(count: int) -> tuple[str, list[Json]]:
    """The same message as `card`, as somebody would write it for this one card alone."""
    question, about, note = (
        "Where do we eat?",
        "One choice each, until Thursday.",
        "7 people have voted.",
    )
    values = [f"{votes} votes" for votes in range(count)]
    blocks: list[Json] = [
        {"type": "header", "text": {"type": "plain_text", "text": question, "emoji": True}},
        {"type": "section", "text": {"type": "mrkdwn", "text": about, "verbatim": True}},
        *(
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": f"{choice} · {values[votes]}\n{'█' * votes + '░' * (10 - votes)}",
                    "verbatim": True,
                },
                "accessory": {
                    "type": "button",
                    "text": {"type": "plain_text", "text": "Vote", "emoji": True},
                    "action_id": f"bench.pressed:{votes}",
                },
            }
            for votes, choice in enumerate(CHOICES)
        ),
        {"type": "divider"},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": note, "verbatim": True}]},
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "text": {"type": "plain_text", "text": label, "emoji": True},
                    "action_id": f"bench.pressed:{number}",
                }
                for label, number in (("See more", 90), ("Add", 91))
            ],
        },
    ]
    said = "\n".join(
        (
            question,
            about,
            *(f"{choice} · {values[votes]}" for votes, choice in enumerate(CHOICES)),
            note,
        )
    )
    return said, blocks


async def drawing(rounds: int) -> list[Figure]:
    """Ten blocks with words ready, beside dicts by hand; and with words and dates never said yet.

    By hand nothing is escaped, measured or cut: what people type could break such a message.
    """
    reader = Reader("en", "Europe/Paris", "slack")
    ready = card(Words, lambda votes: Words(f"{votes} votes"))
    drawn = slack_outbound.draw(ready, reader)
    assert (drawn.text, drawn.blocks) == by_hand(len(CHOICES)), "both say the same"
    assert len(drawn.blocks) == 10
    numbers = itertools.count(1000)

    async def ours() -> float:
        with Stopwatch() as watch:
            for _ in range(CARDS):
                slack_outbound.draw(ready, reader)
        return watch.cpu / CARDS

    async def hand() -> float:
        with Stopwatch() as watch:
            for _ in range(CARDS):
                by_hand(len(CHOICES))
        return watch.cpu / CARDS

    def news(
        draw: Callable[[Card, Reader], object], platform: str
    ) -> Callable[[], Awaitable[float]]:
        who = Reader("fr", "Europe/Paris", platform)

        async def run() -> float:
            cards = [_never_said(numbers) for _ in range(CARDS // 5)]
            began = time.process_time()
            for one in cards:
                draw(one, who)
            return (time.process_time() - began) / len(cards)

        return run

    return [
        await compare(
            "ten blocks with words ready, beside dicts by hand (CPU)",
            ours,
            hand,
            3,
            rounds=rounds,
            turns=4,
        ),
        await under(
            "ten blocks with new words and dates, Slack (CPU, ms)",
            news(slack_outbound.draw, "slack"),
            1,
            rounds=rounds,
        ),
        await under(
            "ten blocks with new words and dates, Discord (CPU, ms)",
            news(discord_outbound.draw, "discord"),
            1,
            rounds=rounds,
        ),
    ]


def _never_said(numbers: itertools.count[int]) -> Card:
    """Ten blocks whose every count and instant is new: nothing of it is in a cache."""

    def value(votes: int) -> Line:
        return text("poll-votes", count=next(numbers))

    made = card(Words, value)
    at = Moment(MONDAY + timedelta(minutes=next(numbers)), "Europe/Paris")
    footer = joined(
        [
            text("poll-turnout-small", count=next(numbers)),
            text("poll-closes", at=at),
            text("poll-number", number=next(numbers)),
        ]
    )
    blocks = [Note(footer) if isinstance(block, Note) else block for block in made.blocks]
    return Card(made.title, tuple(blocks))


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {"drawing": drawing}
