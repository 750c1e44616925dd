"""One Discord server with the app installed: its people, channels, messages and interactions."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.kit.discord_events import CREATE_EVENTS, Event
from tests.kit.discord_roles import MANAGE_ROLES, Role
from tests.kit.discord_rules import COMPONENTS_V2, EPHEMERAL, Json, Refusal, check_message

TOKEN = "kit.discord.token"
APP = "900000000000000001"
GUILD = "900000000000000002"
EPOCH_MS = 1_420_070_400_000
NOW = "2026-11-02T09:00:00+00:00"

VIEW, SEND, EMBED, ATTACH, HISTORY, THREADS = 10, 11, 14, 15, 16, 38
ALL_NEEDED = sum(1 << bit for bit in (VIEW, SEND, EMBED, ATTACH, HISTORY, THREADS))


@dataclass(slots=True)
class User:
    """An account. `closed`: takes no direct messages; `left`: is no longer in the server."""

    id: str
    name: str
    locale: str = "en-US"
    zone: str = "Europe/Paris"
    bot: bool = False
    closed: bool = False
    left: bool = False

    def json(self) -> Json:
        """As Discord sends it."""
        return {
            "id": self.id, "username": self.name.lower(), "global_name": self.name,
            "discriminator": "0", "avatar": None, "bot": self.bot, "public_flags": 0,
        }  # fmt: skip


@dataclass(slots=True)
class Channel:
    """A text channel, a thread (`parent`) or somebody's direct messages (`person`)."""

    id: str
    name: str = ""
    person: User | None = None
    parent: str = ""
    closed: bool = False  # only some members see it
    permissions: int = ALL_NEEDED
    inside: bool = True

    def json(self) -> Json:
        """As Discord sends it."""
        if self.person is not None:
            return {
                "id": self.id, "type": 1, "last_message_id": None,
                "recipients": [self.person.json()],
            }  # fmt: skip
        if self.parent:
            return {
                "id": self.id, "type": 11, "guild_id": GUILD, "name": self.name,
                "parent_id": self.parent, "owner_id": APP, "member_count": 1, "message_count": 0,
                "rate_limit_per_user": 0, "last_message_id": None, "flags": 0,
                "thread_metadata": {
                    "archived": False, "auto_archive_duration": 1440, "locked": False,
                    "archive_timestamp": NOW,
                },
            }  # fmt: skip
        hidden = [{"id": GUILD, "type": 0, "allow": "0", "deny": str(1 << VIEW)}]
        return {
            "id": self.id, "type": 0, "guild_id": GUILD, "name": self.name, "position": 0,
            "permission_overwrites": hidden if self.closed else [], "nsfw": False,
            "rate_limit_per_user": 0, "topic": None, "parent_id": None, "last_message_id": None,
            "flags": 0,
        }  # fmt: skip


@dataclass(slots=True)
class Message:
    """A message of the bot. `only`: seen by this person alone."""

    id: str
    channel: str
    said: Json
    files: dict[str, bytes] = field(default_factory=dict)
    only: str = ""
    reply_to: str | None = None
    loading: bool = False  # "… is thinking"
    edits: int = 0

    @property
    def flags(self) -> int:
        """What Discord keeps of the flags."""
        kept = int(self.said.get("flags") or 0) & COMPONENTS_V2
        return kept | (EPHEMERAL if self.only else 0) | (1 << 7 if self.loading else 0)

    def json(self, author: User) -> Json:
        """As Discord sends it."""
        drawn: Json = {
            "id": self.id, "channel_id": self.channel, "author": author.json(),
            "content": self.said.get("content") or "", "timestamp": NOW, "edited_timestamp": None,
            "tts": False, "mention_everyone": False, "mentions": [], "mention_roles": [],
            "attachments": [
                {
                    "id": str(number), "filename": name, "size": len(content),
                    "url": _cdn(name), "proxy_url": _cdn(name),
                }
                for number, (name, content) in enumerate(self.files.items())
            ],
            "embeds": [], "pinned": False, "type": 0, "flags": self.flags,
            "components": [_stored(c) for c in self.said.get("components") or []],
        }  # fmt: skip
        if self.said.get("nonce") is not None:
            drawn["nonce"] = self.said["nonce"]
        if self.reply_to:
            drawn["message_reference"] = {
                "message_id": self.reply_to, "channel_id": self.channel, "type": 0,
            }  # fmt: skip
        return drawn


def _cdn(name: str) -> str:
    return f"https://cdn.discordapp.com/attachments/1/1/{name}"


def _stored(component: Json) -> Json:
    """A component as Discord gives it back: numbered, its media fetched."""
    drawn = {"id": 1, **component}
    if "components" in drawn:
        drawn["components"] = [_stored(inner) for inner in drawn["components"]]
    if drawn["type"] == 12:
        drawn["items"] = [{**item, "media": _media(item["media"])} for item in drawn["items"]]
    if drawn["type"] == 13:
        drawn["file"] = _media(drawn["file"])
        drawn.update(name="file", size=1)
    return drawn


def _media(media: Json) -> Json:
    address = _cdn(media["url"].rpartition("/")[2])
    return {"url": address, "proxy_url": address, "height": None, "width": None}


@dataclass(slots=True)
class Interaction:
    """Something a person did, and how it was answered.

    `answered` is the type of the first answer; `done` is set once there is something to see (or
    the press was acknowledged without a word).
    """

    id: str
    token: str
    kind: int
    user: User
    channel: Channel
    born: float
    payload: Json
    source: Message | None = None
    answered: int = 0
    original: Message | None = None
    quiet_original: bool = False  # the original answer is private
    modal: Json | None = None
    choices: list[Json] | None = None
    took: float = 0.0
    done: asyncio.Event = field(default_factory=asyncio.Event)


class World:
    """What exists. `clock` ages interactions; `now` is the time by which events begin and end.

    `permissions` are the bot's in the whole server; `inside`: it was not removed from it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """A server with the bot in it and one role, @everyone."""
        self.clock = clock
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, Message] = {}
        self.interactions: dict[str, Interaction] = {}  # by token
        self.modals: dict[str, tuple[Json, Interaction]] = {}  # by person
        self.commands: list[Json] = []
        self.id = GUILD
        self.events: dict[str, Event] = {}
        self.roles: dict[str, Role] = {}
        self.permissions = ALL_NEEDED | 1 << CREATE_EVENTS | 1 << MANAGE_ROLES
        self.inside = True
        self.now: Callable[[], datetime] = lambda: datetime.fromisoformat(NOW)
        self.nonces: dict[tuple[str, str], str] = {}
        self._numbers = itertools.count(1)
        self.bot = User(APP, "Ronde", bot=True)

    def snowflake(self) -> str:
        """An id of now, larger than all before."""
        since = int(datetime.now(UTC).timestamp() * 1000) - EPOCH_MS
        return str((since << 22) | (next(self._numbers) & 0x3FFFFF))

    def conversation(self, person: User) -> Channel:
        """The direct messages with somebody."""
        for channel in self.channels.values():
            if channel.person is person:
                return channel
        made = Channel(self.snowflake(), person=person, permissions=ALL_NEEDED)
        self.channels[made.id] = made
        return made

    def guild(self) -> Json:
        """The server as GUILD_CREATE says it."""
        everyone = {
            "id": GUILD, "name": "@everyone", "color": 0, "hoist": False, "position": 0,
            "permissions": str(self.permissions), "managed": False, "mentionable": False, "flags": 0,
        }  # fmt: skip
        me = {
            "user": self.bot.json(), "roles": [], "joined_at": NOW, "deaf": False, "mute": False,
            "flags": 0,
        }  # fmt: skip
        return {
            "id": GUILD, "name": "Kit", "owner_id": "1", "roles": [everyone], "emojis": [],
            "features": [], "members": [me], "member_count": 2, "large": False,
            "preferred_locale": "en-US", "unavailable": False, "joined_at": NOW,
            "verification_level": 0, "default_message_notifications": 0,
            "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "premium_tier": 0,
            "channels": [c.json() for c in self.channels.values() if not c.person and not c.parent],
            "threads": [c.json() for c in self.channels.values() if c.parent],
            "voice_states": [], "presences": [], "stage_instances": [],
            "guild_scheduled_events": [], "stickers": [], "system_channel_flags": 0,
        }  # fmt: skip

    # ── messages ────────────────────────────────────────────────────────────────────────────

    def post(self, channel_id: str, said: Json, files: dict[str, bytes]) -> Message:
        """The bot posts in a channel or conversation. Raises Refusal."""
        channel = self.reachable(channel_id)
        if channel.person is not None and channel.person.left:
            raise Refusal(403, 50278, "Cannot send messages to this user due to no mutual guilds")
        if channel.person is not None and channel.person.closed:
            raise Refusal(403, 50007, "Cannot send messages to this user")
        check_message(said, files=list(files))
        nonce = said.get("nonce")
        if nonce is not None and said.get("enforce_nonce"):
            known = self.messages.get(self.nonces.get((channel_id, str(nonce)), ""))
            if known is not None:
                return known
        reply_to = self._parent(said, channel_id)
        made = self.keep(channel_id, said, files, reply_to=reply_to)
        if nonce is not None:
            self.nonces[channel_id, str(nonce)] = made.id
        return made

    def keep(
        self,
        channel_id: str,
        said: Json,
        files: dict[str, bytes],
        *,
        only: str = "",
        reply_to: str | None = None,
    ) -> Message:
        """A message that stands from now on."""
        made = Message(self.snowflake(), channel_id, said, files, only, reply_to)
        self.messages[made.id] = made
        return made

    def change(self, message: Message, said: Json, files: dict[str, bytes]) -> Message:
        """Change a message. What is not said stays; attachments named go on. Raises Refusal."""
        was = bool(message.said.get("flags", 0) & COMPONENTS_V2) and not message.loading
        kept = message.files
        if "attachments" in said:
            named = {str(a.get("id")) for a in said["attachments"]}
            kept = {n: c for i, (n, c) in enumerate(kept.items()) if str(i) in named and not files}
        check_message(said, v2=was, files=[*kept, *files])
        flags = int(said.get("flags") or 0) | (COMPONENTS_V2 if was else 0)
        message.said = {**message.said, **said, "flags": flags}
        message.files = {**kept, **files}
        message.loading = False
        message.edits += 1
        return message

    def find(self, channel_id: str, message_id: str) -> Message:
        """A message that the bot's token reaches. Raises Refusal."""
        self.reachable(channel_id)
        found = self.messages.get(message_id)
        if found is None or found.channel != channel_id or found.only:
            raise Refusal(404, 10008, "Unknown Message")
        return found

    def reachable(self, channel_id: str) -> Channel:
        """A channel where the bot may look and write. Raises Refusal."""
        channel = self.channels.get(channel_id)
        if channel is None:
            raise Refusal(404, 10003, "Unknown Channel")
        if not channel.inside or not channel.permissions >> VIEW & 1:
            raise Refusal(403, 50001, "Missing Access")
        sends = THREADS if channel.parent else SEND
        if not channel.permissions >> sends & 1:
            raise Refusal(403, 50013, "Missing Permissions")
        return channel

    def _parent(self, said: Json, channel_id: str) -> str | None:
        reference = said.get("message_reference")
        if reference is None:
            return None
        if not self.channels[channel_id].permissions >> HISTORY & 1:
            raise Refusal(400, 160002, "Cannot reply without permission to read message history")
        parent = self.messages.get(str(reference["message_id"]))
        if parent is None or parent.channel != channel_id:
            if reference.get("fail_if_not_exists", True):
                raise Refusal(400, 50035, "Invalid Form Body", "message_reference: unknown message")
            return None
        return parent.id
