"""The Slack server in a process of its own, driven over HTTP: what benchmarks measure against."""

from __future__ import annotations

import argparse
import asyncio
import json
from typing import Any

from aiohttp import web

from tests.kit.slack import SlackWire
from tests.kit.slack_workspace import APP_TOKEN, BOT_TOKEN
from tests.kit.wire import Persona

Json = dict[str, Any]


async def serve(port: int) -> None:
    """Run the server until killed; `POST /kit/send` forwards envelopes and says how long each took.

    The body is `{"envelopes": [{"type": ..., "payload": ...}], "at_once": 10}`; the answer
    `{"seconds": [...]}`. `POST /kit/user` and `/kit/channel` make people and channels.
    """
    wire = SlackWire(files=True)
    server = wire.server

    async def send(request: web.Request) -> web.Response:
        asked = await request.json()
        gate = asyncio.Semaphore(int(asked.get("at_once", 1)))

        async def one(envelope: Json) -> float:
            async with gate:
                payload = envelope["payload"]
                user = payload.get("user_id") or payload.get("user", {}).get("id", "")
                payload.setdefault("trigger_id", server.workspace.trigger(user))
                return (await server.send(envelope["type"], payload)).seconds

        seconds = await asyncio.gather(*(one(envelope) for envelope in asked["envelopes"]))
        return web.json_response({"seconds": list(seconds)})

    async def user(request: web.Request) -> web.Response:
        asked = await request.json()
        return web.json_response({"id": wire.user(Persona(asked["ref"], asked["name"])).id})

    async def channel(request: web.Request) -> web.Response:
        return web.json_response({"id": wire.place((await request.json())["name"]).id})

    async def messages(request: web.Request) -> web.Response:
        del request
        kept = server.workspace.messages
        return web.json_response([{"ref": m.ref, "text": m.text, "edits": m.edits} for m in kept])

    server.extra = [
        web.post("/kit/send", send),
        web.post("/kit/user", user),
        web.post("/kit/channel", channel),
        web.get("/kit/messages", messages),
    ]
    await server.open(port)
    known = {"api": server.api_url, "bot_token": BOT_TOKEN, "app_token": APP_TOKEN}
    print(json.dumps(known), flush=True)
    await asyncio.Event().wait()


def main() -> None:
    """`python -m tests.kit.slack --port 8123`: the first line printed says how to connect."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(serve(parser.parse_args().port))
