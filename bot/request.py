"""What somebody (or the clock) did, in one shape whatever the platform."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AccountRef:
    """Who, as the platform names them. `workspace` is Slack's team id; empty on Discord."""

    platform: str
    workspace: str
    ref: str
    name: str = ""  # as people see it; empty if unknown
    locale: str = ""  # the platform's, e.g. "fr-FR"; empty if unknown
    zone: str = ""  # IANA; empty if unknown
    bot: bool = False
    handle: str = ""  # stands in for the name of somebody new, until it is known


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """Where, as the platform names it. `workspace` is Slack's team or Discord's guild id.

    `direct` means a one-to-one conversation with the person; then `ref` is the *person's* account
    id, and the adapter opens the conversation when it needs to.
    `missing` says what the bot lacks to post there ("membership" or Discord permission names).
    """

    platform: str
    workspace: str
    ref: str
    name: str = ""
    direct: bool = False
    private: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody did.

    `id` is the platform's own (Slack `trigger_id` or `event_id`, Discord's interaction id, a due
    row's key): the same id is handled once. `route` is one of

    * a packed route of a button, picker or form: `poll.vote:7:1`;
    * `typed:/poll` with the line after the command in `values["line"]` (Slack, playground);
    * a command's name, `command:poll.new`, with its parameters in `values` (Discord options);
    * `complete:poll.close:poll`: autocomplete of one parameter; `values["typing"]` is the part
      typed so far, the other values what is filled in already;
    * `home:`: the person's own view (Slack's App Home, `/ronde`).

    `values` are raw strings as typed; `message` is the reference of the message pressed on, if any.
    """

    id: str
    route: str
    account: AccountRef | None
    place: PlaceRef | None = None
    values: dict[str, str] = field(default_factory=dict)
    message: str | None = None
