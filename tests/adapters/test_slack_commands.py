"""The manifest that is pasted into Slack, and what `ronde doctor` says about the tokens."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.slack import limits
from adapters.slack.commands import EVENTS, SCOPES, TAKEN, check, command_name, manifest
from bot.command import Group, Named
from bot.errors import Broken
from bot.features import FEATURES, groups_of
from tests.kit.slack import SlackWire
from tests.kit.slack_workspace import APP_TOKEN, BOT_TOKEN

ALL_GROUPS, SHORTCUTS = groups_of(FEATURES)
GROUPS = {group.name: group for group in ALL_GROUPS}


def _manifest(language: str = "en", **options: Any) -> dict[str, Any]:
    return manifest(GROUPS.values(), SHORTCUTS, language, **options)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_command_is_one_that_slack_takes(language: str) -> None:
    """ASCII, no name of Slack's own, at most 32 characters, described, people's names kept."""
    commands = _manifest(language, all_commands=True)["features"]["slash_commands"]
    assert len(commands) == len(GROUPS)
    for command in commands:
        name = command["command"]
        assert name.startswith("/")
        assert name.isascii()
        assert name == name.lower()
        assert name[1:] not in TAKEN
        assert len(name) <= limits.COMMAND
        assert 1 <= len(command["description"]) <= 100
        assert 1 <= len(command.get("usage_hint", "x")) <= limits.USAGE_HINT
        assert command["should_escape"] is True


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_shortcut_fits(language: str) -> None:
    """Slack shows 24 characters in a message's menu."""
    for shortcut in _manifest(language)["features"]["shortcuts"]:
        assert shortcut["type"] == "message"
        assert 1 <= len(shortcut["name"]) <= 24
        assert not shortcut["name"].endswith("…")
        assert 1 <= len(shortcut["description"]) <= 150


def test_the_usual_commands_are_offered_by_default() -> None:
    """The others are reached through /ronde."""
    usual = {command_name(group, "en") for group in GROUPS.values() if group.usual}
    offered = {c["command"] for c in _manifest()["features"]["slash_commands"]}
    assert offered == usual
    assert "/ronde" in offered


def test_accents_are_left_out() -> None:
    """Slack takes no accents in a command."""
    group = Group("step", Named("journey", "Étapes clés"), ())
    assert command_name(group, "fr") == "/etapescles"


@pytest.mark.parametrize("name", ["who", "remind", "", "été" * 20])
def test_a_name_that_slack_would_not_take_is_our_mistake(name: str) -> None:
    """Found when the manifest is made, not when somebody types in vain."""
    with pytest.raises(Broken):
        command_name(Group("x", Named(name, name), ()), "en")


def test_permissions_are_the_least_that_is_needed() -> None:
    """Five scopes; never history, never people's files, no user token."""
    made = _manifest()
    assert made["oauth_config"] == {
        "scopes": {"bot": ["channels:read", "chat:write", "commands", "im:write", "users:read"]}
    }
    every = _manifest(private_channels=True, public_channels=True, files=True, user_groups=True)
    scopes = every["oauth_config"]["scopes"]["bot"]
    assert set(scopes) - set(SCOPES) == {
        "groups:read",
        "chat:write.public",
        "files:write",
        "usergroups:write",
    }
    assert not any(scope.endswith(":history") or scope == "files:read" for scope in scopes)
    assert set(every["oauth_config"]["scopes"]) == {"bot"}


def test_only_events_that_are_handled_are_subscribed_to() -> None:
    """Slack repeats what nobody acknowledges, and what is not needed is not listened to."""
    settings = _manifest()["settings"]
    assert settings["event_subscriptions"]["bot_events"] == sorted(EVENTS)
    assert not any("message" in event for event in EVENTS)
    private = _manifest(private_channels=True)["settings"]["event_subscriptions"]["bot_events"]
    assert set(private) - set(EVENTS) == {"group_left", "group_archive"}


def test_the_manifest_turns_on_what_the_bot_lives_in() -> None:
    """Socket Mode, presses, and the Home tab."""
    made = _manifest()
    assert made["settings"]["socket_mode_enabled"] is True
    assert made["settings"]["interactivity"] == {"is_enabled": True}
    assert made["features"]["app_home"]["home_tab_enabled"] is True
    assert len(made["display_information"]["description"]) <= 140
    assert 175 <= len(made["display_information"]["long_description"]) <= 4_000


async def _check(bot_token: str, app_token: str, lacking: str = "") -> dict[str, tuple[bool, str]]:
    wire = SlackWire()
    wire.server.workspace.scopes -= {lacking}
    await wire.open()
    try:
        findings = await check(bot_token, app_token, wire.server.api_url)
    finally:
        await wire.close()
    return {name: (ok, remedy) for name, ok, remedy in findings}


async def test_the_doctor_finds_nothing_wrong() -> None:
    """Both tokens are accepted, and every permission is granted."""
    found = await _check(BOT_TOKEN, APP_TOKEN)
    assert [ok for ok, _ in found.values()] == [True, True, True]


async def test_the_doctor_names_the_missing_permission() -> None:
    """And says how to grant it."""
    found = await _check(BOT_TOKEN, APP_TOKEN, "users:read")
    ok, remedy = found["Slack permissions"]
    assert not ok
    assert "users:read" in remedy
    assert "manifest" in remedy


async def test_the_doctor_says_what_to_do_about_bad_tokens() -> None:
    """Swapped tokens are recognised, unknown ones named."""
    found = await _check(APP_TOKEN, "xapp-unknown")
    assert "swapped" in found["Slack bot token"][1]
    assert "copy it again" in found["Slack app-level token"][1]


async def test_the_doctor_says_when_slack_cannot_be_reached() -> None:
    """A wrong SLACK_API_URL or no network."""
    findings = await check(BOT_TOKEN, APP_TOKEN, "http://127.0.0.1:9/api/")
    assert all("cannot be reached" in finding.remedy for finding in findings)
