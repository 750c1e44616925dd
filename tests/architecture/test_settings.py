"""Settings are written once: the example file, the reader and the documentation agree."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, example, read

ROOT = Path(__file__).parents[2]
NOTHING = ROOT / "no-such-env-file"

NAMES = [one.name for one in fields(Settings)]


def given(**values: str) -> Settings:
    """The settings from these values alone."""
    return read({name.upper(): value for name, value in values.items()}, NOTHING)


def test_the_example_file_is_the_one_that_the_settings_write() -> None:
    """`.env.example` says what the code reads, word for word."""
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == example()


@pytest.mark.parametrize("name", NAMES)
def test_each_setting_is_documented(name: str) -> None:
    """A whole sentence of its own before it; nothing secret after it."""
    lines = example().splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{name.upper()}="))
    sentence = lines[at - 1]

    assert sentence.startswith("# ")
    assert sentence.endswith(".")
    assert len(sentence) > 20
    if name.endswith("_token"):
        assert lines[at] == f"{name.upper()}="


def test_the_example_file_is_a_good_file(tmp_path: Path) -> None:
    """Copied as it is, it works: no tokens, all defaults."""
    file = tmp_path / ".env"
    file.write_text(example(), encoding="utf-8")

    assert read({}, file) == Settings()
    assert read({}, file).live == ()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    """What the process is given beats what the file says; spaces around do not count."""
    file = tmp_path / ".env"
    file.write_text("LOG_LEVEL=warning\nPLAYGROUND_PORT=9000\n", encoding="utf-8")

    found = read({"LOG_LEVEL": " debug "}, file)

    assert (found.log_level, found.playground_port) == ("debug", 9000)


def test_an_empty_value_is_the_default() -> None:
    """A line left empty means nothing was said."""
    assert given(database_url="", playground_port=" ") == Settings()


def test_a_platform_is_live_once_it_has_its_tokens() -> None:
    """Slack needs both of its tokens, Discord its one."""
    slack = {"slack_bot_token": "xoxb-1-a", "slack_app_token": "xapp-1-a"}

    assert given(**slack).live == ("slack",)
    assert given(discord_token="abc").live == ("discord",)
    assert given(**slack, discord_token="abc").live == ("slack", "discord")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("slack_bot_token", "xoxb-1-a", "SLACK_APP_TOKEN is missing"),
        ("slack_app_token", "xapp-1-a", "SLACK_BOT_TOKEN is missing"),
        ("slack_bot_token", "xapp-1-a", "SLACK_BOT_TOKEN does not start with xoxb-"),
        ("slack_app_token", "xoxb-1-a", "SLACK_APP_TOKEN does not start with xapp-"),
        ("slack_api_url", "slack.com", "http:// or https://"),
        ("discord_api_url", "ftp://discord", "http:// or https://"),
        ("discord_gateway_url", "https://discord", "ws:// or wss://"),
        ("playground_port", "eighty", "port from 0 to 65535"),
        ("playground_port", "65536", "port from 0 to 65535"),
        ("playground_port", "-1", "port from 0 to 65535"),
        ("playground_port", "²", "port from 0 to 65535"),
        ("log_level", "loud", "debug, info, warning, error"),
        ("database_synchronous", "OFF", "FULL or NORMAL"),
        ("discord_token", "Bot sesame", "leave that word out"),
        ("feed_address", "ronde.example.org", "write an address with https://"),
        ("feed_address", "http://ronde.example.org", "write an address with https://"),
        ("feed_address", "https://", "write an address with https://"),
        ("feed_address", "https://ann:sesame@ronde.example.org", "write an address with https://"),
        ("feed_address", "https://ronde.example.org/?a=b", "nothing after a ? or #"),
        ("feed_address", "https://[ronde", "write an address with https://"),
        ("feed_port", "https", "port from 0 to 65535"),
    ],
)
def test_a_mistake_is_told_with_what_to_write(name: str, value: str, says: str) -> None:
    """Each mistake names its setting, and what to write instead."""
    with pytest.raises(BadSettings) as told:
        given(**{name: value})

    assert any(says in mistake for mistake in told.value.mistakes)


@pytest.mark.parametrize(
    "address",
    ["https://ronde.example.org", "https://example.org/ronde/", "http://localhost:8081"],
)
def test_feeds_are_offered_under_an_address_that_keeps_them_private(address: str) -> None:
    """Everybody on the way could read what plain HTTP carries; on this machine, nobody else is."""
    assert given(feed_address=address).feed_address == address


def test_all_mistakes_are_told_at_once_and_no_secret_with_them() -> None:
    """Nobody corrects one mistake only to meet the next; a token is never repeated."""
    with pytest.raises(BadSettings) as told:
        given(slack_bot_token="sesame-open", log_level="loud", playground_port="eighty")

    assert len(told.value.mistakes) == 4
    assert "sesame" not in str(told.value)


def test_an_unknown_setting_disturbs_nobody() -> None:
    """The environment holds much that is not ours."""
    assert given(path="/usr/bin", home="/root") == Settings()


def written(file: Path, words: str) -> list[str]:
    """The mistakes of a `.env` file."""
    file.write_text(words, encoding="utf-8")
    with pytest.raises(BadSettings) as told:
        read({}, file)
    return told.value.mistakes


def test_a_line_that_cannot_be_read_is_a_mistake(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A quote left open is told by its line, never passed over; no other voice speaks of it."""
    said = written(tmp_path / ".env", '# ours\n\n\nDATABASE_URL = "oops\nLOG_LEVEL=loud\n')

    assert said[0] == ".env, line 4 cannot be read: check its quotes."
    assert any("LOG_LEVEL" in mistake for mistake in said)
    assert caplog.records == []


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("SLACK_BOT_TOKN", "SLACK_BOT_TOKN is not a setting. Did you mean SLACK_BOT_TOKEN?"),
        ("log_level", "log_level is not a setting. Did you mean LOG_LEVEL?"),
        ("SOUP", "SOUP is not a setting. Remove the line."),
    ],
)
def test_an_unknown_name_in_the_file_is_a_mistake(tmp_path: Path, name: str, says: str) -> None:
    """The file is ours alone: a name that means nothing there was meant for something."""
    assert written(tmp_path / ".env", f"{name}=sesame\n") == [says]


def test_a_file_from_another_editor_is_read(tmp_path: Path) -> None:
    """A mark at its beginning, and values made of others, do no harm."""
    file = tmp_path / ".env"
    file.write_text("\ufeffLOG_LEVEL=debug\nDATABASE_URL=sqlite:///${LOG_LEVEL}.db\n", "utf-8")

    assert read({}, file).database_url == "sqlite:///debug.db"
    file.write_bytes(b"LOG_LEVEL=\xff\n")
    with pytest.raises(BadSettings, match="save it as UTF-8"):
        read({}, file)
