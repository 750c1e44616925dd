"""A Slack workspace as it stands: channels, people, messages, modals; and what the Web API does.

It refuses what Slack refuses, with Slack's own words. `COVERS` declares the methods it knows; all
else is `unknown_method`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.kit.slack_blocks import Invalid, check_message, check_view
from tests.kit.slack_reading import rings, rings_in

Json = dict[str, Any]

TEAM, BOT, BOT_TOKEN, APP_TOKEN = "T1", "UBOT", "xoxb-1-kit", "xapp-1-kit"

COVERS = {
    "auth.test": "",
    "apps.connections.open": "connections:write",
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "conversations.open": "im:write",
    "conversations.info": "channels:read",
    "users.info": "users:read",
    "views.open": "",
    "views.update": "",
    "views.publish": "",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "usergroups.users.update": "usergroups:write",
}
"""Each method that is answered, and the scope that Slack asks for."""


@dataclass(slots=True)
class Channel:
    """A channel, or the direct messages with `user`."""

    id: str
    name: str = ""
    user: str = ""
    inside: bool = True
    private: bool = False
    archived: bool = False


@dataclass(slots=True)
class User:
    """Somebody with an account."""

    id: str
    name: str
    locale: str = "en-GB"
    zone: str = "Europe/Paris"
    bot: bool = False
    disabled: bool = False
    conversation: str = ""


@dataclass(slots=True)
class Message:
    """A message of the bot; `only` names the one person who sees it."""

    channel: str
    ts: str
    text: str
    blocks: list[Json]
    thread: str | None = None
    only: str = ""
    edits: int = 0
    files: list[tuple[str, bytes]] = field(default_factory=list)

    @property
    def ref(self) -> str:
        """How the tests name it."""
        return f"{self.channel}:{self.ts}"


@dataclass(slots=True)
class View:
    """A modal that is open in front of somebody, or their Home tab."""

    id: str
    user: str
    view: Json
    errors: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)  # by block, since it was drawn


@dataclass(slots=True)
class Hook:
    """A response_url: whom it answers, about which message, how often it was used."""

    user: str
    channel: str
    message: Message | None
    made: float
    uses: int = 0


class Workspace:
    """One workspace with one app in it. Only `clock` makes triggers and addresses grow old."""

    def __init__(self, scopes: frozenset[str], clock: Callable[[], float]) -> None:
        """Nobody and nothing is there yet."""
        self.scopes = scopes
        self.clock = clock
        self.tables = True  # False: as a Slack that does not know this block
        self.channels: dict[str, Channel] = {}
        self.users: dict[str, User] = {}
        self.messages: list[Message] = []
        self.views: dict[str, View] = {}
        self.homes: dict[str, View] = {}
        self.hooks: dict[str, Hook] = {}
        self.triggers: dict[str, tuple[float, str]] = {}
        self.uploads: dict[str, bytes] = {}
        self.groups: dict[str, list[str]] = {}  # user groups: their members
        self.rung: list[str] = []
        self.socket_address: Callable[[], str] = lambda: ""
        self.upload_address: Callable[[str], str] = lambda file: file
        self._count = itertools.count(1)

    def number(self) -> int:
        """A number never used before."""
        return next(self._count)

    def routes(self) -> dict[str, Callable[[Json], Json]]:
        """The methods answered, by name."""
        return {
            "auth.test": self._auth_test,
            "apps.connections.open": self._connections_open,
            "chat.postMessage": self._post_message,
            "chat.update": self._update,
            "chat.delete": self._delete,
            "chat.postEphemeral": self._post_ephemeral,
            "conversations.open": self._conversations_open,
            "conversations.info": self._conversations_info,
            "users.info": self._users_info,
            "views.open": self._views_open,
            "views.update": self._views_update,
            "views.publish": self._views_publish,
            "files.getUploadURLExternal": self._upload_address,
            "files.completeUploadExternal": self._complete_upload,
            "usergroups.users.update": self._group_users_update,
        }

    def trigger(self, user: str) -> str:
        """A trigger_id of what `user` did; it opens one modal, within three seconds."""
        made = f"{self.number()}.1.kit"
        self.triggers[made] = (self.clock(), user)
        return made

    # ── methods ─────────────────────────────────────────────────────────────────────────────

    def _connections_open(self, given: Json) -> Json:
        del given
        return {"url": self.socket_address()}

    def _auth_test(self, given: Json) -> Json:
        del given
        said = {"team_id": TEAM, "user_id": BOT, "user": "ronde", "team": "Kit", "bot_id": "B1"}
        return {**said, "url": "https://kit.slack.com/"}

    def _post_message(self, given: Json) -> Json:
        channel = self._writable(str(given.get("channel", "")))
        self.check(given)
        thread = given.get("thread_ts")
        if thread and not any(m.ts == thread and m.channel == channel.id for m in self.messages):
            raise Invalid("thread_not_found")
        message = self.keep(channel.id, given, thread=thread)
        return {"channel": channel.id, "ts": message.ts, "message": {"text": message.text}}

    def _update(self, given: Json) -> Json:
        channel = self._writable(str(given.get("channel", "")))
        self.check(given)
        for message in self.messages:
            if (message.channel, message.ts, message.only) == (channel.id, given.get("ts"), ""):
                message.text, message.blocks = given.get("text", ""), given.get("blocks") or []
                message.edits += 1
                return {"channel": channel.id, "ts": message.ts, "text": message.text}
        raise Invalid("message_not_found")

    def _delete(self, given: Json) -> Json:
        for message in self.messages:
            if (message.channel, message.ts) == (given.get("channel"), given.get("ts")):
                self.messages.remove(message)
                return {"channel": message.channel, "ts": message.ts}
        raise Invalid("message_not_found")

    def _post_ephemeral(self, given: Json) -> Json:
        channel = self._writable(str(given.get("channel", "")))
        self.check(given)
        if given.get("user") not in self.users:
            raise Invalid("user_not_in_channel")
        return {"message_ts": self.keep(channel.id, given, only=str(given["user"])).ts}

    def _conversations_open(self, given: Json) -> Json:
        user = self.users.get(str(given.get("users", "")))
        if user is None:
            raise Invalid("user_not_found")
        if user.disabled:
            raise Invalid("user_disabled")
        if user.bot:
            raise Invalid("cannot_dm_bot")
        return {"channel": {"id": self.conversation(user.id).id}}

    def _conversations_info(self, given: Json) -> Json:
        channel = self.channels.get(str(given.get("channel", "")))
        if channel is None or (channel.private and not channel.inside):
            private = channel is not None and "groups:read" not in self.scopes
            raise Invalid("missing_scope" if private else "channel_not_found")
        if channel.user:
            raise Invalid("missing_scope", "needed: im:read")
        if channel.private and "groups:read" not in self.scopes:
            raise Invalid("missing_scope", "needed: groups:read")
        return {
            "channel": {
                "id": channel.id,
                "name": channel.name,
                "is_member": channel.inside,
                "is_archived": channel.archived,
                "is_private": channel.private,
            }
        }

    def _users_info(self, given: Json) -> Json:
        user = self.users.get(str(given.get("user", "")))
        if user is None:
            raise Invalid("user_not_found")
        found: Json = {
            "id": user.id,
            "name": user.name.lower(),
            "real_name": user.name,
            "tz": user.zone,
            "is_bot": user.bot,
            "deleted": user.disabled,
            "profile": {"display_name": user.name},
        }
        if str(given.get("include_locale", "")).lower() in ("true", "1"):
            found["locale"] = user.locale
        return {"user": found}

    def _views_open(self, given: Json) -> Json:
        made = self.triggers.pop(str(given.get("trigger_id", "")), None)
        if made is None:
            raise Invalid("exchanged_trigger_id")
        if self.clock() - made[0] > 3:
            raise Invalid("expired_trigger_id")
        return self.show_view(given.get("view") or {}, f"V{self.number()}", made[1])

    def _views_update(self, given: Json) -> Json:
        view_id = str(given.get("view_id", ""))
        if view_id not in self.views:
            raise Invalid("not_found")
        return self.show_view(given.get("view") or {}, view_id, self.views[view_id].user)

    def _views_publish(self, given: Json) -> Json:
        user = str(given.get("user_id", ""))
        if user not in self.users:
            raise Invalid("user_not_found")
        view = given.get("view") or {}
        check_view(view)
        self.rung += rings(view["blocks"])
        self.homes[user] = View(f"V{self.number()}", user, view)
        return {"view": view}

    def _upload_address(self, given: Json) -> Json:
        if not given.get("filename") or int(given.get("length", 0)) <= 0:
            raise Invalid("invalid_arguments")
        file = f"F{self.number()}"
        return {"upload_url": self.upload_address(file), "file_id": file}

    def _complete_upload(self, given: Json) -> Json:
        channel = self._writable(str(given.get("channel_id", "")))
        files = []
        for file in given.get("files") or []:
            if file["id"] not in self.uploads:
                raise Invalid("file_not_found")
            files.append((str(file.get("title", "")), self.uploads.pop(file["id"])))
        said = {"text": given.get("initial_comment", "")}
        self.keep(channel.id, said, thread=given.get("thread_ts")).files = files
        return {"files": given.get("files")}

    def _group_users_update(self, given: Json) -> Json:
        said = given.get("users") or ""
        users = (
            said if isinstance(said, list) else [u.strip() for u in said.split(",") if u.strip()]
        )
        if given.get("usergroup") not in self.groups:
            raise Invalid("no_such_subteam")
        if not users:
            raise Invalid("no_users_provided")
        known = [self.users.get(user) for user in users]
        if any(user is None or user.bot or user.disabled for user in known):
            raise Invalid("invalid_users")
        self.groups[given["usergroup"]] = users
        group = {"id": given["usergroup"], "is_usergroup": True, "users": users}
        return {"usergroup": {**group, "user_count": len(users)}}

    # ── state ───────────────────────────────────────────────────────────────────────────────

    def conversation(self, user: str) -> Channel:
        """The direct messages with somebody, made at the first use."""
        found = self.users[user]
        if not found.conversation:
            found.conversation = f"D{self.number()}"
            self.channels[found.conversation] = Channel(found.conversation, user=user)
        return self.channels[found.conversation]

    def show_view(self, view: Json, view_id: str, user: str) -> Json:
        """Put a modal in front of somebody. Raises Invalid."""
        check_view(view)
        self.rung += rings(view["blocks"])
        self.views[view_id] = View(view_id, user, view)
        return {"view": {**view, "id": view_id}}

    def _writable(self, channel_id: str) -> Channel:
        channel = self.channels.get(channel_id)
        if channel is None:
            raise Invalid("channel_not_found")
        if channel.user and self.users[channel.user].disabled:
            raise Invalid("channel_not_found")
        if not channel.inside:
            raise Invalid("channel_not_found" if channel.private else "not_in_channel")
        if channel.archived:
            raise Invalid("is_archived")
        return channel

    def check(self, said: Json) -> None:
        """Refuse a message that Slack would refuse. Raises Invalid."""
        text, blocks = said.get("text") or "", said.get("blocks") or []
        check_message(text, blocks)
        if not self.tables and any(block["type"] == "table" for block in blocks):
            raise Invalid("invalid_blocks", "unsupported type: table")
        self.rung += [*rings(blocks), *rings_in(text)]

    def keep(
        self, channel: str, said: Json, *, thread: str | None = None, only: str = ""
    ) -> Message:
        """Put a message where people see it."""
        stamp = f"{1_700_000_000 + self.number()}.000100"
        message = Message(
            channel, stamp, said.get("text") or "", said.get("blocks") or [], thread, only
        )
        self.messages.append(message)
        return message
