"""People who type and press, on any wire: what stories are written with."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import App
from bot.pressing import Goes
from tests.kit.clock import StillClock
from tests.kit.discord_typing import CannotType
from tests.kit.wire import OpenForm, Persona, Shown, Wire

CHANNEL = "general"

PERSONAS = {
    "ann": Persona("ann", "Ann", "en-GB", "Europe/London"),
    "ben": Persona("ben", "Ben", "en-US", "America/Montreal"),
    "ines": Persona("ines", "Inès", "fr-FR", "Europe/Paris"),
    "moussa": Persona("moussa", "Moussa", "fr-FR", "Africa/Dakar"),
    "zoe": Persona("zoe", "Zoé", "fr-FR", "Europe/Paris"),
    "cleo": Persona("cleo", "Cleo", "en-GB", "Europe/Paris"),
    "dan": Persona("dan", "Dan", "en-GB", "Europe/Paris"),
    "eve": Persona("eve", "Eve", "en-GB", "Europe/Paris"),
}


class Someone:
    """One person in the chat."""

    def __init__(self, chat: Chat, persona: Persona) -> None:
        """A person on the chat's wire."""
        self._chat = chat
        self.persona = persona

    async def types(self, line: str, place: str = CHANNEL) -> None:
        """Type a line in a channel."""
        try:
            await self._chat.wire.types(self.persona, place, line)
        except CannotType as problem:
            pytest.skip(f"this platform's own client lets nobody enter that: {problem}")
        await self._chat.settle()

    async def presses(self, label: str, on: Shown | None = None) -> None:
        """Press the button with this label: on `on`, else on the newest message that has it."""
        shown = on or self._chat.newest_with(label, self)
        await self._chat.wire.presses(self.persona, shown, label)
        await self._chat.settle()

    async def picks(self, *chosen: str, on: Shown | None = None) -> None:
        """Choose in the picker of the newest message that offers these."""
        for shown in [on] if on else reversed(self._chat.all_seen_by(self)):
            for label, options in shown.pickers:
                if set(chosen) <= set(options):
                    await self._chat.wire.picks(self.persona, shown, label, list(chosen))
                    await self._chat.settle()
                    return
        raise AssertionError(f"no picker offers {chosen}: {self._chat.all_seen_by(self)}")

    async def fills(self, **values: str) -> None:
        """Send the open form with these values; one that came too late is opened first."""
        for label in ("Open the form", "Ouvrir le formulaire"):
            if self.form is None and self.answers and label in self.told.buttons:
                await self.presses(label, on=self.told)
        assert self.form is not None, f"no form is open; last answer: {self.told}"
        await self._chat.wire.fills(self.persona, values)
        await self._chat.settle()

    async def uses(self, shortcut: str, words: str, author: str = "Ann") -> None:
        """Use a message shortcut."""
        await self._chat.wire.uses(self.persona, shortcut, CHANNEL, words, author)
        await self._chat.settle()

    @property
    def form(self) -> OpenForm | None:
        """The form in front of this person."""
        return self._chat.wire.form(self.persona)

    @property
    def told(self) -> Shown:
        """The newest private answer."""
        found = self._chat.wire.private(self.persona)
        assert found, f"{self.persona.name} was told nothing"
        return found[-1]

    @property
    def answers(self) -> list[Shown]:
        """All private answers."""
        return self._chat.wire.private(self.persona)

    @property
    def inbox(self) -> list[Shown]:
        """The direct messages from the bot."""
        return self._chat.wire.direct(self.persona)


class Channel:
    """What everybody sees in a channel."""

    def __init__(self, wire: Wire, place: str = CHANNEL) -> None:
        """A channel on a wire."""
        self._wire = wire
        self._place = place

    @property
    def messages(self) -> list[Shown]:
        """All the bot's messages, replies too."""
        return self._wire.channel(self._place)

    @property
    def newest(self) -> Shown:
        """The newest message that is not a reply."""
        return [m for m in self.messages if m.reply_to is None][-1]

    def replies(self, to: Shown) -> list[Shown]:
        """The replies to a message."""
        return [m for m in self.messages if m.reply_to == to.ref]

    def find(self, words: str) -> Shown:
        """The newest message with these words."""
        found = [m for m in self.messages if words in m]
        assert found, f"no message says {words!r}: {[m.text for m in self.messages]}"
        return found[-1]


class Web:
    """The outside world of a story: pages by address, and what was looked at.

    `meanwhile` happens once, while the next page is being looked at.
    """

    def __init__(self) -> None:
        """No page is known: every look fails."""
        self.pages: dict[str, dict[str, str]] = {}
        self.looked_at: list[str] = []
        self.meanwhile: Callable[[], Awaitable[None]] | None = None
        self.errands: Mapping[str, Goes] = {"page": self._look}

    async def _look(self, asked: Mapping[str, str]) -> dict[str, str]:
        address = asked["address"]
        self.looked_at.append(address)
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            await meanwhile()
        return {"address": address, **self.pages.get(address, {"problem": "unreachable"})}

    async def close(self) -> None:
        """Nothing is open."""


class Chat:
    """A wire, a running Ronde on it, and the people."""

    ann: Someone
    ben: Someone
    ines: Someone
    moussa: Someone
    zoe: Someone
    cleo: Someone
    dan: Someone
    eve: Someone

    def __init__(
        self,
        wire: Wire,
        path: Path,
        clock: StillClock | None = None,
        synchronous: str = "OFF",
    ) -> None:
        """Nothing runs yet: `start` it. Stories need survive no power cut: `OFF` spares the disk."""
        self._synchronous = synchronous
        self.wire = wire
        self.path = path
        self.clock = clock or StillClock()
        self.channel = Channel(wire)
        self.web = Web()
        self._app: App | None = None
        for name, persona in PERSONAS.items():
            setattr(self, name, Someone(self, persona))

    @property
    def app(self) -> App:
        """The running Ronde."""
        assert self._app is not None, "not started"
        return self._app

    async def start(self) -> None:
        """Start Ronde (again) on the same file."""
        self._app = App(
            self.path,
            [self.wire.adapter()],
            clock=self.clock,
            synchronous=self._synchronous,
            outside=self.web,
        )
        await self._app.start(background=False)
        await self.settle()

    async def stop(self) -> None:
        """Stop Ronde."""
        if self._app is not None:
            await self._app.stop()
            self._app = None

    async def settle(self) -> None:
        """Wait until all answers have arrived and all cards are shown."""
        await self.wire.settle()
        await self.app.delivery.settle()
        await self.wire.settle()

    async def tick(self) -> None:
        """Let the clockwork do what is due now."""
        await self.app.settle()
        await self.wire.settle()

    async def passes(self, *, to: datetime | None = None, **by: float) -> None:
        """Time passes; all that falls due on the way happens at its instant."""
        end = StillClock(self.clock.now())
        end.move(to=to, **by)
        while True:
            at = await self.app.clockwork.next_at()
            if at is None or at > end.now():
                break
            self.clock.move(to=max(at, self.clock.now()))
            await self.tick()
        self.clock.move(to=end.now())
        await self.tick()

    async def founded(self, *others: Someone, by: Someone | None = None) -> None:
        """A community in the channel: founded by Ann (or `by`), joined by `others`."""
        founder = by or self.ann
        await founder.types("/ronde")
        founding = "Fonder une communauté ici"
        label = founding if founding in founder.told.buttons else "Found a community here"
        await founder.presses(label, on=founder.told)
        await founder.fills(name="Trainers", purpose="sharing what works", zone="Europe/Paris")
        for person in others:
            await person.presses(self.join_label)

    @property
    def join_label(self) -> str:
        """The button that joins, as the channel's invitation words it."""
        invitation = next(
            m for m in self.channel.messages if {"I'm in", "J’en fais partie"} & set(m.buttons)
        )
        return "I'm in" if "I'm in" in invitation.buttons else "J’en fais partie"

    def all_seen_by(self, who: Someone) -> list[Shown]:
        """All that a person has in front of them, oldest first."""
        wire = self.wire
        seen: Sequence[Shown] = [
            *wire.channel(CHANNEL),
            *wire.direct(who.persona),
            *wire.private(who.persona),
        ]
        return sorted(seen, key=_age)

    def newest_with(self, label: str, who: Someone) -> Shown:
        """The newest message in front of a person that has a button with this label."""
        found = [m for m in self.all_seen_by(who) if label in m.buttons]
        assert found, (
            f"no button {label!r} in front of {who.persona.name}: "
            f"{[(m.text, m.buttons) for m in self.all_seen_by(who)]}"
        )
        return found[-1]


def _age(shown: Shown) -> int:
    """Messages come in the order in which the wire lists them; private answers are newest."""
    numbers = re.findall(r"\d+", shown.ref)
    return (
        int(numbers[0]) if shown.ref[:1] in "mp" and numbers else (10**12 if shown.private else 0)
    )
