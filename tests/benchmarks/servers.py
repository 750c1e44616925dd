"""The platforms' servers in processes of their own, so that CPU time counts only ours."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

Json = dict[str, Any]

MODULES = {"slack": "tests.kit.slack", "discord": "tests.kit.discord_process"}

START_SECONDS = 60.0
DRIVE_SECONDS = 120.0


@dataclass(slots=True)
class Server:
    """A running server: `known` is how to connect to it, `kit` where it is driven from."""

    known: Json
    kit: str
    session: aiohttp.ClientSession
    people: list[str] = field(default_factory=list)
    channel: str = ""

    async def drive(self, path: str, body: bytes | None = None) -> Any:
        """Ask the server to do something; what it answers."""
        method = "GET" if body is None else "POST"
        async with self.session.request(method, self.kit + path, data=body) as answer:
            answer.raise_for_status()
            return await answer.json(content_type=None)

    async def settle_in(self, people: int) -> None:
        """Make the channel and so many people, who are named alike on every server."""
        self.channel = (await self.drive("channel", encoded({"name": "general"})))["id"]
        for number in range(people):
            asked = {"ref": f"p{number}", "name": f"Person {number}"}
            self.people.append((await self.drive("user", encoded(asked)))["id"])

    async def close(self) -> None:
        """Stop driving it."""
        await self.session.close()


def encoded(body: Any) -> bytes:
    """A body made before the measuring begins."""
    return json.dumps(body).encode()


@asynccontextmanager
async def server(platform: str, *, people: int) -> AsyncIterator[Server]:
    """A platform's server with a channel and `people` in it."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", MODULES[platform], "--port", "0"),
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), START_SECONDS)
        known = json.loads(line)
        timeout = aiohttp.ClientTimeout(total=DRIVE_SECONDS)
        kit = known.get("kit") or known["api"].removesuffix("api/") + "kit/"
        made = Server(known, kit, aiohttp.ClientSession(timeout=timeout))
        try:
            await made.settle_in(people)
            yield made
        finally:
            await made.close()
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def slack_press(here: Server, user: str, route: str) -> Json:
    """The envelope of a press on a card in the channel, as Slack sends it."""
    name = user.lower()
    return {
        "type": "interactive",
        "payload": {
            "type": "block_actions",
            "team": {"id": "T1", "domain": "kit"},
            "user": {"id": user, "username": name, "name": name},
            "api_app_id": "A1",
            "actions": [
                {
                    "type": "button",
                    "text": {"type": "plain_text", "text": "Soup", "emoji": True},
                    "action_id": route,
                    "block_id": "b1",
                }
            ],
            "channel": {"id": here.channel, "name": "general"},
            "container": {
                "type": "message",
                "message_ts": "1700000000.000100",
                "channel_id": here.channel,
                "is_ephemeral": False,
            },
            "response_url": f"{here.kit}none",
        },
    }


def slack_presses(here: Server, presses: Iterable[tuple[str, str]], at_once: int) -> bytes:
    """The body that makes the server send these presses, (user, route), so many at once."""
    envelopes = [slack_press(here, user, route) for user, route in presses]
    return encoded({"envelopes": envelopes, "at_once": at_once})
