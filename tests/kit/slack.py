"""Slack as the tests drive it: people who type, press and fill in, through the unmodified SDK.

`python -m tests.kit.slack --port 8123` runs the server in a process of its own, for benchmarks.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from adapters.slack.adapter import SlackAdapter
from adapters.slack.commands import manifest
from bot.command import Group, Shortcut
from bot.features import FEATURES, groups_of
from tests.kit.slack_parts import (
    after_submission,
    channel_name,
    composed,
    element_on,
    field_of,
    filled,
    inputs,
    open_form,
    option,
    prefilled,
    seen,
    shown,
)
from tests.kit.slack_server import Ack, SlackServer
from tests.kit.slack_workspace import APP_TOKEN, BOT, BOT_TOKEN, TEAM, Channel, Message, User, View
from tests.kit.wire import OpenForm, Persona, Shown

Json = dict[str, Any]

DIRECT = "direct"
"""The place to type in for the direct messages with the bot."""


class SlackWire:
    """One workspace with the app installed; see `tests.kit.wire.Wire`.

    `groups` and `shortcuts` (by default, those of all features) are what the manifest is made of:
    only their commands exist, in both languages. Scopes come from the manifest, too.
    """

    platform = "slack"

    def __init__(
        self,
        groups: Sequence[Group] | None = None,
        shortcuts: Sequence[Shortcut] | None = None,
        *,
        files: bool = False,
        clock: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        ping_seconds: float = 10.0,
    ) -> None:
        """Nothing runs before `open`. `clock` ages triggers; the watchdog sleeps with `sleep`."""
        all_groups, all_shortcuts = groups_of(FEATURES)
        groups = all_groups if groups is None else groups
        shortcuts = all_shortcuts if shortcuts is None else shortcuts
        self.manifests = [
            manifest(groups, shortcuts, language, all_commands=True, files=files)
            for language in ("en", "fr")
        ]
        scopes = frozenset(self.manifests[0]["oauth_config"]["scopes"]["bot"])
        self.server = SlackServer(scopes, clock)
        self.deaf = False
        self.acks: list[Ack] = []
        self._clock = clock
        self._sleep = sleep
        self._ping_seconds = ping_seconds
        self._adapters: list[SlackAdapter] = []
        self._last: tuple[str, Json] | None = None
        self._last_person = ""
        self._side: set[asyncio.Task[Ack]] = set()

    # ── the bot ─────────────────────────────────────────────────────────────────────────────

    def adapter(self) -> SlackAdapter:
        """The product's adapter, connected to this server. Redraws follow at once, for speed."""

        def deaf() -> None:
            self.deaf = True

        made = SlackAdapter(
            BOT_TOKEN,
            APP_TOKEN,
            api_url=self.server.api_url,
            edit_every=0.0,
            on_deaf=deaf,
            clock=self._clock or time.monotonic,
            sleep=self._sleep,
            ping_seconds=self._ping_seconds,
        )
        self._adapters.append(made)
        return made

    async def open(self) -> None:
        """Start the server."""
        await self.server.open()

    async def close(self) -> None:
        """Stop it."""
        await self.server.close()

    # ── people ──────────────────────────────────────────────────────────────────────────────

    def user(self, who: Persona) -> User:
        """Their account here."""
        name = "U" + re.sub(r"\W", "", who.ref).upper()
        known = self.server.workspace.users
        if name not in known:
            known[name] = User(name, who.name, who.locale, who.zone, who.bot)
        return known[name]

    def place(self, place: str) -> Channel:
        """The channel of this name; made, with the bot in it, at the first use."""
        name = "C" + re.sub(r"\W", "", place).upper()
        return self.server.workspace.channels.setdefault(name, Channel(name, place))

    async def types(self, who: Persona, place: str, line: str) -> None:
        """Type a command in a channel (or in `DIRECT`), as Slack's composer would send it."""
        user = self.user(who)
        command, _, rest = line.strip().partition(" ")
        self._check_command(command)
        direct = place == DIRECT
        where = self.server.workspace.conversation(user.id) if direct else self.place(place)
        payload = {
            "command": command,
            "text": composed(rest.strip(), self.server.workspace),
            "team_id": TEAM,
            "team_domain": "kit",
            "channel_id": where.id,
            "channel_name": channel_name(where),
            "user_id": user.id,
            "user_name": user.name.lower(),
            "api_app_id": "A1",
            "is_enterprise_install": "false",
            "response_url": self.server.hook(user.id, where.id),
            "trigger_id": self.server.workspace.trigger(user.id),
        }
        await self._send(user, "slash_commands", payload)

    async def presses(self, who: Persona, shown: Shown, label: str) -> None:
        """Press the button with this label; one that only opens an address is pressed, too."""
        element = self._element(shown, "button", label)
        action = {"type": "button", "text": element["text"], "value": element.get("value", "")}
        await self._act(who, shown, element, action)

    async def picks(self, who: Persona, shown: Shown, picker: str, chosen: list[str]) -> None:
        """Choose these labels in the picker with this label."""
        element = self._element(shown, "select", picker)
        options = [option(element, label) for label in chosen]
        action: Json = {"type": element["type"]}
        if element["type"] == "multi_static_select":
            if len(options) > element["max_selected_items"]:
                raise AssertionError("Slack lets nobody pick so many")
            action["selected_options"] = options
        else:
            action["selected_option"] = options[0]
        await self._act(who, shown, element, action)

    async def fills(self, who: Persona, values: dict[str, str]) -> None:
        """Send the open form. Slack itself refuses empty required fields and too long a text."""
        user = self.user(who)
        view = self._open_view(user)
        assert view is not None, f"{who.name} has no form open"
        unknown = set(values) - {field_of(block) for block in inputs(view)}
        assert not unknown, f"the form has no field {unknown}"
        state: Json = {}
        for block in inputs(view):
            element = block["element"]
            typed = view.typed.get(block["block_id"], prefilled(element))
            value = view.typed[block["block_id"]] = values.get(field_of(block), typed)
            if not value and not block.get("optional"):
                raise AssertionError(f"Slack wants {field_of(block)} filled in")
            state[block["block_id"]] = {element["action_id"]: filled(element, value)}
        payload = {
            "type": "view_submission",
            **self._by(user),
            "view": {**view.view, "id": view.id, "state": {"values": state}},
            "response_urls": [],
        }
        ack = await self._send(user, "interactive", payload)
        after_submission(view, ack.payload, self.server.workspace)

    async def uses(self, who: Persona, shortcut: str, place: str, words: str, author: str) -> None:
        """Use a message shortcut on a message that `author` (a name) wrote."""
        user, where = self.user(who), self.place(place)
        offered = [s for made in self.manifests for s in made["features"]["shortcuts"]]
        found = [s["callback_id"] for s in offered if s["name"] == shortcut]
        assert found, f"no shortcut {shortcut!r} in the manifest"
        writer = self.user(Persona(author.lower(), author))
        stamp = f"{1_600_000_000 + self.server.workspace.number()}.000100"
        payload = {
            "type": "message_action",
            "callback_id": found[0],
            **self._by(user),
            "channel": {"id": where.id, "name": channel_name(where)},
            "message_ts": stamp,
            "message": {
                "type": "message",
                "user": writer.id,
                "ts": stamp,
                "text": composed(words, self.server.workspace),
            },
            "response_url": self.server.hook(user.id, where.id),
        }
        await self._send(user, "interactive", payload)

    async def opens_home(self, who: Persona) -> None:
        """Open the App Home tab."""
        user = self.user(who)
        await self._event(user, {"type": "app_home_opened", "user": user.id, "tab": "home"})

    # ── what is seen ────────────────────────────────────────────────────────────────────────

    def channel(self, place: str) -> list[Shown]:
        """The channel's messages by the bot."""
        where = self.place(place).id
        return [
            shown(m, self.server.workspace)
            for m in self._messages()
            if m.channel == where and not m.only
        ]

    def private(self, who: Persona) -> list[Shown]:
        """Ephemeral messages to this person, and the card windows open in front of them."""
        user = self.user(who).id
        found = [shown(m, self.server.workspace) for m in self._messages() if m.only == user]
        for view in self.server.workspace.views.values():
            if view.user == user and not inputs(view):
                found.append(seen(view, self.server.workspace))
        return found

    def direct(self, who: Persona) -> list[Shown]:
        """Direct messages to this person; private answers given there are not among them."""
        where = self.user(who).conversation
        return [
            shown(m, self.server.workspace)
            for m in self._messages()
            if where and m.channel == where and not m.only
        ]

    def home(self, who: Persona) -> Shown | None:
        """What is on this person's Home tab."""
        view = self.server.workspace.homes.get(self.user(who).id)
        return seen(view, self.server.workspace) if view else None

    def form(self, who: Persona) -> OpenForm | None:
        """The form that is open in front of this person."""
        view = self._open_view(self.user(who))
        if view is None:
            return None
        return open_form(view)

    # ── what goes wrong ─────────────────────────────────────────────────────────────────────

    def deletes(self, shown: Shown) -> None:
        """Somebody deletes this message."""
        kept = self.server.workspace.messages
        kept[:] = [message for message in kept if message.ref != shown.ref]

    def shuts(self, place: str) -> None:
        """The bot is removed from the channel."""
        where = self.place(place)
        where.inside = False
        self._announce({"type": "channel_left", "channel": where.id, "actor_id": "UADMIN"})

    def admits(self, place: str) -> None:
        """The bot is invited into the channel."""
        where = self.place(place)
        where.inside = True
        self._announce(
            {"type": "member_joined_channel", "user": BOT, "channel": where.id, "team": TEAM}
        )

    def blocks(self, who: Persona) -> None:
        """This person's account is deactivated: Slack has no other way of closing messages."""
        self.user(who).disabled = True

    def busy(self, seconds: float) -> None:
        """The next post or redraw is refused with this Retry-After, rounded up to a second."""
        self.server.busy = seconds

    async def repeat(self) -> None:
        """Deliver the last event once more, in a new envelope."""
        assert self._last is not None, "nothing was delivered yet"
        kind, payload = self._last
        self.acks.append(await self.server.send(kind, {**payload, "retry_attempt": 1}))
        await self.settle()

    async def settle(self) -> None:
        """Wait until every answer under way has arrived."""
        while self._side:
            await asyncio.wait(set(self._side))
        for adapter in self._adapters:
            await adapter.settle()

    # ── inside ──────────────────────────────────────────────────────────────────────────────

    def _messages(self) -> list[Message]:
        return self.server.workspace.messages

    def _check_command(self, command: str) -> None:
        known = {c["command"] for m in self.manifests for c in m["features"]["slash_commands"]}
        assert command in known, f"{command} is not a valid command"

    async def _send(self, user: User, kind: str, payload: Json) -> Ack:
        self._last, self._last_person = (kind, payload), user.id
        ack = await self.server.send(kind, payload)
        self.acks.append(ack)
        await self.settle()
        return ack

    async def _event(self, user: User, event: Json) -> None:
        await self._send(user, "events_api", self._envelope(event))
        await self.settle()

    def _by(self, user: User) -> Json:
        """What every interaction says about who made it."""
        name = user.name.lower()
        return {
            "team": {"id": TEAM, "domain": "kit"},
            "user": {"id": user.id, "username": name, "name": name},
            "api_app_id": "A1",
            "trigger_id": self.server.workspace.trigger(user.id),
        }

    def _envelope(self, event: Json) -> Json:
        return {
            "type": "event_callback",
            "team_id": TEAM,
            "api_app_id": "A1",
            "event_id": f"Ev{self.server.workspace.number()}",
            "event_time": 1_700_000_000,
            "event": event,
        }

    def _announce(self, event: Json) -> None:
        """Deliver an event beside the test, if anybody listens."""
        if self.server.sockets:
            task = asyncio.ensure_future(self.server.send("events_api", self._envelope(event)))
            self._side.add(task)
            task.add_done_callback(self._side.discard)

    def _element(self, shown: Shown, kind: str, label: str) -> Json:
        message, view = self._find(shown)
        blocks = message.blocks if message is not None else (view.view["blocks"] if view else [])
        found = element_on(blocks, kind, label)
        if found is not None:
            return found
        raise AssertionError(f"no {kind} {label!r} on: {shown.text}")

    def _find(self, shown: Shown) -> tuple[Message | None, View | None]:
        for message in self._messages():
            if message.ref == shown.ref:
                return message, None
        workspace = self.server.workspace
        for view in (*workspace.views.values(), *workspace.homes.values()):
            if view.id == shown.ref:
                return None, view
        raise AssertionError("this message is gone")

    async def _act(self, who: Persona, shown: Shown, element: Json, action: Json) -> None:
        user = self.user(who)
        message, view = self._find(shown)
        payload: Json = {
            "type": "block_actions",
            **self._by(user),
            "actions": [{**action, "action_id": element["action_id"], "block_id": "b1"}],
        }
        if message is not None:
            where = self.server.workspace.channels[message.channel]
            payload["channel"] = {"id": where.id, "name": channel_name(where)}
            payload["container"] = {
                "type": "message",
                "message_ts": message.ts,
                "channel_id": where.id,
                "is_ephemeral": bool(message.only),
            }
            payload["response_url"] = self.server.hook(user.id, where.id, message)
        elif view is not None:
            payload["container"] = {"type": "view", "view_id": view.id}
            payload["view"] = {**view.view, "id": view.id, "state": {"values": {}}}
        await self._send(user, "interactive", payload)

    def _open_view(self, user: User) -> View | None:
        views = [v for v in self.server.workspace.views.values() if v.user == user.id]
        return next((view for view in reversed(views) if inputs(view)), None)


if __name__ == "__main__":
    from tests.kit.slack_process import main

    main()
