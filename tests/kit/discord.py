"""Discord as the tests drive it: people who type, press and fill in, through the real discord.py."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from adapters.discord.adapter import DiscordAdapter
from bot.command import Group, Shortcut
from bot.language import Reader, best_language
from tests.kit import discord_callbacks as callbacks
from tests.kit import discord_reading as reading
from tests.kit.discord_server import DiscordServer
from tests.kit.discord_typing import as_options
from tests.kit.discord_world import Channel, Interaction, Message, User
from tests.kit.wire import OpenForm, Persona, Shown

Json = dict[str, Any]

DIRECT = "direct"
"""The place to type in for the direct messages with the bot."""

ANSWER_SECONDS = 30.0
LOCALES = {"en-GB": "en-GB", "en": "en-US"}
"""Discord's names of languages; French has only one."""


class DiscordWire:
    """One server with the app installed; see `tests.kit.wire.Wire`.

    `groups` say what a typed line means (all features' by default); what can be entered is what
    the bot has uploaded. Where a form cannot open at once, people press the button that offers it,
    unless `patient` is off. `zone` and `language` are those of who reads the channels.
    """

    platform = "discord"
    zone = "Europe/Paris"
    language = "en"

    def __init__(
        self,
        groups: Sequence[Group] = (),
        shortcuts: Sequence[Shortcut] = (),
        *,
        patient: bool = True,
        clock: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Nothing runs before `open`. `clock` ages interactions; reconnecting sleeps by `sleep`."""
        del shortcuts  # the uploaded tree says them
        self.server = DiscordServer(clock)
        self.deaf = False
        self.answers: list[Interaction] = []
        self._groups = tuple(groups)
        self._patient = patient
        self._sleep = sleep
        self._adapters: list[DiscordAdapter] = []
        self._people: dict[str, User] = {}
        self._places: dict[str, Channel] = {}
        self._last: Json | None = None
        self._complaints: dict[str, tuple[str, ...]] = {}  # what a card said is wrong in its form

    # ── the bot ─────────────────────────────────────────────────────────────────────────────

    def adapter(self) -> DiscordAdapter:
        """The product's adapter, connected to this server. Redraws follow at once, for speed."""

        def deaf() -> None:
            self.deaf = True

        made = DiscordAdapter(
            self.server.token,
            api_url=self.server.api_url,
            gateway_url=self.server.gateway_url,
            edit_every=0.0,
            on_deaf=deaf,
            sleep=self._sleep,
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
        if who.ref not in self._people:
            locale = LOCALES.get(who.locale) or LOCALES.get(who.locale[:2]) or who.locale[:2]
            made = User(self.server.world.snowflake(), who.name, locale, who.zone, who.bot)
            self._people[who.ref] = self.server.world.users[made.id] = made
        return self._people[who.ref]

    def place(self, place: str, who: Persona | None = None) -> Channel:
        """The channel of this name, made at the first use; `DIRECT` is the person's own."""
        if place == DIRECT and who is not None:
            return self.server.world.conversation(self.user(who))
        if place not in self._places:
            made = Channel(self.server.world.snowflake(), place)
            self._places[place] = self.server.world.channels[made.id] = made
        return self._places[place]

    async def types(self, who: Persona, place: str, line: str) -> None:
        """Enter a command and its options in a channel (or in `DIRECT`).

        Raises CannotType for what Discord's client would not let anybody enter.
        """
        line, named = self._mentioned(line)
        data = as_options(line, self._known_groups(), self.server.world.commands)
        if named:
            data["resolved"] = {"users": {user.id: user.json() for user in named}}
        await self._do(callbacks.COMMAND, who, self.place(place, who), data)

    async def completes(
        self, who: Persona, place: str, line: str, option: str, typing: str
    ) -> list[tuple[str, str]]:
        """The suggestions, (label, value), while somebody types an option after a line."""
        data = as_options(line, self._known_groups(), self.server.world.commands)
        holder = data["options"][0] if data.get("options") else data
        focused = {"name": option, "type": 3, "value": typing, "focused": True}
        holder["options"] = [*holder.get("options", []), focused]
        found = await self._send(callbacks.COMPLETE, who, self.place(place, who), data)
        return [(choice["name"], choice["value"]) for choice in found.choices or []]

    async def presses(self, who: Persona, shown: Shown, label: str) -> None:
        """Press the button with this label, and again where the bot asks "are you sure?"."""
        message = self._find(shown)
        for component in reading.walk(message.said["components"]):
            if component["type"] == 2 and component["label"] == label:
                if "url" in component:
                    return
                await self._press(who, message, component["custom_id"])
                return
            if component["type"] == 3 and component["custom_id"].startswith("+"):
                for option in component["options"]:
                    if option["label"] == label:
                        await self._press(who, message, component["custom_id"], option["value"])
                        return
        raise AssertionError(f"no button {label!r} on: {shown.text}")

    async def picks(self, who: Persona, shown: Shown, picker: str, chosen: list[str]) -> None:
        """Choose these labels in the picker with this label."""
        message = self._find(shown)
        labels = iter(label for label, _ in shown.pickers)
        for component in reading.walk(message.said["components"]):
            if component["type"] != 3 or component["custom_id"].startswith("+"):
                continue
            if next(labels) != picker:
                continue
            values = {option["label"]: option["value"] for option in component["options"]}
            most = component["max_values"]
            if not component["min_values"] <= len(chosen) <= most:
                raise AssertionError(f"Discord lets nobody pick {len(chosen)} of {most}")
            picked = [values[label] for label in chosen]
            data = {
                "component_type": 3, "custom_id": component["custom_id"], "values": picked, "id": 1,
            }  # fmt: skip
            await self._do(callbacks.PRESS, who, self._where(message), data, message)
            return
        raise AssertionError(f"no picker {picker!r} on: {shown.text}")

    async def fills(self, who: Persona, values: dict[str, str]) -> None:
        """Send the open form. Discord itself refuses empty required fields and too long a text."""
        user = self.user(who)
        opened = self.server.world.modals.pop(user.id, None)
        assert opened is not None, f"{who.name} has no form open"
        modal, interaction = opened
        fields = [part["component"] for part in modal["components"] if part["type"] == 18]
        unknown = set(values) - {field["custom_id"] for field in fields}
        assert not unknown, f"the form has no field {unknown}"
        parts: list[Json] = []
        for part in modal["components"]:
            if part["type"] != 18:
                parts.append({"type": 10, "id": 1})
                continue
            field = part["component"]
            raw = values.get(field["custom_id"], reading.prefilled(field))
            parts.append({"type": 18, "id": 1, "component": reading.filled(field, raw)})
        data = {"custom_id": modal["custom_id"], "components": parts}
        await self._do(callbacks.SENT, who, interaction.channel, data, interaction.source)

    async def uses(self, who: Persona, shortcut: str, place: str, words: str, author: str) -> None:
        """Use an entry of a message's menu, by the label in either language."""
        where, world = self.place(place), self.server.world
        found = [
            entry
            for entry in world.commands
            if entry["type"] == 3
            and shortcut in (entry["name"], *entry["name_localizations"].values())
        ]
        assert found, f"no menu entry {shortcut!r}"
        writer = self.user(Persona(author.lower(), author))
        target = Message(world.snowflake(), where.id, {"content": words}).json(writer)
        data = {
            "id": found[0]["id"], "name": found[0]["name"], "type": 3, "target_id": target["id"],
            "resolved": {"messages": {target["id"]: target}},
        }  # fmt: skip
        await self._do(callbacks.COMMAND, who, where, data)

    # ── what is seen ────────────────────────────────────────────────────────────────────────

    def channel(self, place: str) -> list[Shown]:
        """The channel's messages by the bot."""
        where = self.place(place).id
        return [self._shown(m) for m in self._messages() if m.channel == where and not m.only]

    def private(self, who: Persona) -> list[Shown]:
        """What only this person sees."""
        user = self.user(who).id
        mine = [m for m in self._messages() if m.only == user and not m.loading]
        return [self._shown(m, who) for m in mine]

    def direct(self, who: Persona) -> list[Shown]:
        """Direct messages to this person; private answers given there are not among them."""
        where = self.server.world.conversation(self.user(who)).id
        return [self._shown(m, who) for m in self._messages() if m.channel == where and not m.only]

    def form(self, who: Persona) -> OpenForm | None:
        """The form that is open in front of this person."""
        opened = self.server.world.modals.get(self.user(who).id)
        if opened is None:
            return None
        found = reading.form(opened[0], self.server.world, self._reader(who))
        for name, label in found.labels.items():  # said on the card that offered the form
            for line in self._complaints.get(who.ref, ()):
                said = line.removeprefix(label).lstrip(" \u00a0:")
                if name and line.startswith(label) and said:
                    found.errors.setdefault(name, said)
        return found

    # ── what goes wrong ─────────────────────────────────────────────────────────────────────

    def deletes(self, shown: Shown) -> None:
        """Somebody deletes this message."""
        del self.server.world.messages[shown.ref]

    def shuts(self, place: str) -> None:
        """The bot may no longer see the channel."""
        self.place(place).inside = False

    def admits(self, place: str) -> None:
        """The bot may see the channel again."""
        self.place(place).inside = True

    def blocks(self, who: Persona) -> None:
        """This person closes their direct messages."""
        self.user(who).closed = True

    def busy(self, seconds: float) -> None:
        """The next post or redraw is refused, asking for so long a wait.

        discord.py waits by itself where that takes a few seconds at most.
        """
        self.server.busy = seconds

    async def repeat(self) -> None:
        """Deliver the last event once more, as a resumed connection does."""
        assert self._last is not None, "nothing was delivered yet"
        await self.server.send("INTERACTION_CREATE", self._last)
        await self.settle()

    async def settle(self) -> None:
        """Wait until every answer under way has arrived."""
        # An event on its way over the socket takes two turns of each side's loop to be heard.
        await asyncio.sleep(0.005)
        for adapter in self._adapters:
            await adapter.settle()

    # ── inside ──────────────────────────────────────────────────────────────────────────────

    def _known_groups(self) -> tuple[Group, ...]:
        if not self._groups:
            from bot.features import FEATURES

            merged: dict[str, Group] = {}
            for group in (group for feature in FEATURES for group in feature.groups):
                earlier = merged.get(group.name)
                both = (*earlier.commands, *group.commands) if earlier else group.commands
                merged[group.name] = Group(
                    group.name, group.names, both, group.usual, group.aliases
                )
            self._groups = tuple(merged.values())
        return self._groups

    def _mentioned(self, line: str) -> tuple[str, list[User]]:
        """The line with `@Ann` as Discord's client sends it, and who is meant."""
        named: list[User] = []
        for user in self._people.values():
            found = re.sub(
                rf"@{re.escape(user.name)}\b", f"<@{user.id}>", line, flags=re.IGNORECASE
            )
            if found != line:
                line, named = found, [*named, user]
        return line, named

    def _messages(self) -> list[Message]:
        return list(self.server.world.messages.values())

    def _reader(self, who: Persona | None) -> Reader:
        if who is None:
            return Reader(self.language, self.zone, "discord")
        return Reader(best_language(who.locale), who.zone, "discord")

    def _shown(self, message: Message, who: Persona | None = None) -> Shown:
        return reading.shown(message, self.server.world, self._reader(who))

    def _find(self, shown: Shown) -> Message:
        found = self.server.world.messages.get(shown.ref)
        assert found is not None, "this message is gone"
        return found

    def _where(self, message: Message) -> Channel:
        return self.server.world.channels[message.channel]

    async def _press(
        self, who: Persona, message: Message, custom_id: str, value: str | None = None
    ) -> None:
        data: Json = {"component_type": 2, "custom_id": custom_id, "id": 1}
        if value is not None:
            data.update(component_type=3, values=[value])
        found = await self._do(callbacks.PRESS, who, self._where(message), data, message)
        asked = found.original
        if (value or custom_id).startswith("?") and asked is not None:
            sure = next(
                c["custom_id"]
                for c in reading.walk(asked.said["components"])
                if c.get("custom_id", "").startswith("!")
            )
            await self._press(who, asked, sure)

    async def _do(
        self,
        kind: int,
        who: Persona,
        channel: Channel,
        data: Json,
        source: Message | None = None,
    ) -> Interaction:
        """Send it and wait for the answer; press on where the answer only offers the form."""
        self._complaints.pop(who.ref, None)
        found = await self._send(kind, who, channel, data, source)
        offered = found.original
        if self._patient and offered is not None and offered.only:
            routes = [
                c["custom_id"]
                for c in reading.walk(offered.said.get("components") or [])
                if "custom_id" in c
            ]
            if len(routes) == 1 and routes[0].startswith("form.again:"):
                lines = self._shown(offered, who).lines
                await self._press(who, offered, routes[0])
                self._complaints[who.ref] = lines
        return found

    async def _send(
        self,
        kind: int,
        who: Persona,
        channel: Channel,
        data: Json,
        source: Message | None = None,
    ) -> Interaction:
        found = await self.server.interact(kind, self.user(who), channel, data, source)
        self._last = found.payload
        self.answers.append(found)
        try:
            await asyncio.wait_for(found.done.wait(), ANSWER_SECONDS)
        except TimeoutError:
            raise AssertionError(
                f"The application did not respond: {self.server.refused}"
            ) from None
        await self.settle()
        return found
