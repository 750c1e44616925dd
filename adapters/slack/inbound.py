"""What somebody did on Slack, read from its payload: a Request, and how it can be answered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from adapters.slack.modal import CALLBACK, Memory, chosen, typed
from adapters.slack.outbound import OPENS
from bot.request import AccountRef, PlaceRef, Request

PLATFORM = "slack"

Json = dict[str, Any]


class Way(StrEnum):
    """How somebody did it."""

    TYPED = "typed"
    PRESSED = "pressed"
    SENT = "sent"  # a form
    SHORTCUT = "shortcut"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Window:
    """The modal or Home tab in which it was done. `memory.home`: a modal opened from Home."""

    id: str
    home: bool
    memory: Memory
    typed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing somebody did, and the ways in which Slack lets it be answered.

    `trigger` opens a modal for three seconds; `answer_to` is the response_url; `private` says that
    what was pressed is a message only this person sees, which may be replaced.
    """

    way: Way
    request: Request
    trigger: str = ""
    answer_to: str = ""
    private: bool = False
    window: Window | None = None

    @property
    def account(self) -> AccountRef:
        """Who did it."""
        assert self.request.account is not None, "Slack always says who"
        return self.request.account

    @property
    def place(self) -> PlaceRef:
        """Where; the person's own conversation if Slack names no channel."""
        return self.request.place or direct(self.account.workspace, self.account.ref)

    @property
    def in_home(self) -> bool:
        """Whether it was done in the Home tab, which then has to be drawn again."""
        window = self.window
        return window is not None and (window.home or window.memory.home)


@dataclass(frozen=True, slots=True)
class Moved:
    """The bot itself came into a channel (`inside`) or is no longer of use there."""

    channel: str
    inside: bool


@dataclass(frozen=True, slots=True)
class Self:
    """Who the bot is. Its workspace stands in every reference, guests' and partners' included."""

    team: str
    user: str
    name: str = ""


def read(body: Json, me: Self) -> Arrival | Moved | None:
    """Read one payload of Socket Mode or HTTP.

    None: nothing of ours, or nothing that wants an answer; it is acknowledged all the same.
    """
    match body.get("type"):
        case None if "command" in body:
            return _command(body, me.team)
        case "block_actions":
            return _press(body, me.team)
        case "view_submission":
            return _submission(body, me.team)
        case "message_action":
            return _shortcut(body, me.team)
        case "event_callback":
            return _event(body, me)
        case _:
            return None


def direct(workspace: str, user: str) -> PlaceRef:
    """The conversation between the bot and one person."""
    return PlaceRef(PLATFORM, workspace, user, direct=True)


def _command(body: Json, team: str) -> Arrival:
    user = str(body["user_id"])
    return Arrival(
        Way.TYPED,
        Request(
            id=str(body["trigger_id"]),
            route=f"typed:{body['command']}",
            account=AccountRef(PLATFORM, team, user, str(body.get("user_name", ""))),
            place=_place(team, user, body["channel_id"], body.get("channel_name", "")),
            values={"line": unescape(str(body.get("text", "")))},
        ),
        trigger=str(body["trigger_id"]),
        answer_to=str(body.get("response_url", "")),
    )


def _press(body: Json, team: str) -> Arrival | None:
    action = (body.get("actions") or [{}])[0]
    route = str(action.get("action_id", ""))
    if not route or route.startswith(OPENS):
        return None
    account = _account(body, team)
    container = body.get("container", {})
    private = bool(container.get("is_ephemeral"))
    window = _window(body.get("view"))
    place: PlaceRef | None = None
    message: str | None = None
    channel = body.get("channel") or {}
    if channel:
        place = _place(account.workspace, account.ref, channel["id"], channel.get("name", ""))
        if not private and container.get("message_ts"):
            message = reference(channel["id"], container["message_ts"])
    elif window is not None:
        place = window.memory.place or direct(account.workspace, account.ref)
    values = {"chosen": chosen(action)} if "select" in str(action.get("type")) else {}
    return Arrival(
        Way.PRESSED,
        Request(str(body["trigger_id"]), route, account, place, values, message),
        trigger=str(body["trigger_id"]),
        answer_to=str(body.get("response_url", "")),
        private=private,
        window=window,
    )


def _submission(body: Json, team: str) -> Arrival | None:
    view = body["view"]
    window = _window(view)
    if window is None or view.get("callback_id") != CALLBACK or not window.memory.route:
        return None
    account = _account(body, team)
    memory = window.memory
    return Arrival(
        Way.SENT,
        Request(
            id=str(body["trigger_id"]),
            route=memory.route,
            account=account,
            place=memory.place or direct(account.workspace, account.ref),
            values=dict(window.typed),
        ),
        trigger=str(body["trigger_id"]),
        answer_to=memory.answer_to,
        private=memory.private,
        window=window,
    )


def _shortcut(body: Json, team: str) -> Arrival:
    account = _account(body, team)
    message = body.get("message", {})
    channel = body.get("channel", {})
    place = _place(
        account.workspace, account.ref, str(channel.get("id", "")), channel.get("name", "")
    )
    stamp = str(body.get("message_ts") or message.get("ts", ""))
    return Arrival(
        Way.SHORTCUT,
        Request(
            id=str(body["trigger_id"]),
            route=f"shortcut:{body['callback_id']}",
            account=account,
            place=place,
            values={
                "text": unescape(str(message.get("text", ""))),
                "author": str(message.get("username", "")),
                "author_ref": "" if "bot_id" in message else str(message.get("user", "")),
                "link": _permalink(body.get("team", {}), str(channel.get("id", "")), message),
            },
            message=reference(place.ref, stamp) if stamp and not place.direct else None,
        ),
        trigger=str(body["trigger_id"]),
        answer_to=str(body.get("response_url", "")),
    )


def _event(body: Json, me: Self) -> Arrival | Moved | None:
    event = body.get("event", {})
    match event.get("type"):
        case "app_home_opened" if event.get("tab", "home") == "home":
            user = str(event["user"])
            return Arrival(
                Way.HOME,
                Request(
                    str(body["event_id"]),
                    "home:",
                    AccountRef(PLATFORM, me.team, user),
                    direct(me.team, user),
                ),
                window=Window("", home=True, memory=Memory()),
            )
        case "member_joined_channel" if event.get("user") == me.user:
            return Moved(str(event["channel"]), inside=True)
        case "channel_left" | "group_left" | "channel_archive" | "group_archive":
            return Moved(str(event["channel"]), inside=False)
        case _:
            return None


# ── parts of payloads ───────────────────────────────────────────────────────────────────────────


def reference(channel: str, stamp: str) -> str:
    """A message's reference: `C1:1700000000.000100`."""
    return f"{channel}:{stamp}"


def _account(body: Json, team: str) -> AccountRef:
    user = body["user"]
    name = user.get("username") or user.get("name", "")
    return AccountRef(PLATFORM, team, str(user["id"]), str(name))


def _place(team: str, user: str, channel: str, name: str) -> PlaceRef:
    """Slack says "directmessage" and "privategroup" where a channel's name would tell too much."""
    if channel.startswith("D") or name == "directmessage":
        return direct(team, user)
    private = name == "privategroup" or name.startswith("mpdm-")
    return PlaceRef(PLATFORM, team, channel, "" if private else name, private=private)


def _window(view: Json | None) -> Window | None:
    if not view:
        return None
    return Window(
        str(view.get("id", "")),
        home=view.get("type") == "home",
        memory=Memory.unpack(str(view.get("private_metadata", ""))),
        typed=tuple(typed(view).items()),
    )


def _permalink(team: Json, channel: str, message: Json) -> str:
    """The address of a message, made without asking Slack for it."""
    stamp = str(message.get("ts", ""))
    if not team.get("domain") or not stamp or channel.startswith("D"):
        return ""
    link = f"https://{team['domain']}.slack.com/archives/{channel}/p{stamp.replace('.', '')}"
    thread = message.get("thread_ts")
    return f"{link}?thread_ts={thread}&cid={channel}" if thread and thread != stamp else link


# ── what people typed ───────────────────────────────────────────────────────────────────────────

_CONTROL = re.compile(r"<([^<>\s|][^<>|]*)(?:\|([^<>]*))?>")


def unescape(line: str) -> str:
    """A typed line as the person saw it; people stay `<@U1>`, for the core to recognise.

    Slack escapes `& < >` and wraps addresses and names: `<https://a.example|a.example>`.
    """
    return html_free(_CONTROL.sub(_plain_control, line))


def html_free(line: str) -> str:
    """Undo the three escapes that Slack makes, and no others (`&eacute;` was typed as such)."""
    return line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _plain_control(found: re.Match[str]) -> str:
    target, label = found[1], found[2] or ""
    kind = target[0]
    if kind == "@":
        return f"<{target}>"
    if kind == "#":
        return f"#{label or target[1:]}"
    if target.startswith("!subteam^"):
        return label or f"<{target}>"
    if target.startswith("!date^"):
        return label
    if kind == "!":
        return f"@{target[1:]}"
    if target.startswith(("mailto:", "tel:")):
        return label or target.partition(":")[2]
    return target
