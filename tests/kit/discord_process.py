"""The Discord server in a process of its own, driven over HTTP: what benchmarks measure against."""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from typing import Any

from aiohttp import web

from tests.kit import discord_callbacks as callbacks
from tests.kit.discord import DiscordWire
from tests.kit.discord_world import Message
from tests.kit.wire import Persona

Json = dict[str, Any]

PATIENCE_SECONDS = 10.0


async def serve(port: int) -> None:
    """Run the server until killed; `POST /kit/send` makes presses and says how long each took.

    The body is `{"presses": [{"user": …, "message": …, "custom_id": …}], "at_once": 10}`; the
    answer `{"seconds": [...]}`. `POST /kit/user`, `/kit/channel` and `/kit/message` make people,
    channels and messages of the bot; `GET /kit/messages` lists them.
    """
    wire = DiscordWire()
    world = wire.server.world

    async def send(request: web.Request) -> web.Response:
        asked = await request.json()
        gate = asyncio.Semaphore(int(asked.get("at_once", 1)))

        async def one(press: Json) -> float:
            async with gate:
                source = world.messages[press["message"]]
                data = {"component_type": 2, "custom_id": press["custom_id"], "id": 1}
                began = time.monotonic()
                made = await wire.server.interact(
                    callbacks.PRESS,
                    world.users[press["user"]],
                    world.channels[source.channel],
                    data,
                    source,
                )
                await asyncio.wait_for(made.done.wait(), PATIENCE_SECONDS)
                del world.interactions[made.token]
                return time.monotonic() - began

        seconds = await asyncio.gather(*(one(press) for press in asked["presses"]))
        for session in wire.server.sessions.values():
            session.events.clear()  # kept for a resume, which does not happen here
        return web.json_response({"seconds": list(seconds)})

    async def user(request: web.Request) -> web.Response:
        asked = await request.json()
        return web.json_response({"id": wire.user(Persona(asked["ref"], asked["name"])).id})

    async def channel(request: web.Request) -> web.Response:
        return web.json_response({"id": wire.place((await request.json())["name"]).id})

    async def message(request: web.Request) -> web.Response:
        asked = await request.json()
        return web.json_response({"id": world.keep(asked["channel"], asked["said"], {}).id})

    def told(kept: Message) -> Json:
        return {"id": kept.id, "channel": kept.channel, "said": kept.said, "edits": kept.edits}

    async def messages(request: web.Request) -> web.Response:
        del request
        return web.json_response([told(kept) for kept in world.messages.values()])

    kit = web.Application(client_max_size=30_000_000)
    kit.add_routes(
        [
            web.post("/kit/send", send),
            web.post("/kit/user", user),
            web.post("/kit/channel", channel),
            web.post("/kit/message", message),
            web.get("/kit/messages", messages),
        ]
    )
    await wire.server.open(port)
    runner = web.AppRunner(kit, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    known = {
        "kit": f"http://127.0.0.1:{runner.addresses[0][1]}/kit/",
        "api": wire.server.api_url,
        "gateway": wire.server.gateway_url,
        "token": wire.server.token,
    }
    print(json.dumps(known), flush=True)
    await asyncio.Event().wait()


def main() -> None:
    """`python -m tests.kit.discord_process`: the first line printed says how to connect."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
