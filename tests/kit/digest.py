"""The digest in stories: turning it on, and what stands in the channel of it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.kit.chat import Chat, Someone
from tests.kit.wire import Shown

TITLES = ("The week in", "what happened since", "Le point de la semaine", "le point depuis")


def paris(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant by the clocks of Paris."""
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo("Europe/Paris"))


async def tuned(chat: Chat, *chosen: str, who: Someone | None = None) -> None:
    """A coordinator opens the digest's own card from the settings, and chooses."""
    coordinator = who or chat.ann
    await coordinator.types("/ronde")
    french = "Réglages" in coordinator.told.buttons
    await coordinator.presses("Réglages" if french else "Settings", on=coordinator.told)
    label = "Le point de la semaine" if french else "Weekly digest"
    await coordinator.presses(label, on=coordinator.told)
    for option in chosen:
        await coordinator.picks(option, on=coordinator.told)


def digests(chat: Chat) -> list[Shown]:
    """The digests in the channel, oldest first."""
    return [m for m in chat.channel.messages if any(title in m.lines[0] for title in TITLES)]
