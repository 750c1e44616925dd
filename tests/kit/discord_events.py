"""A Discord server's list of events: what may be entered there, by whom, and what time makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.kit.discord_rules import Json, Refusal, invalid, length, need

if TYPE_CHECKING:
    from tests.kit.discord_world import World

CREATE_EVENTS, MANAGE_EVENTS = 44, 33  # bits of permissions
SCHEDULED, ACTIVE, COMPLETED, CANCELED = 1, 2, 3, 4
MOST = 100

FIELDS = {
    "name", "description", "image", "scheduled_start_time", "scheduled_end_time", "privacy_level",
    "entity_type", "channel_id", "recurrence_rule", "entity_metadata",
}  # fmt: skip
NEEDED = ("name", "scheduled_start_time", "privacy_level", "entity_type", "entity_metadata")


@dataclass(slots=True)
class Event:
    """One event, as it was entered; `creator` may change it, others need Manage Events."""

    id: str
    guild: str
    creator: str
    said: Json
    cancelled: bool = False

    @property
    def starts(self) -> datetime:
        """When it begins."""
        return datetime.fromisoformat(self.said["scheduled_start_time"])

    @property
    def ends(self) -> datetime:
        """When it is over."""
        return datetime.fromisoformat(self.said["scheduled_end_time"])

    @property
    def location(self) -> str:
        """Where it is."""
        return str(self.said["entity_metadata"]["location"])

    def status(self, now: datetime) -> int:
        """What an event elsewhere is by itself: it begins and ends on time."""
        if self.cancelled:
            return CANCELED
        return SCHEDULED if now < self.starts else ACTIVE if now < self.ends else COMPLETED

    def json(self, now: datetime) -> Json:
        """As Discord sends it."""
        return {
            "id": self.id, "guild_id": self.guild, "channel_id": None, "creator_id": self.creator,
            "image": None, "description": None, "entity_id": None, "recurrence_rule": None,
            "guild_scheduled_event_exceptions": [], **self.said, "status": self.status(now),
        }  # fmt: skip


def standing(world: World) -> list[Event]:
    """The events that are not over: what people see in the server's list."""
    now = world.now()
    return [e for e in world.events.values() if e.status(now) in (SCHEDULED, ACTIVE)]


def listed(world: World, guild: str) -> list[Json]:
    """The list, as anybody may read it. Raises Refusal."""
    _server(world, guild)
    return [event.json(world.now()) for event in standing(world)]


def enter(world: World, guild: str, said: Json) -> Json:
    """The bot enters an event. Raises Refusal."""
    _server(world, guild)
    _allowed(world, CREATE_EVENTS)
    for name in NEEDED:
        need(name in said, f"{name}: this field is required")
    _check(said, said, world.now())
    if len(standing(world)) >= MOST:
        raise Refusal(400, 30038, "Maximum number of uncompleted guild scheduled events reached")
    made = Event(world.snowflake(), guild, world.bot.id, dict(said))
    world.events[made.id] = made
    return made.json(world.now())


def change(world: World, guild: str, number: str, said: Json) -> Json:
    """The bot changes an event; what is not said stays. Raises Refusal."""
    event = _own(world, guild, number)
    now = world.now()
    if event.status(now) in (COMPLETED, CANCELED):
        raise Refusal(400, 180000, "Cannot update a finished event")
    if "scheduled_start_time" in said and event.status(now) == ACTIVE:
        raise _start("START_BY_STATUS", "The start of an event that has begun cannot change.")
    _check(said, {**event.said, **said}, now)
    event.said = {**event.said, **said}
    return event.json(now)


def remove(world: World, guild: str, number: str) -> None:
    """The bot takes an event away. Raises Refusal."""
    del world.events[_own(world, guild, number).id]


def _check(said: Mapping[str, Any], whole: Mapping[str, Any], now: datetime) -> None:
    unknown = set(said) - FIELDS
    need(not unknown, f"{sorted(unknown)}: no such field")
    length(whole["name"], 1, 100, "name")
    if whole.get("description") is not None:
        length(whole["description"], 1, 1000, "description")
    need(whole["privacy_level"] == 2, "privacy_level: only 2")
    need(whole["entity_type"] == 3, "entity_type: this bot enters what is elsewhere")
    need(whole.get("channel_id") is None, "channel_id: not with this entity_type")
    need(bool(whole.get("scheduled_end_time")), "scheduled_end_time: this field is required")
    need(isinstance(whole.get("entity_metadata"), dict), "entity_metadata: this field is required")
    length(whole["entity_metadata"].get("location"), 1, 100, "entity_metadata.location")
    starts, ends = _instant(whole, "scheduled_start_time"), _instant(whole, "scheduled_end_time")
    need(starts < ends, "scheduled_end_time: before the start")
    if "scheduled_start_time" in said and starts <= now:
        raise _start("PAST", "Cannot schedule event in the past.")


def _instant(said: Mapping[str, Any], name: str) -> datetime:
    try:
        at = datetime.fromisoformat(said[name])
    except (TypeError, ValueError):
        raise invalid(f"{name}: not a timestamp") from None
    need(at.tzinfo is not None, f"{name}: without a zone")
    return at


def _start(code: str, message: str) -> Refusal:
    return Refusal(
        400, 50035, "Invalid Form Body", message, field="scheduled_start_time",
        reason=f"GUILD_SCHEDULED_EVENT_SCHEDULE_{code}",
    )  # fmt: skip


def _server(world: World, guild: str) -> None:
    if guild != world.id:
        raise Refusal(404, 10004, "Unknown Guild")
    if not world.inside:
        raise Refusal(403, 50001, "Missing Access")


def _allowed(world: World, *permissions: int) -> None:
    if not any(world.permissions >> bit & 1 for bit in permissions):
        raise Refusal(403, 50013, "Missing Permissions")


def _own(world: World, guild: str, number: str) -> Event:
    """An event that the bot may change. Raises Refusal."""
    _server(world, guild)
    event = world.events.get(number)
    if event is None:
        raise Refusal(404, 10070, "Unknown Guild Scheduled Event")
    own = event.creator == world.bot.id
    _allowed(world, *((CREATE_EVENTS, MANAGE_EVENTS) if own else (MANAGE_EVENTS,)))
    return event
