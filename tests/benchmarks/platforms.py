"""Whole votes and empty commands through the unmodified platform libraries, over real sockets.

The servers run in processes of their own: process time is ours alone. Each limit is measured in
the same process, in turn with ours, against a second server of the same kind. Ronde is started
without its background: redraws are delivery's, come together, and stand in the storm's figures.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import discord
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.discord import connection as discord_connection
from adapters.discord.adapter import DiscordAdapter
from adapters.slack.adapter import SlackAdapter
from bot.app import App
from bot.card import Outcome
from bot.command import Answer, Command, Group, Named
from bot.engine import Engine
from bot.features import FEATURES, groups_of
from bot.language import Reader
from bot.request import AccountRef, Request
from bot.route import address_of
from bot.typed import understand
from tests.benchmarks.community import Community, RawVotes
from tests.benchmarks.measure import Figure, Stopwatch, compare
from tests.benchmarks.servers import Server, encoded, server, slack_presses
from tests.kit.discord_world import GUILD

PEOPLE = 64
VOTES = 512  # a round
ONE_BY_ONE = 64
AT_ONCE = 32
TURNS = 6  # of each in a round


class NoOp:
    """An engine that answers everything with nothing."""

    def __init__(self) -> None:
        """All commands of all features, and one more that does nothing."""
        groups, self.shortcuts = groups_of(FEATURES)
        nothing = Command("bench.nothing", Named("nothing", "rien"), object, _nothing)
        self.groups = (*groups, Group("bench", Named("bench", "bench"), (nothing,)))
        self.reader = Reader("en", "Europe/Paris", "slack")

    @property
    def engine(self) -> Engine:
        """Itself, as adapters take it."""
        return cast(Engine, self)

    async def handle(self, request: Request) -> Answer:
        """Nothing to say. A typed line is understood first, among all commands."""
        if address_of(request.route) == "typed":
            group = request.route.removeprefix("typed:")
            command, _, _ = understand(self.groups, group, request.values.get("line", ""))
            return Answer(command.run(cast(Any, None), None), self.reader)
        return Answer(None, self.reader)

    async def meet(self, account: AccountRef) -> None:
        """Whoever it was."""


def _nothing(ctx: object, args: object) -> Outcome:
    return None


# ── Slack ───────────────────────────────────────────────────────────────────────────────────────


def slack_adapter(here: Server) -> SlackAdapter:
    """The product's adapter, connected to a server."""
    known = here.known
    return SlackAdapter(known["bot_token"], known["app_token"], api_url=known["api"])


@asynccontextmanager
async def _idle_slack(here: Server) -> AsyncIterator[SlackAdapter]:
    adapter = slack_adapter(here)
    await adapter.listen(NoOp().engine)
    try:
        yield adapter
    finally:
        await adapter.close()


async def slack_votes(rounds: int) -> list[Figure]:
    """A whole vote beside a no-op press through the same dispatch and one raw commit."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            server("slack", people=PEOPLE) as ours_at,
            server("slack", people=PEOPLE) as idle_at,
            _running(Path(folder), "slack", ours_at, slack_adapter(ours_at), "T1") as community,
            _idle_slack(idle_at),
        ):
            raw = RawVotes(community, Path(folder) / "raw.db")

            async def whole() -> float:
                body = slack_presses(ours_at, community.votes(VOTES), AT_ONCE)
                with Stopwatch() as watch:
                    await ours_at.drive("send", body)
                return watch.cpu / VOTES

            async def limit() -> float:
                votes = community.votes(VOTES, "raw")
                said, body = raw.statements(votes), slack_presses(idle_at, votes, AT_ONCE)
                with Stopwatch() as watch:
                    await idle_at.drive("send", body)
                    raw.commit(said)
                return watch.cpu / VOTES

            async def one_by_one() -> float:
                body = slack_presses(ours_at, community.votes(ONE_BY_ONE), 1)
                return _median(await ours_at.drive("send", body))

            async def idle_one_by_one() -> float:
                votes = community.votes(ONE_BY_ONE, "raw")
                said, body = raw.statements(votes), slack_presses(idle_at, votes, 1)
                pressed = _median(await idle_at.drive("send", body))
                return pressed + statistics.median(_each(raw, said))

            before = community.count("requests")
            figures = [
                await compare(
                    "a whole Slack vote, 32 at a time (CPU)",
                    whole,
                    limit,
                    1.5,
                    rounds=rounds,
                    turns=TURNS,
                ),
                await compare(
                    "a whole Slack vote, one at a time (median latency)",
                    one_by_one,
                    idle_one_by_one,
                    2,
                    rounds=rounds,
                    turns=TURNS,
                ),
            ]
            kept = community.count("requests") - before
            assert kept == (rounds * TURNS + 1) * (VOTES + ONE_BY_ONE), "a vote did not arrive"
            raw.close()
            return figures


def _median(answer: dict[str, list[float]]) -> float:
    """The middle of how long presses waited."""
    return statistics.median(answer["seconds"])


def _each(raw: RawVotes, said: list[Any]) -> list[float]:
    """Seconds of each raw commit."""
    found = []
    for one in said:
        began = time.perf_counter()
        raw.commit([one])
        found.append(time.perf_counter() - began)
    return found


@asynccontextmanager
async def _running(
    folder: Path,
    platform: str,
    here: Server,
    adapter: SlackAdapter | DiscordAdapter,
    guild: str,
) -> AsyncIterator[Community]:
    """Ronde on one platform, with a community and a poll, and all its cards shown."""
    app = App(folder / "ronde.db", [adapter])
    await app.start(background=False)
    try:
        community = Community(app, platform, here, guild)
        await community.open_poll()
        await app.delivery.settle()
        yield community
    finally:
        await app.stop()


async def dispatch(rounds: int) -> list[Figure]:
    """A no-op command among all commands, beside Bolt with a single listener; no socket, no SQL."""
    count = 64  # Bolt looks for its listener's acknowledgement every 10 ms
    async with server("slack", people=1) as here, _idle_slack(here) as adapter:
        held = adapter._connection
        assert held is not None
        bolt = AsyncApp(
            client=AsyncWebClient(token=here.known["bot_token"], base_url=here.known["api"]),
            request_verification_enabled=False,
            ssl_check_enabled=False,
        )

        @bolt.command("/bench")
        async def listener(ack: AsyncAck) -> None:
            await ack()

        async def through(app: AsyncApp) -> float:
            payloads = [_command(here, number) for number in range(count)]
            with Stopwatch() as watch:
                for payload in payloads:
                    request = AsyncBoltRequest(mode="socket_mode", body=payload)
                    answer = await app.async_dispatch(request)
                    assert answer.status == 200
            return watch.cpu / count

        return [
            await compare(
                "a no-op command among all, beside Bolt with one listener (CPU)",
                lambda: through(held._app),
                lambda: through(bolt),
                1.2,
                rounds=rounds,
                turns=TURNS,
            )
        ]


def _command(here: Server, number: int) -> dict[str, Any]:
    return {
        "command": "/bench",
        "text": "nothing",
        "team_id": "T1",
        "team_domain": "kit",
        "channel_id": here.channel,
        "channel_name": "general",
        "user_id": here.people[0],
        "user_name": "person",
        "api_app_id": "A1",
        "is_enterprise_install": "false",
        "response_url": f"{here.kit}none",
        "trigger_id": f"{number}.1.kit",
    }


# ── Discord ─────────────────────────────────────────────────────────────────────────────────────


class Idle(discord.Client):
    """discord.py by itself: every press is acknowledged, and no more."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Acknowledge: a press that nobody acknowledges shows an error to the person."""
        await interaction.response.defer()


def discord_adapter(here: Server) -> DiscordAdapter:
    """The product's adapter, connected to a server."""
    known = here.known
    return DiscordAdapter(known["token"], api_url=known["api"], gateway_url=known["gateway"])


@asynccontextmanager
async def _idle_discord(here: Server) -> AsyncIterator[Idle]:
    intents = discord.Intents.none()
    intents.guilds = True
    client = Idle(intents=intents, max_messages=None)
    _look_at(here)
    await client.login(here.known["token"])
    running = asyncio.create_task(client.connect())
    try:
        await client.wait_until_ready()
        yield client
    finally:
        await client.close()
        await asyncio.gather(running, return_exceptions=True)


def _look_at(here: Server) -> None:
    """discord.py keeps the address on its class: it is turned to whichever server is measured."""
    discord_connection.point_at(here.known["api"], here.known["gateway"])


async def discord_votes(rounds: int) -> list[Figure]:
    """A whole vote beside discord.py acknowledging a press, and one raw commit."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            server("discord", people=PEOPLE) as ours_at,
            server("discord", people=PEOPLE) as idle_at,
            _running(
                Path(folder), "discord", ours_at, discord_adapter(ours_at), GUILD
            ) as community,
            _idle_discord(idle_at),
        ):
            raw = RawVotes(community, Path(folder) / "raw.db")
            card = next(m for m in await ours_at.drive("messages") if "poll.vote" in str(m))
            copied = {"channel": idle_at.channel, "said": card["said"]}
            same = (await idle_at.drive("message", encoded(copied)))["id"]

            def presses(here: Server, votes: list[tuple[str, str]]) -> bytes:
                message = card["id"] if here is ours_at else same
                alike = dict(zip(ours_at.people, here.people, strict=True))
                made = [
                    {"user": alike[user], "message": message, "custom_id": route}
                    for user, route in votes
                ]
                return encoded({"presses": made, "at_once": AT_ONCE})

            async def whole() -> float:
                body = presses(ours_at, community.votes(VOTES))
                _look_at(ours_at)
                with Stopwatch() as watch:
                    await ours_at.drive("send", body)
                return watch.cpu / VOTES

            async def limit() -> float:
                votes = community.votes(VOTES, "raw")
                said, body = raw.statements(votes), presses(idle_at, votes)
                _look_at(idle_at)
                with Stopwatch() as watch:
                    await idle_at.drive("send", body)
                    raw.commit(said)
                return watch.cpu / VOTES

            before = community.count("requests")
            figure = await compare(
                "a whole Discord vote, 32 at a time (CPU)",
                whole,
                limit,
                1.5,
                rounds=rounds,
                turns=TURNS,
            )
            kept = community.count("requests") - before
            assert kept == (rounds * TURNS + 1) * VOTES, "a vote did not arrive"
            raw.close()
            _look_at(ours_at)
            return [figure]


BENCHMARKS: dict[str, Callable[[int], Awaitable[list[Figure]]]] = {
    "slack-votes": slack_votes,
    "discord-votes": discord_votes,
    "dispatch": dispatch,
}
