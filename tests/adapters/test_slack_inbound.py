"""What Slack's payloads say: typed lines undone, ids kept, forged parts left alone."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.inbound import Arrival, Moved, Self, Way, read, unescape
from adapters.slack.lookups import Lookups, Shelf
from adapters.slack.web import Failed
from bot.request import AccountRef, PlaceRef

ME = Self("T1", "UBOT")
ANN = AccountRef("slack", "T1", "UANN", "ann")
NEW = AccountRef("slack", "T1", "UANN", handle="ann")


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ('"a &amp; b" &lt;3', '"a & b" <3'),
        ("<https://a.example/?b=1&amp;c=2>", "https://a.example/?b=1&c=2"),
        ("<http://a.example|a.example>", "http://a.example"),
        ("<mailto:ann@a.example|ann@a.example>", "ann@a.example"),
        ("<tel:+33123|0123>", "0123"),
        ("who:<@U1|ann> <@W2>", "who:<@U1> <@W2>"),
        ("in <#C1|general>", "in #general"),
        ("in <#C1>", "in #C1"),
        ("<!channel> <!here|here>", "@channel @here"),
        ("<!subteam^S1|@notes>", "@notes"),
        ("<!date^1^{date}|tomorrow>", "tomorrow"),
        ("&amp;lt; stays typed", "&lt; stays typed"),
        ("1 < 2", "1 < 2"),
    ],
)
def test_a_line_is_read_as_it_was_typed(sent: str, typed: str) -> None:
    """Addresses are unwrapped, entities undone once, people kept as `<@U…>`."""
    assert unescape(sent) == typed


@given(st.text(max_size=200))
def test_what_slack_escaped_comes_back(said: str) -> None:
    """Any words without Slack's own marks survive the way there and back."""
    sent = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert unescape(sent) == said


def test_a_partner_from_another_workspace_is_known_by_ours() -> None:
    """Slack Connect brings people of other teams; references name the installation's team."""
    arrival = read(
        {
            "type": "block_actions",
            "trigger_id": "1.2.3",
            "team": {"id": "T1"},
            "user": {"id": "UX", "username": "x", "team_id": "T9"},
            "channel": {"id": "C1", "name": "general"},
            "container": {"type": "message", "message_ts": "5.6"},
            "actions": [{"type": "button", "action_id": "poll.vote:1:2"}],
        },
        ME,
    )
    assert isinstance(arrival, Arrival)
    assert arrival.way is Way.PRESSED
    assert arrival.account == AccountRef("slack", "T1", "UX", "x")
    assert arrival.request.place == PlaceRef("slack", "T1", "C1", "general")
    assert (arrival.request.id, arrival.request.message) == ("1.2.3", "C1:5.6")


def test_a_private_channel_keeps_its_name_to_itself() -> None:
    """Slack says "privategroup" in its place; that is not a name."""
    arrival = read(
        {
            "command": "/poll",
            "text": "",
            "team_id": "T1",
            "user_id": "U1",
            "channel_id": "G1",
            "channel_name": "privategroup",
            "trigger_id": "1",
        },
        ME,
    )
    assert isinstance(arrival, Arrival)
    assert arrival.request.place == PlaceRef("slack", "T1", "G1", "", private=True)


@pytest.mark.parametrize(
    ("event", "read_as"),
    [
        ({"type": "member_joined_channel", "user": "UBOT", "channel": "C1"}, Moved("C1", True)),
        ({"type": "member_joined_channel", "user": "U1", "channel": "C1"}, None),
        ({"type": "channel_left", "channel": "C1"}, Moved("C1", False)),
        ({"type": "channel_archive", "channel": "C1"}, Moved("C1", False)),
        ({"type": "group_left", "channel": "G1"}, Moved("G1", False)),
        ({"type": "app_home_opened", "user": "U1", "tab": "messages"}, None),
        ({"type": "message", "text": "hi"}, None),
    ],
)
def test_events_say_where_the_bot_is(event: dict[str, Any], read_as: Moved | None) -> None:
    """Only its own comings and goings count."""
    assert read({"type": "event_callback", "event_id": "E1", "event": event}, ME) == read_as


def test_a_window_that_is_not_ours_is_left_alone() -> None:
    """Submissions of unknown modals, and of ours without a memory, ask the engine nothing."""
    view = {"id": "V1", "type": "modal", "callback_id": "other", "private_metadata": ""}
    user = {"id": "U1", "username": "u"}
    for callback in ("other", "form"):
        body = {
            "type": "view_submission",
            "trigger_id": "1",
            "user": user,
            "view": {**view, "callback_id": callback},
        }
        assert read(body, ME) is None


# ── what Slack knows ────────────────────────────────────────────────────────────────────────────


class Slack:
    """Answers questions, counts them, and fails when told."""

    def __init__(self) -> None:
        """Well, to begin with."""
        self.asked: list[str] = []
        self.error = ""
        self.gate = asyncio.Event()
        self.gate.set()
        self.now = 0.0

    async def __call__(self, method: str, **values: str) -> dict[str, Any]:
        """One question."""
        self.asked.append(method)
        await self.gate.wait()
        if self.error:
            raise Failed(method, self.error)
        if method == "users.info":
            profile = {"display_name": "Ann B."}
            return {"user": {"profile": profile, "tz": "Asia/Kolkata", "locale": "fr-FR"}}
        return {"channel": {"is_member": values["channel"] == "C1"}}


GENERAL = PlaceRef("slack", "T1", "C1")
ELSEWHERE = PlaceRef("slack", "T1", "C2")


async def test_two_who_ask_the_same_share_one_question() -> None:
    """A burst of commands by one person asks Slack once, and once a day."""
    slack = Slack()
    lookups = Lookups(slack, lambda: slack.now)
    await asyncio.gather(*(lookups.complete(ANN, GENERAL) for _ in range(5)))
    account, place = await lookups.complete(ANN, GENERAL)
    assert sorted(slack.asked) == ["conversations.info", "users.info"]
    assert (account.name, account.zone, account.locale) == ("Ann B.", "Asia/Kolkata", "fr-FR")
    assert place == GENERAL
    slack.now += 25 * 3_600
    await lookups.complete(ANN, None)
    assert slack.asked.count("users.info") == 2


async def test_a_slow_slack_keeps_nobody_waiting() -> None:
    """What is not known in time is left out; the answer serves the next visit."""
    slack = Slack()
    slack.gate.clear()
    lookups = Lookups(slack, lambda: slack.now)
    account, place = await lookups.complete(ANN, ELSEWHERE, patience=0.02)
    assert account == NEW
    assert place == ELSEWHERE
    slack.gate.set()
    await asyncio.sleep(0.01)
    assert lookups.known(ANN).zone == "Asia/Kolkata"
    _, place = await lookups.complete(ANN, ELSEWHERE)
    assert place is not None
    assert place.missing == ("membership",)


async def test_a_refusal_or_an_outage_changes_nothing() -> None:
    """People stay as the event named them; a channel nobody may look at is taken as joined."""
    slack = Slack()
    lookups = Lookups(slack, lambda: slack.now)
    for error, missing in (("missing_scope", ()), ("internal_error", ())):
        slack.error = error
        account, place = await lookups.complete(ANN, ELSEWHERE)
        assert account == NEW
        assert place is not None
        assert place.missing == missing
        slack.now += 3_600
    slack.error = "channel_not_found"
    _, place = await lookups.complete(ANN, ELSEWHERE)
    assert place is not None
    assert place.missing == ("membership",)


async def test_somebody_who_is_about_to_invite_the_bot_is_soon_believed() -> None:
    """Being outside is asked again after seconds, being inside after minutes."""
    slack = Slack()
    lookups = Lookups(slack, lambda: slack.now)
    await lookups.complete(ANN, ELSEWHERE)
    await lookups.complete(ANN, GENERAL)
    slack.now += 10
    await lookups.complete(ANN, ELSEWHERE)
    await lookups.complete(ANN, GENERAL)
    assert slack.asked.count("conversations.info") == 3


async def test_strangers_are_wondered_about_within_bounds() -> None:
    """A crowd of new voters does not eat the budget that posts need."""
    slack = Slack()
    slack.gate.clear()
    lookups = Lookups(slack, lambda: slack.now)
    for number in range(100):
        lookups.wonder(AccountRef("slack", "T1", f"U{number}"))
    await asyncio.sleep(0)
    assert len(slack.asked) <= 8
    await lookups.close()


def test_the_shelf_is_bounded() -> None:
    """The entry used longest ago leaves first."""
    shelf: Shelf[int] = Shelf(2, lambda: 0.0)
    shelf.put("a", 1, 10)
    shelf.put("b", 2, 10)
    assert shelf.get("a") == 1
    shelf.put("c", 3, 10)
    assert (shelf.get("a"), shelf.get("b"), shelf.get("c"), len(shelf)) == (1, None, 3, 2)
