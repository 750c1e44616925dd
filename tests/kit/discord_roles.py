"""A Discord server's roles: who has which, and whom the bot may give one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.kit.discord_rules import Refusal

if TYPE_CHECKING:
    from tests.kit.discord_world import World

MANAGE_ROLES = 28  # bit of permissions
BOTS_OWN = 5  # the position of the bot's own role


@dataclass(slots=True)
class Role:
    """One role: it can be given by whoever stands above it. `people` have it."""

    id: str
    name: str
    position: int = 1
    people: set[str] = field(default_factory=set)


def give(world: World, guild: str, person: str, role: str) -> None:
    """The bot gives a role; to somebody who has it, nothing changes. Raises Refusal."""
    _may(world, guild, person, role).people.add(person)


def take(world: World, guild: str, person: str, role: str) -> None:
    """The bot takes a role away; from somebody without it, nothing changes. Raises Refusal."""
    _may(world, guild, person, role).people.discard(person)


def _may(world: World, guild: str, person: str, role: str) -> Role:
    """A role that the bot may give to this person. Raises Refusal."""
    if guild != world.id:
        raise Refusal(404, 10004, "Unknown Guild")
    if not world.inside:
        raise Refusal(403, 50001, "Missing Access")
    user = world.users.get(person)
    if user is None or user.left:
        raise Refusal(404, 10007, "Unknown Member")
    if role == world.id:
        raise Refusal(400, 50028, "Invalid Role")  # @everyone
    found = world.roles.get(role)
    if found is None:
        raise Refusal(404, 10011, "Unknown Role")
    if not world.permissions >> MANAGE_ROLES & 1 or found.position >= BOTS_OWN:
        raise Refusal(403, 50013, "Missing Permissions")
    return found
